/** A request to an address that a stranger chose. */
export interface OutboundRequest {
  readonly method: "GET" | "POST";
  /** Absolute; https, or http where it is allowed. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whether `http:` is good enough. */
  readonly allowHttp: boolean;
  /** Milliseconds for all of it, from the name to the last byte. */
  readonly timeoutMs: number;
  /** Bytes of the answer's body that are read; what is longer is cut off there. */
  readonly mostBodyBytes: number;
  /** That a longer body is of no use: where its announced length says that it is longer, none of it is read. */
  readonly wholeBody?: boolean;
}

/** Milliseconds that each part took, those that there were; a kept connection has no name, connection or TLS. */
export interface OutboundTiming {
  readonly dns?: number;
  readonly connect?: number;
  readonly tls?: number;
  readonly first_byte?: number;
  readonly total: number;
}

/** An answer, whatever its status. */
export interface OutboundResponse {
  readonly status: number;
  /** Names in lower case; several of one name are joined by a comma and a blank. 16 kB at most in all. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Whether the body went on. */
  readonly truncated: boolean;
  readonly timing: OutboundTiming;
}

/** Requests to addresses that strangers chose: what is dialled is judged when it is dialled. */
export interface OutboundHttp {
  /** @throws OutboundError where there is no answer */
  send(request: OutboundRequest): Promise<OutboundResponse>;
  /**
   * Judges a URL that a stranger registers for requests to come, as far as can be known now: it is an absolute https
   * URL (http where allowed) of 2,048 characters at most, without user, password and fragment, and leads to no
   * forbidden address. A name that cannot be resolved within two seconds is let pass, for every connection is judged
   * again when it is made.
   * @throws OutboundError `url_invalid` or `address_forbidden`
   */
  check(url: string, options: { readonly allowHttp: boolean }): Promise<void>;
}

export type OutboundErrorCode =
  | "url_invalid"
  | "address_forbidden"
  | "name_not_found"
  | "connection_refused"
  | "connection_failed"
  | "tls_failed"
  | "timeout"
  | "response_invalid";

/** Its sentence repeats no URL: that may hold a secret of the stranger's. */
export class OutboundError extends Error {
  override readonly name = "OutboundError";
  constructor(
    readonly code: OutboundErrorCode,
    message: string,
    readonly timing: OutboundTiming,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
