import type { DigestName } from "../x509/digestAlgorithm.js";
import { encodeTimestampRequest } from "./request.js";
import { verifyTimestampResponse } from "./verifyResponse.js";

export interface TimestampClientOptions {
  /** A nonce for each request, 8 bytes or more from a random source: an old answer then cannot pass for a new one. */
  readonly nonce: () => Uint8Array;
  /** The policy to be stamped under, dotted object identifier; absent: the authority's own choice. */
  readonly policy?: string;
}

/**
 * Makes of a way to a time-stamping authority, such as an HTTP POST of `application/timestamp-query` (RFC 3161 3.4),
 * what sign() and extend() take as `timestamp`. Each answer is held against its request and verified, so that
 * `timestampVerified: true` may stand beside it.
 * @param post takes a TimeStampReq DER to the authority and brings back its TimeStampResp DER
 * @throws EngineError `timestamp_response_invalid` when the authority refuses, or answers something else; and what
 *   `post` throws
 */
export function timestampClient(
  post: (request: Uint8Array) => Uint8Array | Promise<Uint8Array>,
  { nonce: newNonce, policy }: TimestampClientOptions,
): (digest: Uint8Array, digestAlgorithm: DigestName) => Promise<Uint8Array> {
  return async (digest, digestAlgorithm) => {
    const asked = { digest, digestAlgorithm, nonce: newNonce(), ...(policy !== undefined && { policy }) };
    const responseDer = await post(encodeTimestampRequest(asked));
    return verifyTimestampResponse({ ...asked, responseDer }).token;
  };
}
