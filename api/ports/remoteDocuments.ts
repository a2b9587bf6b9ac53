/** Fetches a document from a URL that a caller gave us. */
export interface RemoteDocuments {
  /**
   * @param url an absolute https URL (http only where the operator allows it)
   * @param maxBytes refuses a body larger than this
   * @throws RemoteDocumentError
   */
  fetch(url: string, maxBytes: number): Promise<RemoteDocument>;
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

export class RemoteDocumentError extends Error {
  override readonly name = "RemoteDocumentError";
  constructor(
    readonly code: RemoteDocumentErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
