/** Fetches a document from a URL that a caller gave us. */
export interface RemoteDocuments {
  /**
   * @param url an absolute https URL (http only where the operator allows it)
   * @param maxBytes refuses a body larger than this
   * @throws RemoteDocumentError
   */
  fetch(url: string, maxBytes: number): Promise<RemoteDocument>;
  /**
   * Judges a URL that is going to be fetched from later, as far as can be known now; each fetch judges it again.
   * @throws RemoteDocumentError `url_invalid` or `address_forbidden`
   */
  check(url: string): Promise<void>;
}

export interface RemoteDocument {
  readonly bytes: Uint8Array;
  /** The media type as the server gave it, lower case, without parameters; empty when it gave none. */
  readonly contentType: string;
}

export type RemoteDocumentErrorCode =
  | "url_invalid"
  | "address_forbidden"
  | "redirect_refused"
  | "too_large"
  | "status_not_ok"
  | "timeout"
  | "unreachable";

/** Its sentence repeats no URL: that may hold a secret of the stranger's. */
export class RemoteDocumentError extends Error {
  override readonly name = "RemoteDocumentError";
  /** @param mayPass whether another try may have another outcome; so it may where there was no answer */
  constructor(
    readonly code: RemoteDocumentErrorCode,
    message: string,
    cause?: unknown,
    readonly mayPass = code === "timeout" || code === "unreachable",
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
