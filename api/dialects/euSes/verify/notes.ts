import type { SignatureFindingCode } from "../../../../engine/validation/signatureFinding.js";

/** What a note is about: its `policy`. */
export const notePolicies = { document: 1, signature: 2, certificate: 3, timestamp: 4 } as const;

/** How grave it is: its `type`. */
export const noteTypes = { information: 1, warning: 2, error: 3 } as const;

/** A kind of note. Its number, `about`, is its own within its policy. */
export interface NoteKind {
  readonly policy: keyof typeof notePolicies;
  readonly about: number;
  readonly synopsis: string;
}

const kind = (policy: NoteKind["policy"], about: number, synopsis: string): NoteKind => ({
  policy,
  about,
  synopsis,
});

/** Each thing that a verification can find, as a note. Numbers stay what they are. */
export const findingNotes: Readonly<Record<SignatureFindingCode, NoteKind>> = {
  document_damaged: kind("document", 1, "Document damaged"),
  document_changed: kind("document", 2, "Document changed after signature"),
  change_unexplained: kind("document", 3, "Unexplained change after signature"),
  document_extended: kind("document", 4, "Document extended after signature"),
  range_wrong: kind("signature", 1, "Signature does not cover the document"),
  entry_repeated: kind("signature", 2, "Ambiguous signature dictionary"),
  revision_unreadable: kind("signature", 3, "Signed revision unreadable"),
  dictionary_replaced: kind("signature", 4, "Signature dictionary replaced"),
  signature_malformed: kind("signature", 5, "Signature malformed"),
  digest_mismatch: kind("signature", 6, "Signed content changed"),
  value_wrong: kind("signature", 7, "Signature value wrong"),
  algorithm_unknown: kind("signature", 8, "Algorithm unknown"),
  algorithm_weak: kind("signature", 9, "Algorithm no longer reliable"),
  certificate_not_named: kind("signature", 10, "Signing certificate not signed"),
  certificate_unnamed: kind("signature", 11, "Signing certificate not named"),
  attributes_missing: kind("signature", 12, "Signed attributes missing"),
  format_unsupported: kind("signature", 13, "Signature format unsupported"),
  field_shared: kind("signature", 14, "Signature in several fields"),
  certificate_missing: kind("certificate", 4, "Signer certificate missing"),
  certificate_mismatch: kind("certificate", 5, "Another signer certificate named"),
  path_incomplete: kind("certificate", 6, "Certificate chain incomplete"),
  root_untrusted: kind("certificate", 7, "Certificate chain not trusted"),
  root_of_test: kind("certificate", 8, "Certificate of the test mode"),
  certificate_unfit: kind("certificate", 9, "Certificate unfit for signing"),
  key_weak: kind("certificate", 10, "Key no longer reliable"),
  certificate_expired: kind("certificate", 11, "Certificate expired"),
  certificate_not_yet_valid: kind("certificate", 12, "Certificate not yet valid"),
  signed_before_certificate: kind("certificate", 13, "Signed before the certificate began"),
  certificate_revoked: kind("certificate", 14, "Certificate revoked"),
  authority_revoked: kind("certificate", 15, "Issuer certificate revoked"),
  revocation_unknown: kind("certificate", 16, "Revocation status unknown"),
  time_unproven: kind("timestamp", 1, "Signature time not proven"),
  timestamp_unproven: kind("timestamp", 2, "Time-stamp proves nothing"),
  timestamp_order: kind("timestamp", 3, "Time-stamps out of order"),
  timestamp_malformed: kind("timestamp", 4, "Time-stamp malformed"),
  timestamp_mismatch: kind("timestamp", 5, "Time-stamp over other content"),
  timestamp_wrong: kind("timestamp", 6, "Time-stamp signature wrong"),
};

/** Notes about what is no finding of the validation. */
export const furtherNotes = {
  notQualified: kind("certificate", 1, "Not certified as qualified"),
  /** As the dialect's first maker has it. */
  qualified: kind("certificate", 2, "Certified qualified in conformity"),
  qualifiedDevice: kind("certificate", 3, "Key stated to be in a qualified device"),
  sourceUnavailable: kind("document", 5, "No revision before the first signature"),
  detachedContentUnused: kind("document", 6, "Detached content not used"),
} as const;
