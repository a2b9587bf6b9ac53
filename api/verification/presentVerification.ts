import type { Change } from "../../engine/pades/changes/change.js";
import type { CertificateReport } from "../../engine/validation/certificateReport.js";
import type {
  DocumentTimestampReport,
  PdfReport,
  RootReport,
  SignatureReport,
  TimestampReport,
} from "../../engine/validation/pdfReport.js";
import type { SignatureFinding } from "../../engine/validation/signatureFinding.js";
import type {
  ChangeView,
  FindingView,
  TrustAnchorView,
  VerificationView,
  VerifiedCertificateView,
  VerifiedDocumentTimestampView,
  VerifiedSignatureView,
  VerifiedTimestampView,
} from "./verificationViews.js";
import type { VerifiedDocument } from "./verifyDocument.js";

type KindOf = VerifiedDocument["anchorKind"];

export function presentVerification(verified: VerifiedDocument): VerificationView {
  const { report, attached, madeAt, anchorKind } = verified;
  return {
    object: "verification",
    format: "PAdES",
    ...presentReport(report, anchorKind),
    at: report.time.toISOString(),
    created_at: madeAt.toISOString(),
    attachments: attached.map((one) => ({ path: [...one.names], ...presentReport(one.report, anchorKind) })),
  };
}

function presentReport({ indication, subIndication, signatures, timestamps }: PdfReport, kindOf: KindOf) {
  return {
    indication,
    sub_indication: subIndication,
    signatures: signatures.map((signature) => presentSignature(signature, kindOf)),
    timestamps: timestamps.map((timestamp) => presentDocumentTimestamp(timestamp, kindOf)),
  };
}

function presentSignature(signature: SignatureReport, kindOf: KindOf): VerifiedSignatureView {
  return {
    field: signature.fieldName,
    indication: signature.indication,
    sub_indication: signature.subIndication,
    intact: signature.intact,
    level: signature.level,
    sub_filter: signature.subFilter,
    algorithm: signature.algorithm,
    claimed_time: signature.claimedTime?.toISOString() ?? null,
    proven_time: signature.provenTime?.toISOString() ?? null,
    findings: signature.findings.map(presentFinding),
    covers_whole_document: signature.coversWhole,
    modification: signature.modification,
    changes: signature.changes.map(presentChange),
    permits: signature.permits,
    trust_anchor: presentRoot(signature.root, kindOf),
    certificates: signature.path.map(presentCertificate),
    timestamps: signature.timestamps.map((timestamp) => presentTimestamp(timestamp, kindOf)),
  };
}

function presentDocumentTimestamp(
  timestamp: DocumentTimestampReport,
  kindOf: KindOf,
): VerifiedDocumentTimestampView {
  return {
    ...presentTimestamp(timestamp, kindOf),
    field: timestamp.fieldName,
    intact: timestamp.intact,
    covers_whole_document: timestamp.coversWhole,
    modification: timestamp.modification,
    changes: timestamp.changes.map(presentChange),
  };
}

function presentTimestamp(timestamp: TimestampReport, kindOf: KindOf): VerifiedTimestampView {
  return {
    indication: timestamp.indication,
    sub_indication: timestamp.subIndication,
    time: timestamp.genTime?.toISOString() ?? null,
    findings: timestamp.findings.map(presentFinding),
    trust_anchor: presentRoot(timestamp.root, kindOf),
    certificates: timestamp.path.map(presentCertificate),
  };
}

function presentRoot(root: RootReport | null, kindOf: KindOf): TrustAnchorView | null {
  return root && { kind: root.trusted ? kindOf(root.sha256) : null, name: root.name, sha256: root.sha256 };
}

function presentCertificate(certificate: CertificateReport): VerifiedCertificateView {
  const { qc } = certificate;
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    common_name: certificate.subjectCommonName,
    serial_number: certificate.serialNumber,
    not_before: certificate.notBefore.toISOString(),
    not_after: certificate.notAfter.toISOString(),
    status: certificate.status,
    revoked_at: certificate.revokedAt?.toISOString() ?? null,
    key_size: certificate.keySize,
    qualified: qc.qcCompliance,
    qualified_device: qc.qcSscd,
    qualified_for: [...qc.qcTypes],
    sha256: certificate.sha256,
    der: Buffer.from(certificate.der).toString("base64"),
  };
}

const presentFinding = ({ code, subIndication, message }: SignatureFinding): FindingView => ({
  code,
  sub_indication: subIndication,
  message,
});

const presentChange = ({ kind, message, fieldName, page }: Change): ChangeView => ({
  kind,
  message,
  field: fieldName,
  page,
});
