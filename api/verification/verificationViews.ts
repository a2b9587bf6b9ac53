import type { ChangeKind } from "../../engine/pades/changes/change.js";
import type { Modification } from "../../engine/pades/changes/judgeChanges.js";
import type { PadesLevel } from "../../engine/pades/level.js";
import type { CertificateStatus } from "../../engine/validation/certificateReport.js";
import type { Indication, SubIndication } from "../../engine/validation/indication.js";
import type { SignatureFindingCode } from "../../engine/validation/signatureFinding.js";
import type { AnchorKind } from "./trustAnchors.js";

/** What was found wrong, or is worth knowing. */
export interface FindingView {
  code: SignatureFindingCode;
  /** What it comes to by itself; null for what only tells. */
  sub_indication: SubIndication | null;
  message: string;
}

/** A certificate on the way to a trust anchor. */
export interface VerifiedCertificateView {
  subject: string;
  issuer: string;
  common_name: string | null;
  /** Decimal. */
  serial_number: string;
  not_before: string;
  not_after: string;
  /** At the time at which it was used, as far as that is proven. */
  status: CertificateStatus;
  revoked_at: string | null;
  /** Bits of the modulus, or of the curve. */
  key_size: number | null;
  /** What its issuer states (EN 319 412-5); nobody has checked it against a trusted list. */
  qualified: boolean;
  qualified_device: boolean;
  qualified_for: ("esign" | "eseal" | "web")[];
  /** SHA-256 of the certificate, hexadecimal. */
  sha256: string;
  /** DER, base64. */
  der: string;
}

/** Where the certificates lead to. */
export interface TrustAnchorView {
  /** `live` and `test` are this service's own authorities, `configured` those that its operator trusts; null: nobody. */
  kind: AnchorKind | null;
  name: string;
  sha256: string;
}

/** What happened to the document after a signature. */
export interface ChangeView {
  kind: ChangeKind;
  message: string;
  field: string | null;
  page: number | null;
}

export interface VerifiedTimestampView {
  indication: Indication;
  sub_indication: SubIndication | null;
  /** What its unit says. */
  time: string | null;
  findings: FindingView[];
  trust_anchor: TrustAnchorView | null;
  certificates: VerifiedCertificateView[];
}

export interface VerifiedDocumentTimestampView extends VerifiedTimestampView {
  field: string;
  intact: boolean;
  covers_whole_document: boolean;
  modification: Modification | null;
  changes: ChangeView[];
}

export interface VerifiedSignatureView {
  field: string;
  indication: Indication;
  sub_indication: SubIndication | null;
  /** Whether the bytes that it covers are those that were signed, with the key of its certificate. */
  intact: boolean;
  /** As it is built; null where that cannot be told. */
  level: PadesLevel | null;
  sub_filter: string;
  algorithm: string | null;
  /** What the signer's program says. */
  claimed_time: string | null;
  /** The earliest time at which a trusted time-stamp proves that it existed. */
  proven_time: string | null;
  findings: FindingView[];
  covers_whole_document: boolean;
  /** What became of the document afterwards. */
  modification: Modification | null;
  changes: ChangeView[];
  /** The level of certification (ISO 32000-2 Table 257); null: it says nothing. */
  permits: 1 | 2 | 3 | null;
  trust_anchor: TrustAnchorView | null;
  /** The signer's first. */
  certificates: VerifiedCertificateView[];
  timestamps: VerifiedTimestampView[];
}

/** A PDF that the document carries. */
export interface VerifiedAttachmentView {
  /** Names of the files on the way to it, the outermost first. */
  path: string[];
  indication: Indication;
  sub_indication: SubIndication | null;
  signatures: VerifiedSignatureView[];
  timestamps: VerifiedDocumentTimestampView[];
}

/** What the verification of a document comes to (EN 319 102-1). */
export interface VerificationView {
  object: "verification";
  format: "PAdES";
  /** Of all signatures the worst; one of an attached document does not count. */
  indication: Indication;
  sub_indication: SubIndication | null;
  /** At which is judged what no time-stamp proves to be older. */
  at: string;
  created_at: string;
  signatures: VerifiedSignatureView[];
  /** Document time-stamps. */
  timestamps: VerifiedDocumentTimestampView[];
  attachments: VerifiedAttachmentView[];
}
