import { hash } from "node:crypto";
import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { digestAlgorithmByOid } from "../x509/digestAlgorithm.js";
import type { Attributes } from "./attributes.js";

/** Which certificate the signer says is theirs. */
export interface SigningCertificateHash {
  /** Dotted object identifier of the digest. */
  readonly algorithm: string;
  /** Digest of the certificate's DER. */
  readonly value: Uint8Array;
}

/**
 * The first certificate, the signer's, of signing-certificate-v2 (RFC 5035 5.4.1) or else of signing-certificate.
 * @throws EngineError `asn1_malformed`, `signature_invalid`
 */
export function readSigningCertificateHash(attributes: Attributes): SigningCertificateHash | null {
  const second = attributes.singleOptional(oids.signingCertificateV2, tag.sequence);
  const value = second ?? attributes.singleOptional(oids.signingCertificate, tag.sequence);
  if (value === null) return null;
  const identifier = DerReader.inside(value.encoded, tag.sequence, "SigningCertificate")
    .enter(tag.sequence, "certs")
    .enter(tag.sequence, "ESSCertID");
  const named = second ? identifier.enterOptional(tag.sequence, "hashAlgorithm") : null;
  // RFC 5035 5.4.1: SHA-256 is the DEFAULT. The first form has SHA-1 and no other (RFC 2634 5.4).
  const standard = second ? oids.sha256 : oids.sha1;
  return {
    algorithm: named?.read(tag.objectIdentifier, "hashAlgorithm").oid ?? standard,
    value: identifier.read(tag.octetString, "certHash").content,
  };
}

/**
 * Whether a signer names this certificate as theirs. SHA-1 counts, for it is all that the first signing-certificate has,
 * which most time-stamps still carry (RFC 3161 2.4.2).
 * @param certificate DER
 */
export function isNamedCertificate(
  { algorithm, value }: SigningCertificateHash,
  certificate: Uint8Array,
): boolean {
  const name = algorithm === oids.sha1 ? "sha1" : digestAlgorithmByOid(algorithm)?.name;
  return name !== undefined && Buffer.compare(hash(name, certificate, "buffer"), value) === 0;
}
