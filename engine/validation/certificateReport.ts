import { createPublicKey } from "node:crypto";
import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { type coordinateLength, readPublicKey } from "../x509/publicKey.js";
import { type QcStatements, qcStatementsOf } from "../x509/qcStatements.js";
import { commonNameOf, writtenName } from "../x509/writtenName.js";
import type { CertificateVerdict } from "./certificateJudge.js";

/**
 * How a certificate stood at the time at which it is judged. UNKNOWN: nothing that is trusted vouches for it, or nothing
 * tells whether it had been revoked.
 */
export type CertificateStatus = "VALID" | "EXPIRED" | "REVOKED" | "UNKNOWN" | "NOT_YET_VALID";

/** What a report tells of a certificate. */
export interface CertificateReport {
  readonly der: Uint8Array;
  /** SHA-256 of `der`, hexadecimal. */
  readonly sha256: string;
  /** Distinguished names as text: see `writtenName`. */
  readonly subject: string;
  readonly issuer: string;
  readonly subjectCommonName: string | null;
  /** Null where the issuer's name has none. */
  readonly issuerCommonName: string | null;
  /** Decimal. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly status: CertificateStatus;
  readonly revokedAt: Date | null;
  /** Bits of the modulus, or of the curve; null for a key that cannot be read. */
  readonly keySize: number | null;
  readonly qc: QcStatements;
}

/**
 * The certificates of a path as a report tells of them, the leaf first.
 * @param at when they were used
 */
export function reportPath(verdict: CertificateVerdict, at: Date): CertificateReport[] {
  return verdict.chain.map((certificate, index) => {
    const known = verdict.revocation[index];
    const revokedAt = known?.status === "revoked" ? known.revokedAt : null;
    const vouchedFor = verdict.trusted && known?.status !== "unknown";
    return reportCertificate(certificate, statusOf(certificate, at, revokedAt, vouchedFor), revokedAt);
  });
}

/** To the second, which is as close as a certificate's dates are. */
function statusOf(
  { notBefore, notAfter }: Certificate,
  at: Date,
  revokedAt: Date | null,
  vouchedFor: boolean,
): CertificateStatus {
  if (revokedAt !== null) return "REVOKED";
  const second = Math.floor(at.getTime() / 1000) * 1000;
  if (second < notBefore.getTime()) return "NOT_YET_VALID";
  if (second > notAfter.getTime()) return "EXPIRED";
  return vouchedFor ? "VALID" : "UNKNOWN";
}

function reportCertificate(
  certificate: Certificate,
  status: CertificateStatus,
  revokedAt: Date | null,
): CertificateReport {
  const { der, sha256, subject, issuer, subjectCommonName, serialNumber, notBefore, notAfter } = certificate;
  return {
    ...{ der, subjectCommonName, notBefore, notAfter, status, revokedAt },
    sha256: Buffer.from(sha256).toString("hex"),
    subject: writtenName(subject),
    issuer: writtenName(issuer),
    issuerCommonName: commonNameOf(issuer),
    serialNumber: decimal(serialNumber),
    keySize: keySizeOf(certificate),
    qc: qcStatementsOf(certificate),
  };
}

/** Two's complement, as an INTEGER has it. */
function decimal(octets: Uint8Array): string {
  const unsigned = BigInt(`0x${Buffer.from(octets).toString("hex") || "0"}`);
  return String((octets[0] ?? 0) >= 0x80 ? unsigned - (1n << BigInt(8 * octets.length)) : unsigned);
}

const curveBits: Readonly<Record<keyof typeof coordinateLength, number>> = {
  "P-256": 256,
  "P-384": 384,
  "P-521": 521,
};

function keySizeOf({ subjectPublicKeyInfo }: Certificate): number | null {
  try {
    const key = readPublicKey(subjectPublicKeyInfo);
    if (key.type === "rsa") return key.modulusBits;
    return key.type === "ec" ? curveBits[key.curve] : 256;
  } catch (error) {
    if (error instanceof EngineError) return foreignKeySize(subjectPublicKeyInfo);
    throw error;
  }
}

/** Of kinds of keys that are not accepted: another curve's name has its bits in it. */
function foreignKeySize(subjectPublicKeyInfo: Uint8Array): number | null {
  try {
    const key = createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: "der", type: "spki" });
    const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
    return modulusLength ?? (Number(/\d{3}/.exec(namedCurve ?? "")?.[0]) || null);
  } catch {
    // No key that the provider knows.
    return null;
  }
}
