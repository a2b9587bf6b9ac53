/** What a TLS server proves with who it is. */
export interface ServerIdentity {
  /** The server's certificate first, then those of authorities below the root that clients trust; PEM. */
  readonly certificates: string;
  /** Its key, PEM. */
  readonly privateKey: string;
}

/** Where a TLS server's identity comes from. It is asked again and again, because certificates are renewed. */
export interface ServerIdentitySource {
  /** The one to be used now; the same as before, letter for letter, unless it was renewed. */
  current(): Promise<ServerIdentity>;
}
