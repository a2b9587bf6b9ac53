import type { DigestName } from "../../engine/x509/digestAlgorithm.js";

/** An RFC 3161 time-stamp authority. */
export interface TimestampAuthority {
  /** Room that one of its tokens needs at most, in bytes; a signature reserves it before it is made. */
  readonly maxTokenBytes: number;
  /**
   * @param digest of what is to be stamped, as long as its algorithm makes it
   * @param algorithm SHA-256 when absent
   * @returns the TimeStampToken: a DER ContentInfo, checked to answer this request (imprint, nonce, status)
   * @throws TimestampError
   */
  timestamp(digest: Uint8Array, algorithm?: DigestName): Promise<Uint8Array>;
}

export class TimestampError extends Error {
  override readonly name = "TimestampError";
  constructor(
    readonly code: "rejected" | "invalid_response" | "unavailable",
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
