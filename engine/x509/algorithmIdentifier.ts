import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { type DigestAlgorithm, digestAlgorithmByOid } from "./digestAlgorithm.js";
import { type SignatureScheme, signatureSchemes } from "./signatureAlgorithm.js";

/** A salt that a key of 8192 bits has room for, and every smaller one. */
const MAX_SALT = 1024;

const byOid = new Map(
  Object.values(signatureSchemes)
    .filter(({ family }) => family !== "rsa-pss")
    .map((scheme) => [scheme.oid, scheme]),
);

/**
 * The signature scheme that an AlgorithmIdentifier names, its parameters read to the last octet: absent for ECDSA and
 * Ed25519, absent or NULL for RSASSA-PKCS1-v1_5 (RFC 4055 5), and for RSASSA-PSS one digest of ours for message and
 * mask, and any salt (RFC 4055 3.1), which `saltLength` then tells.
 * @param der AlgorithmIdentifier DER
 * @returns null when it is none of ours, or its parameters are not
 * @throws EngineError `asn1_malformed`
 */
export function algorithmByIdentifier(der: Uint8Array): SignatureScheme | null {
  const reader = DerReader.inside(der, tag.sequence, "AlgorithmIdentifier");
  const identifier = reader.read(tag.objectIdentifier, "algorithm").oid;
  if (identifier === oids.rsaPss) return reader.atEnd ? null : readPss(der, reader);
  const scheme = byOid.get(identifier) ?? null;
  if (scheme?.family === "rsa-pkcs1") reader.readOptional(tag.null, "parameters");
  return reader.atEnd ? scheme : null;
}

/**
 * As `algorithmByIdentifier`, for a SignerInfo, whose signatureAlgorithm may be a bare rsaEncryption with the digest
 * left to digestAlgorithm (RFC 3370 3.2), and whose digestAlgorithm has to be the scheme's (RFC 5652 5.4).
 * @param der signatureAlgorithm DER
 * @param digest digestAlgorithm, dotted object identifier
 * @returns null also when the two do not go together
 * @throws EngineError `asn1_malformed`
 */
export function cmsSignatureScheme(der: Uint8Array, digest: string): SignatureScheme | null {
  const algorithm = digestAlgorithmByOid(digest);
  if (algorithm === null) return null;
  const reader = DerReader.inside(der, tag.sequence, "signatureAlgorithm");
  if (reader.read(tag.objectIdentifier, "signatureAlgorithm").oid === oids.rsaEncryption) {
    reader.readOptional(tag.null, "parameters");
    return reader.atEnd ? signatureSchemes[`rsa-pkcs1-${algorithm.name}`] : null;
  }
  const scheme = algorithmByIdentifier(der);
  return scheme?.digest === algorithm ? scheme : null;
}

/** RSASSA-PSS-params (RFC 4055 3.1). Its defaults are SHA-1's, hence nothing may be left out but the trailer field. */
function readPss(der: Uint8Array, outer: DerReader): SignatureScheme | null {
  const reader = outer.enter(tag.sequence, "RSASSA-PSS-params");
  const digest = readDigest(reader.enterOptional(contextConstructed(0), "hashAlgorithm"));
  const mask = readMask(reader.enterOptional(contextConstructed(1), "maskGenAlgorithm"));
  const salt = reader.enterOptional(contextConstructed(2), "saltLength");
  const saltLength = salt?.read(tag.integer, "saltLength").smallInteger ?? 20;
  salt?.close("saltLength");
  const trailer = reader.enterOptional(contextConstructed(3), "trailerField");
  const trailerField = trailer?.read(tag.integer, "trailerField").smallInteger ?? 1;
  trailer?.close("trailerField");
  reader.close("RSASSA-PSS-params");
  outer.close("AlgorithmIdentifier");
  if (digest === null || mask !== digest || saltLength > MAX_SALT || trailerField !== 1) return null;
  return { ...signatureSchemes[`rsa-pss-${digest.name}`], identifier: der, saltLength };
}

/** null for a digest that is not ours, and when there is none, which says SHA-1. */
function readDigest(wrapper: DerReader | null): DigestAlgorithm | null {
  if (wrapper === null) return null;
  const identifier = wrapper.enter(tag.sequence, "hashAlgorithm");
  wrapper.close("hashAlgorithm");
  const digest = digestAlgorithmByOid(identifier.read(tag.objectIdentifier, "hashAlgorithm").oid);
  identifier.readOptional(tag.null, "parameters");
  identifier.close("hashAlgorithm");
  return digest;
}

function readMask(wrapper: DerReader | null): DigestAlgorithm | null {
  if (wrapper === null) return null;
  const identifier = wrapper.enter(tag.sequence, "maskGenAlgorithm");
  wrapper.close("maskGenAlgorithm");
  const isMask1 = identifier.read(tag.objectIdentifier, "maskGenAlgorithm").oid === oids.maskGeneration1;
  return isMask1 ? readDigest(identifier) : null;
}
