/** A file that came as a part of a multipart request. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}
