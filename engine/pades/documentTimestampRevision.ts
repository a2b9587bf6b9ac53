import type { PdfDocument } from "../pdf/document.js";
import { fillDocumentTimestamp } from "./completeDocumentTimestamp.js";
import { type DocumentTimestampOptions, reserveDocumentTimestamp } from "./prepareDocumentTimestamp.js";
import type { Revisions } from "./revisions.js";
import type { TimestampSource } from "./validationDataSource.js";

/** How far the source of time-stamps is trusted. */
export interface TimestampTrust {
  /**
   * True when `timestamp` verifies each token before it returns it, as verifyTimestampResponse() does, so that doing it
   * once more shows nothing. That a token is over what was asked for is looked at all the same.
   */
  readonly timestampVerified?: boolean;
}

/** A document time-stamp, made. */
export interface DocumentTimestampRevision {
  /** What is to be appended to the document. */
  readonly increment: Uint8Array;
  /** TimeStampToken DER. */
  readonly token: Uint8Array;
  /** The fully qualified name of its field. */
  readonly fieldName: string;
}

/**
 * Has a document time-stamped, all steps at once.
 * @param document the one that `revisions` has at the moment
 * @throws EngineError as prepareDocumentTimestamp and completeDocumentTimestamp; whatever `timestamp` throws
 */
export async function stampDocument(
  document: PdfDocument,
  revisions: Revisions,
  timestamp: TimestampSource,
  options: Pick<DocumentTimestampOptions, "digestAlgorithm" | "timestampTokenBytes" | "validationData"> &
    TimestampTrust,
): Promise<DocumentTimestampRevision> {
  const { digestAlgorithm = "sha256" } = options;
  const prepared = reserveDocumentTimestamp(document, options, revisions.hash(digestAlgorithm));
  const token = await timestamp(prepared.digest, digestAlgorithm);
  const { fieldName } = prepared.state;
  return {
    increment: fillDocumentTimestamp(prepared.state, token, options.timestampVerified),
    token,
    fieldName,
  };
}
