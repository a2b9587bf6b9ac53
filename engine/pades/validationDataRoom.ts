import type { ValidationData } from "../pdf/documentSecurityStore.js";

/** Around each stream: its object, dictionary, reference and cross-reference entry. */
const BYTES_A_STREAM = 160;
/** Catalog entry, store, field, trailer and cross-reference, but for what the revision before had to write as well. */
const BYTES_BESIDE = 8192;

/**
 * How many bytes a revision with these validation data, and a document time-stamp when there is to be one, will take
 * at the most: a guess on the safe side, so that the document is not copied again.
 * @param previousBytes length of the revision before it, which writes the same page, form and catalog anew
 * @param timestampTokenBytes room for the token of a document time-stamp; 0: none
 */
export function roomForValidationData(
  data: ValidationData,
  previousBytes: number,
  timestampTokenBytes = 0,
): number {
  const streams = [...data.certificates, ...data.crls, ...data.ocspResponses];
  const bytes = streams.reduce((sum, { length }) => sum + length + BYTES_A_STREAM, 0);
  return bytes + previousBytes + 2 * timestampTokenBytes + BYTES_BESIDE;
}
