import type { DerElement } from "../asn1/derElement.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { cmsSignatureScheme } from "../x509/algorithmIdentifier.js";
import type { SignatureScheme } from "../x509/signatureAlgorithm.js";
import { readAttributes } from "./attributes.js";
import { readSigningCertificateHash, type SigningCertificateHash } from "./signingCertificate.js";

/** A SignerInfo with signed attributes (RFC 5652 5.3). */
export interface SignerInfo {
  readonly signerIdentifier: DerElement;
  /** Dotted object identifier. */
  readonly digestAlgorithm: string;
  /** Dotted object identifier. */
  readonly signatureAlgorithm: string;
  /** AlgorithmIdentifier DER of `signatureAlgorithm`, with its parameters. */
  readonly signatureAlgorithmIdentifier: Uint8Array;
  /** What the two together name; null when it is no scheme of ours, as with SHA-1, or they contradict each other. */
  readonly signatureScheme: SignatureScheme | null;
  /** The signedAttrs under the tag of SET OF: what was signed (RFC 5652 5.4). Empty in a bare signature. */
  readonly signedAttributes: Uint8Array;
  /** Value of the message-digest attribute; empty in a bare signature. */
  readonly messageDigest: Uint8Array;
  /** Of signing-certificate-v2, or of its SHA-1 forerunner; null without either. */
  readonly signingCertificateHash: SigningCertificateHash | null;
  readonly signatureValue: Uint8Array;
  /** The unsignedAttrs under the tag of SET OF; null without any. `attributeValues` finds what is in them. */
  readonly unsignedAttributes: Uint8Array | null;
  /** The first signature time-stamp token, DER; null without one. */
  readonly timestampToken: Uint8Array | null;
  /** All of them, for a signature may be stamped by several authorities. */
  readonly timestampTokens: readonly Uint8Array[];
}

/**
 * Reads a SignerInfo.
 * @param contentType eContentType, which the content-type attribute has to repeat (RFC 5652 11.1)
 * @param bare true to take one without signed attributes, too, whose value is over the content itself (RFC 5652 5.4)
 * @throws EngineError `asn1_malformed`, `signature_invalid`
 */
export function readSignerInfo(der: Uint8Array, contentType: string, bare = false): SignerInfo {
  const reader = DerReader.inside(der, tag.sequence, "SignerInfo");
  reader.read(tag.integer, "version");
  const signerIdentifier = reader.readAny("sid");
  const digestAlgorithm = oidOf(reader.read(tag.sequence, "digestAlgorithm"));
  const signed = reader.readOptional(contextConstructed(0), "signedAttrs");
  if (signed === null && !bare)
    throw new EngineError("signature_invalid", "The CMS signer has no signed attributes.");
  const signatureAlgorithm = reader.read(tag.sequence, "signatureAlgorithm");
  const signatureValue = reader.read(tag.octetString, "signature").content;
  const unsigned = reader.readOptional(contextConstructed(1), "unsignedAttrs");
  reader.close("SignerInfo");

  const attributes = signed && readAttributes(signed);
  if (attributes && attributes.single(oids.contentType, tag.objectIdentifier).oid !== contentType) {
    throw new EngineError("signature_invalid", "The signed content-type is not the content's type.");
  }
  const timestampTokens = unsigned
    ? readAttributes(unsigned)
        .all(oids.signatureTimeStampToken)
        .map((token) => token.encoded)
    : [];
  return {
    signerIdentifier,
    digestAlgorithm,
    signatureAlgorithm: oidOf(signatureAlgorithm),
    signatureAlgorithmIdentifier: signatureAlgorithm.encoded,
    signatureScheme: cmsSignatureScheme(signatureAlgorithm.encoded, digestAlgorithm),
    signedAttributes: signed ? underSet(signed) : NOTHING,
    messageDigest: attributes?.single(oids.messageDigest, tag.octetString).content ?? NOTHING,
    signingCertificateHash: attributes && readSigningCertificateHash(attributes),
    signatureValue,
    unsignedAttributes: unsigned && underSet(unsigned),
    timestampToken: timestampTokens[0] ?? null,
    timestampTokens,
  };
}

const NOTHING = new Uint8Array(0);

/** Attributes as they stand, under the tag of SET OF in place of their own: so they are signed (RFC 5652 5.4). */
function underSet(attributes: DerElement): Uint8Array {
  const retagged = Uint8Array.from(attributes.encoded);
  retagged[0] = tag.set;
  return retagged;
}

const oidOf = (algorithm: DerElement): string =>
  DerReader.inside(algorithm.encoded, tag.sequence, "algorithm").read(tag.objectIdentifier, "algorithm").oid;
