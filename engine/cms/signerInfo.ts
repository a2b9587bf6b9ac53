import type { DerElement } from "../asn1/derElement.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { readAttributes } from "./attributes.js";
import { readSigningCertificateHash, type SigningCertificateHash } from "./signingCertificate.js";

/** A SignerInfo with signed attributes (RFC 5652 5.3). */
export interface SignerInfo {
  readonly signerIdentifier: DerElement;
  /** Dotted object identifier. */
  readonly digestAlgorithm: string;
  /** Dotted object identifier. */
  readonly signatureAlgorithm: string;
  /** The signedAttrs under the tag of SET OF: what was signed (RFC 5652 5.4). */
  readonly signedAttributes: Uint8Array;
  /** Value of the message-digest attribute. */
  readonly messageDigest: Uint8Array;
  /** Of signing-certificate-v2, or of its SHA-1 forerunner; null without either. */
  readonly signingCertificateHash: SigningCertificateHash | null;
  readonly signatureValue: Uint8Array;
  /** The first signature time-stamp token, DER; null without one. */
  readonly timestampToken: Uint8Array | null;
}

/**
 * Reads a SignerInfo.
 * @param contentType eContentType, which the content-type attribute has to repeat (RFC 5652 11.1)
 * @throws EngineError `asn1_malformed`, `signature_invalid`
 */
export function readSignerInfo(der: Uint8Array, contentType: string): SignerInfo {
  const reader = DerReader.inside(der, tag.sequence, "SignerInfo");
  reader.read(tag.integer, "version");
  const signerIdentifier = reader.readAny("sid");
  const digestAlgorithm = readAlgorithm(reader, "digestAlgorithm");
  const signed = reader.readOptional(contextConstructed(0), "signedAttrs");
  if (signed === null) throw new EngineError("signature_invalid", "The CMS signer has no signed attributes.");
  const signatureAlgorithm = readAlgorithm(reader, "signatureAlgorithm");
  const signatureValue = reader.read(tag.octetString, "signature").content;
  const unsigned = reader.readOptional(contextConstructed(1), "unsignedAttrs");
  reader.close("SignerInfo");

  const signedAttributes = Uint8Array.from(signed.encoded);
  signedAttributes[0] = tag.set;
  const attributes = readAttributes(signed);
  if (attributes.single(oids.contentType, tag.objectIdentifier).oid !== contentType) {
    throw new EngineError("signature_invalid", "The signed content-type is not the content's type.");
  }
  return {
    signerIdentifier,
    digestAlgorithm,
    signatureAlgorithm,
    signedAttributes,
    messageDigest: attributes.single(oids.messageDigest, tag.octetString).content,
    signingCertificateHash: readSigningCertificateHash(attributes),
    signatureValue,
    timestampToken:
      unsigned && (readAttributes(unsigned).first(oids.signatureTimeStampToken)?.encoded ?? null),
  };
}

function readAlgorithm(reader: DerReader, what: string): string {
  return reader.enter(tag.sequence, what).read(tag.objectIdentifier, what).oid;
}
