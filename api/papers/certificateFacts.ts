import { X509Certificate } from "node:crypto";
import { parseCertificate } from "../../engine/x509/parseCertificate.js";
import { certificatePoliciesOf, extensionsOf } from "../../engine/x509/readExtensions.js";

/** What a certificate says, for a reader. */
export interface CertificateFacts {
  /** Hexadecimal. */
  serial: string;
  /** Distinguished names, the most particular part first, as RFC 4514 writes them. */
  subject: string;
  issuer: string;
  /** SHA-256 of the certificate, hexadecimal. */
  sha256: string;
  not_before: string;
  not_after: string;
  /** Dotted object identifiers (RFC 5280 4.2.1.4). */
  policies: string[];
}

/** @param der the certificate @throws EngineError `asn1_malformed` */
export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = parseCertificate(der);
  const { subject, issuer, serialNumber } = new X509Certificate(der);
  return {
    serial: serialNumber.toLowerCase(),
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    sha256: Buffer.from(certificate.sha256).toString("hex"),
    not_before: certificate.notBefore.toISOString(),
    not_after: certificate.notAfter.toISOString(),
    policies: certificatePoliciesOf(extensionsOf(certificate)),
  };
}

/** A line an attribute, the most general first: what a control character in a value would add is escaped already. */
function distinguishedName(lines: string): string {
  return lines.split("\n").reverse().join(", ");
}
