import type { CertificateReport } from "../../../../engine/validation/certificateReport.js";
import type { PdfReport, SignatureReport } from "../../../../engine/validation/pdfReport.js";
import type { VerifiedDocument } from "../../../verification/verifyDocument.js";
import { euSesDate } from "../date.js";
import { type NoteReport, notesOf } from "./presentNotes.js";

/** One signature, in this dialect's words. */
export interface SignatureReportView {
  readonly id: string;
  readonly integrity: boolean;
  readonly signatureAlgorithmName: string;
  readonly subjectDN: string;
  readonly issuerDN: string;
  readonly subjectCN: string;
  readonly issuerCN: string;
  readonly serialNumber: string;
  readonly signerCertificateStatus: CertificateReport["status"];
  readonly signerCertificateNotBefore: string | null;
  readonly signerCertificateNotAfter: string | null;
  readonly signerCertificateRevocationDate: string | null;
  readonly issuerCertificateStatus: CertificateReport["status"];
  readonly issuerCertificateRevocationDate: string | null;
  readonly trustedSignatureDate: boolean;
  readonly signatureDate: string | null;
  readonly issuerTrustedList: boolean;
  readonly keySize: number;
  readonly qcComplianceStatus: QcStatus;
  readonly qcSSCDStatus: QcStatus;
  readonly derEncodedSignerCert: string;
}

/** VALID: stated by an issuer that is trusted; UNKNOWN: by one that is not; INVALID: not stated. */
export type QcStatus = "VALID" | "INVALID" | "UNKNOWN";

/** What `POST /verify` answers. */
export interface VerificationData {
  readonly checkDate: string;
  readonly verificationDate: string;
  readonly signatureFormat: "PAdES";
  readonly nrOfSignatures: number;
  readonly overallVerified: boolean;
  readonly signatureReportList: readonly SignatureReportView[];
  readonly noteReportList: readonly NoteReport[];
  readonly plainDocument: string;
}

/**
 * A verification in this dialect's words. The plain document of a PDF is the file as it was before its first signature
 * was appended; where that came with the file itself, there is no such thing, and it is the file as that signed it.
 * @param size of the document, in bytes
 */
export function presentEuSesVerification(
  verified: VerifiedDocument,
  { size, detachedContent }: { readonly size: number; readonly detachedContent: boolean },
): VerificationData {
  const { report, attached, madeAt } = verified;
  const reports = [report, ...attached.map((one) => one.report)];
  const signatures = reports.flatMap((one) => one.signatures);
  return {
    checkDate: euSesDate(madeAt),
    verificationDate: euSesDate(report.time),
    signatureFormat: "PAdES",
    nrOfSignatures: signatures.length,
    overallVerified: signatures.length > 0 && reports.filter(isSigned).every(hasPassed),
    signatureReportList: signatures.map(presentSignature),
    noteReportList: notesOf(verified, { size, detachedContent }),
    plainDocument: Buffer.from(report.original).toString("base64"),
  };
}

/** A document that only carries signed ones has nothing that could pass. */
const isSigned = ({ signatures, timestamps }: PdfReport): boolean =>
  signatures.length + timestamps.length > 0;

const hasPassed = ({ indication }: PdfReport): boolean => indication === "TOTAL_PASSED";

/** One sentence on all of them. */
export function inOneSentence({ nrOfSignatures, overallVerified }: VerificationData): string {
  const which = nrOfSignatures === 1 ? "Signature is" : "Signatures are";
  return `${which} ${overallVerified ? "" : "not "}valid`;
}

function presentSignature(signature: SignatureReport, index: number): SignatureReportView {
  const [signer, issuer] = signature.path;
  const date = signature.provenTime ?? signature.claimedTime;
  return {
    id: String(index),
    integrity: signature.intact,
    signatureAlgorithmName: signature.algorithm ?? "",
    subjectDN: signer?.subject ?? "",
    issuerDN: signer?.issuer ?? "",
    subjectCN: signer?.subjectCommonName ?? "",
    issuerCN: signer?.issuerCommonName ?? "",
    serialNumber: signer?.serialNumber ?? "",
    signerCertificateStatus: signer?.status ?? "UNKNOWN",
    signerCertificateNotBefore: written(signer?.notBefore),
    signerCertificateNotAfter: written(signer?.notAfter),
    signerCertificateRevocationDate: written(signer?.revokedAt),
    issuerCertificateStatus: issuer?.status ?? "UNKNOWN",
    issuerCertificateRevocationDate: written(issuer?.revokedAt),
    trustedSignatureDate: signature.provenTime !== null,
    signatureDate: written(date),
    // No trusted list is asked yet.
    issuerTrustedList: false,
    keySize: signer?.keySize ?? 0,
    qcComplianceStatus: qcStatus(signature, signer?.qc.qcCompliance),
    qcSSCDStatus: qcStatus(signature, signer?.qc.qcSscd),
    derEncodedSignerCert: signer === undefined ? "" : Buffer.from(signer.der).toString("base64"),
  };
}

function qcStatus({ root }: SignatureReport, stated: boolean | undefined): QcStatus {
  if (stated !== true) return "INVALID";
  return root?.trusted === true ? "VALID" : "UNKNOWN";
}

const written = (date: Date | null | undefined): string | null =>
  date === null || date === undefined ? null : euSesDate(date);
