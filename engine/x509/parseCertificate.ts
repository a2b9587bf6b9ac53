import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { digestOf } from "./digestAlgorithm.js";
import { readName } from "./readName.js";
import { readTbsCertificate, type TbsCertificate } from "./tbsCertificate.js";

/** What others need of a certificate; every byte field is a view of `der`. */
export interface Certificate {
  readonly der: Uint8Array;
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  /** Name DER. */
  readonly issuer: Uint8Array;
  /** Name DER. */
  readonly subject: Uint8Array;
  /** The subject's first commonName; null when it has none. */
  readonly subjectCommonName: string | null;
  /** SubjectPublicKeyInfo DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  readonly notBefore: Date;
  /** Inclusive (RFC 5280 4.1.2.5). */
  readonly notAfter: Date;
  readonly subjectKeyIdentifier: Uint8Array | null;
  /** SHA-256 of `der`. */
  readonly sha256: Uint8Array;
}

/**
 * Reads a certificate (RFC 5280 4.1). It judges neither its signature nor whether it fits any profile.
 * @param der the whole certificate and nothing behind it
 * @throws EngineError `asn1_malformed`
 */
export function parseCertificate(der: Uint8Array): Certificate {
  const certificate = DerReader.inside(der, tag.sequence, "Certificate");
  const tbs = readTbsCertificate(certificate);
  certificate.read(tag.sequence, "signatureAlgorithm");
  certificate.read(tag.bitString, "signatureValue");
  certificate.close("Certificate");
  return {
    der,
    serialNumber: tbs.serialNumber.integerOctets,
    issuer: tbs.issuer.encoded,
    subject: tbs.subject.encoded,
    subjectCommonName:
      readName(tbs.subject.encoded).find((attribute) => attribute.type === oids.commonName)?.value.text ??
      null,
    subjectPublicKeyInfo: tbs.subjectPublicKeyInfo.encoded,
    notBefore: tbs.notBefore.date,
    notAfter: tbs.notAfter.date,
    subjectKeyIdentifier: subjectKeyIdentifier(tbs),
    sha256: digestOf("sha256", der),
  };
}

/**
 * IssuerAndSerialNumber DER (RFC 5652 10.2.4) that points at this certificate.
 * @throws EngineError `asn1_malformed`
 */
export function issuerAndSerialNumber(der: Uint8Array): Uint8Array {
  const tbs = DerReader.inside(der, tag.sequence, "Certificate").enter(tag.sequence, "TBSCertificate");
  tbs.readOptional(contextConstructed(0), "version");
  const serialNumber = tbs.read(tag.integer, "serialNumber");
  tbs.read(tag.sequence, "signature");
  return sequence(tbs.read(tag.sequence, "issuer").encoded, serialNumber.encoded);
}

/**
 * SubjectPublicKeyInfo DER of a certificate, where nothing else is wanted of it.
 * @throws EngineError `asn1_malformed`
 */
export function subjectPublicKeyInfoOf(der: Uint8Array): Uint8Array {
  const tbs = DerReader.inside(der, tag.sequence, "Certificate").enter(tag.sequence, "TBSCertificate");
  tbs.readOptional(contextConstructed(0), "version");
  tbs.read(tag.integer, "serialNumber");
  for (const field of ["signature", "issuer", "validity", "subject"]) tbs.read(tag.sequence, field);
  return tbs.read(tag.sequence, "subjectPublicKeyInfo").encoded;
}

function subjectKeyIdentifier(tbs: TbsCertificate): Uint8Array | null {
  const extension = tbs.extensions.find(({ oid }) => oid === oids.subjectKeyIdentifier);
  if (!extension) return null;
  const reader = DerReader.of(extension.value);
  const { content } = reader.read(tag.octetString, "SubjectKeyIdentifier");
  reader.close("SubjectKeyIdentifier");
  return content;
}
