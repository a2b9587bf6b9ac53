import { createHash } from "node:crypto";
import type { DigestName } from "../x509/digestAlgorithm.js";
import type { BlankContents } from "./stateFields.js";

/** What a state says of the document that it was prepared for. */
export interface PreparedDocument extends BlankContents {
  /** In bytes. */
  readonly documentLength: number;
}

/**
 * Whether a document is the one that was prepared: whether it and the increment, but for the gap of /Contents, still
 * have the digest that was signed or stamped.
 * @param unchanged true to look at the length alone: for a caller who kept the very bytes
 */
export function isPreparedDocument(
  pdf: Uint8Array,
  { documentLength, increment, contentsAt, contentsBytes }: PreparedDocument,
  digestAlgorithm: DigestName,
  digest: Uint8Array,
  unchanged: boolean,
): boolean {
  if (pdf.length !== documentLength) return false;
  if (unchanged) return true;
  const found = createHash(digestAlgorithm)
    .update(pdf)
    .update(increment.subarray(0, contentsAt - 1))
    .update(increment.subarray(contentsAt + 2 * contentsBytes + 1))
    .digest();
  return found.equals(digest);
}
