import { EngineError } from "../error.js";
import { requireTimestampOverDigest, verifyTimestampToken } from "../tsp/verifyToken.js";
import type { DocumentTimestampState } from "./documentTimestampState.js";
import { isPreparedDocument } from "./preparedDocument.js";

/**
 * The last step of a document time-stamp: puts the token into /Contents and the increment behind the document.
 * @param pdf the document that was given to prepareDocumentTimestamp
 * @param token TimeStampToken DER (RFC 3161) over the digest that it said; checked to be that, and to verify
 * @param options.pdfUnchanged true when the caller kept the very bytes since, so that hashing them once more shows
 *   nothing; bytes that come back from a store are hashed
 * @returns the document, whole; the only copy that is made
 * @throws EngineError `timestamp_response_invalid`, `signature_does_not_fit` when the token is longer than the room
 *   reserved, `state_invalid` when pdf is not the document that was prepared
 */
export function completeDocumentTimestamp(
  pdf: Uint8Array,
  state: DocumentTimestampState,
  token: Uint8Array,
  options: { readonly pdfUnchanged?: boolean } = {},
): Uint8Array {
  const { digestAlgorithm, digest } = state;
  if (!isPreparedDocument(pdf, state, digestAlgorithm, digest, options.pdfUnchanged === true)) {
    throw new EngineError(
      "state_invalid",
      "The document is not the one that was prepared for its time-stamp.",
    );
  }
  const increment = fillDocumentTimestamp(state, token);
  const stamped = Buffer.allocUnsafeSlow(pdf.length + increment.length);
  stamped.set(pdf);
  stamped.set(increment, pdf.length);
  return stamped;
}

/**
 * The increment of a state with the token in its /Contents: what is to be appended to the document.
 * @param verified true when the token was verified already, all but that it is this document's
 * @throws EngineError `timestamp_response_invalid`, `signature_does_not_fit`
 */
export function fillDocumentTimestamp(
  state: DocumentTimestampState,
  token: Uint8Array,
  verified = false,
): Uint8Array {
  const { increment, contentsAt, contentsBytes, digest, digestAlgorithm } = state;
  if (verified) requireTimestampOverDigest(token, digest, digestAlgorithm);
  else verifyTimestampToken({ token, digest, digestAlgorithm });
  if (token.length > contentsBytes) {
    throw new EngineError(
      "signature_does_not_fit",
      `The time-stamp token takes ${token.length} bytes, and ${contentsBytes} bytes were reserved for it.`,
    );
  }
  const filled = Buffer.from(increment);
  filled.write(Buffer.from(token).toString("hex"), contentsAt, "latin1");
  return filled;
}
