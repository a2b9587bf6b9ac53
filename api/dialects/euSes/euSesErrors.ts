import { type FailureCode, failureCodes } from "../../failure/codes.js";

/** Numbers of refusals. Those below 900 are published by the dialect's first maker; the others are ours. */
export const euSesErrors = {
  signersEmpty: 610,
  /** Of `inputDocuments`, where they are missing; the maker has this number for both. */
  inputDocumentsRequired: 610,
  /** Where they are there and hold nothing: the number that the maker has for its other calls. */
  inputDocumentsEmpty: 615,
  invalidSignatureType: 622,
  invalidOptions: 625,
  signersRequired: 685,
  malformedCallbackUrl: 704,
  fieldMissing: 910,
  fieldInvalid: 911,
  fieldUnknown: 912,
  documentInvalid: 913,
  placementInvalid: 914,
} as const;

/** The sentence that is published for a callback's URL. */
export const malformedUrl = "malformed 'url' parameter, must be a valid url in 'callback'";

/** The number of a refusal that comes from a use case: where it is about no field, its HTTP status. */
export function numberOf(code: FailureCode): number {
  if (code === "field_invalid") return euSesErrors.fieldInvalid;
  if (code === "placement_invalid") return euSesErrors.placementInvalid;
  if (code.startsWith("document_") && failureCodes[code] === 422) return euSesErrors.documentInvalid;
  if (code === "document_too_large") return euSesErrors.documentInvalid;
  return failureCodes[code];
}
