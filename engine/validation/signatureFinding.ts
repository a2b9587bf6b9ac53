import type { SubIndication } from "./indication.js";

/** Codes of what can be found: see `signatureFindings`. */
export type SignatureFindingCode =
  | "document_damaged"
  | "range_wrong"
  | "entry_repeated"
  | "revision_unreadable"
  | "dictionary_replaced"
  | "signature_malformed"
  | "document_changed"
  | "certificate_missing"
  | "certificate_mismatch"
  | "digest_mismatch"
  | "value_wrong"
  | "algorithm_unknown"
  | "path_incomplete"
  | "root_untrusted"
  | "root_of_test"
  | "certificate_unfit"
  | "key_weak"
  | "certificate_expired"
  | "certificate_not_yet_valid"
  | "signed_before_certificate"
  | "certificate_revoked"
  | "authority_revoked"
  | "revocation_unknown"
  | "algorithm_weak"
  | "certificate_not_named"
  | "attributes_missing"
  | "format_unsupported"
  | "change_unexplained"
  | "timestamp_order"
  | "timestamp_malformed"
  | "timestamp_mismatch"
  | "timestamp_wrong"
  | "timestamp_unproven"
  | "certificate_unnamed"
  | "time_unproven"
  | "field_shared"
  | "document_extended";

/**
 * Everything that a check of a signature or time-stamp can find, and what it comes to (EN 319 102-1 Table 6); null for
 * what only tells. Closed: a caller may switch over it.
 */
export const signatureFindings: Readonly<Record<SignatureFindingCode, SubIndication | null>> = {
  document_damaged: "FORMAT_FAILURE",
  range_wrong: "FORMAT_FAILURE",
  entry_repeated: "FORMAT_FAILURE",
  revision_unreadable: "FORMAT_FAILURE",
  dictionary_replaced: "FORMAT_FAILURE",
  signature_malformed: "FORMAT_FAILURE",
  document_changed: "FORMAT_FAILURE",
  certificate_missing: "NO_SIGNING_CERTIFICATE_FOUND",
  certificate_mismatch: "NO_SIGNING_CERTIFICATE_FOUND",
  digest_mismatch: "HASH_FAILURE",
  value_wrong: "SIG_CRYPTO_FAILURE",
  algorithm_unknown: "CRYPTO_CONSTRAINTS_FAILURE",
  path_incomplete: "NO_CERTIFICATE_CHAIN_FOUND",
  root_untrusted: "NO_CERTIFICATE_CHAIN_FOUND",
  root_of_test: "CHAIN_CONSTRAINTS_FAILURE",
  certificate_unfit: "CHAIN_CONSTRAINTS_FAILURE",
  key_weak: "CRYPTO_CONSTRAINTS_FAILURE",
  certificate_expired: "OUT_OF_BOUNDS_NO_POE",
  certificate_not_yet_valid: "OUT_OF_BOUNDS_NO_POE",
  signed_before_certificate: "NOT_YET_VALID",
  certificate_revoked: "REVOKED_NO_POE",
  authority_revoked: "REVOKED_CA_NO_POE",
  revocation_unknown: "CERTIFICATE_CHAIN_GENERAL_FAILURE",
  algorithm_weak: "CRYPTO_CONSTRAINTS_FAILURE",
  certificate_not_named: "SIG_CONSTRAINTS_FAILURE",
  attributes_missing: "SIG_CONSTRAINTS_FAILURE",
  format_unsupported: "SIG_CONSTRAINTS_FAILURE",
  change_unexplained: "SIG_CONSTRAINTS_FAILURE",
  timestamp_order: "TIMESTAMP_ORDER_FAILURE",
  timestamp_malformed: "FORMAT_FAILURE",
  timestamp_mismatch: "HASH_FAILURE",
  timestamp_wrong: "SIG_CRYPTO_FAILURE",
  timestamp_unproven: null,
  certificate_unnamed: null,
  time_unproven: null,
  field_shared: null,
  document_extended: null,
};

/** One thing that was found. */
export interface SignatureFinding {
  readonly code: SignatureFindingCode;
  readonly subIndication: SubIndication | null;
  /** A sentence for people. */
  readonly message: string;
}

/**
 * @param message a sentence for people; what strangers wrote is in it only in quotes
 * @param subIndication where it is another than this finding's own
 */
export function found(
  code: SignatureFindingCode,
  message: string,
  subIndication: SubIndication | null = signatureFindings[code],
): SignatureFinding {
  return { code, subIndication, message };
}
