import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import type { Attributes } from "./attributes.js";

/** OIW: SHA-1, the one digest of the first signing-certificate attribute (RFC 2634 5.4). */
const SHA1 = "1.3.14.3.2.26";

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
  const standard = second ? oids.sha256 : SHA1;
  return {
    algorithm: named?.read(tag.objectIdentifier, "hashAlgorithm").oid ?? standard,
    value: identifier.read(tag.octetString, "certHash").content,
  };
}
