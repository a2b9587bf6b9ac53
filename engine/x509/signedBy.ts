import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { algorithmByIdentifier } from "./algorithmIdentifier.js";
import type { Certificate } from "./parseCertificate.js";
import { verifyWith } from "./verifySignature.js";

/** What certificates, revocation lists and OCSP responses have in common: X.509's SIGNED (RFC 5280 4.1.1). */
export interface Signed {
  /** DER of what was signed. */
  readonly toBeSigned: Uint8Array;
  /** AlgorithmIdentifier DER. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signatureValue: Uint8Array;
}

/** Takes apart the three elements that come next. @throws EngineError `asn1_malformed` */
export function readSigned(reader: DerReader, what: string): Signed {
  const toBeSigned = reader.read(tag.sequence, what).encoded;
  const signatureAlgorithm = reader.read(tag.sequence, "signatureAlgorithm").encoded;
  const { content } = reader.read(tag.bitString, "signatureValue");
  // Every signature is whole octets. One that says otherwise is none; what it stands on can still be read.
  return {
    toBeSigned,
    signatureAlgorithm,
    signatureValue: content[0] === 0 ? content.subarray(1) : NO_SIGNATURE,
  };
}

const NO_SIGNATURE = new Uint8Array(0);

/**
 * Whether the signature verifies with this key; false, too, for an algorithm that is not accepted (SHA-1, DSA).
 * @param subjectPublicKeyInfo DER
 * @throws EngineError `asn1_malformed` when the algorithm is no AlgorithmIdentifier
 */
export function isSignedWith(signed: Signed, subjectPublicKeyInfo: Uint8Array): boolean {
  const scheme = algorithmByIdentifier(signed.signatureAlgorithm);
  return (
    scheme !== null && verifyWith(scheme, subjectPublicKeyInfo, signed.toBeSigned, signed.signatureValue)
  );
}

/** Authorities' certificates are met in every path; verifying them again and again would be most of what a path costs. */
const REMEMBERED_SIGNATURES = 64;
const verified = new Set<string>();

/**
 * Whether the key of `issuer` signed this certificate; names are not looked at. That it did is remembered for the
 * certificates met last, by digest of the one and key of the other, so that nothing else can pass for them.
 * @throws EngineError `asn1_malformed`
 */
export function isCertificateSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  const pair = Buffer.concat([certificate.sha256, issuer.subjectPublicKeyInfo]).toString("latin1");
  if (!verified.delete(pair)) {
    const signed = readSigned(
      DerReader.inside(certificate.der, tag.sequence, "Certificate"),
      "TBSCertificate",
    );
    // RFC 5280 4.1.1.2: the one outside is not signed, so it has to be the one inside.
    if (Buffer.compare(algorithmInside(signed), signed.signatureAlgorithm) !== 0) return false;
    if (!isSignedWith(signed, issuer.subjectPublicKeyInfo)) return false;
  }
  // The one met last is the last to be forgotten.
  verified.add(pair);
  if (verified.size > REMEMBERED_SIGNATURES) verified.delete(verified.values().next().value ?? pair);
  return true;
}

/** AlgorithmIdentifier DER of a TBSCertificate's field `signature`. */
function algorithmInside({ toBeSigned }: Signed): Uint8Array {
  const tbs = DerReader.inside(toBeSigned, tag.sequence, "TBSCertificate");
  tbs.readOptional(contextConstructed(0), "version");
  tbs.read(tag.integer, "serialNumber");
  return tbs.read(tag.sequence, "signature").encoded;
}
