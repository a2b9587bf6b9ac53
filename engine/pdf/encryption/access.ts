/** What opens an encrypted document, and what its updates are enciphered with. */
export interface PdfAccess {
  /** The user's or the owner's password: text, or bytes that are taken as they are. Absent: the empty one. */
  readonly password?: string | Uint8Array | undefined;
  /**
   * Gives so many unpredictable bytes, for the initialisation vectors of AES. Absent: each vector is derived from the
   * file's key and what is enciphered, so that the same update is the same bytes each time.
   */
  readonly random?: ((bytes: number) => Uint8Array) | undefined;
}
