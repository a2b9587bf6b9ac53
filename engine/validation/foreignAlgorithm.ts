import { constants, createPublicKey, type KeyObject, verify } from "node:crypto";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { EngineError } from "../error.js";

/** What a signature of somebody else's was made with, whether or not it is accepted today. */
export interface ForeignAlgorithm {
  /** As Java and its many callers call it: `SHA256withRSA`, `SHA256withECDSA`, `SHA256withRSAandMGF1`. */
  readonly name: string;
  /** The digest of the message, as the provider calls it. */
  readonly digest: string;
  readonly family: "rsa" | "rsa-pss" | "ecdsa" | "plain-ecdsa" | "dsa" | "ed25519";
  readonly saltLength: number;
}

interface Digest {
  readonly provider: string;
  /** As it stands in the name of a signature algorithm. */
  readonly label: string;
}

const digests = new Map<string, Digest>(
  (
    [
      ["1.2.840.113549.2.5", "md5", "MD5"],
      ["1.3.14.3.2.26", "sha1", "SHA1"],
      ["1.3.36.3.2.1", "ripemd160", "RIPEMD160"],
      ["2.16.840.1.101.3.4.2.4", "sha224", "SHA224"],
      ["2.16.840.1.101.3.4.2.1", "sha256", "SHA256"],
      ["2.16.840.1.101.3.4.2.2", "sha384", "SHA384"],
      ["2.16.840.1.101.3.4.2.3", "sha512", "SHA512"],
      ["2.16.840.1.101.3.4.2.7", "sha3-224", "SHA3-224"],
      ["2.16.840.1.101.3.4.2.8", "sha3-256", "SHA3-256"],
      ["2.16.840.1.101.3.4.2.9", "sha3-384", "SHA3-384"],
      ["2.16.840.1.101.3.4.2.10", "sha3-512", "SHA3-512"],
    ] as const
  ).map(([oid, provider, label]) => [oid, { provider, label }]),
);

const byProvider = new Map([...digests.values()].map((digest) => [digest.provider, digest]));

type Fixed = readonly [family: ForeignAlgorithm["family"], digest: string | null];

/** Signature algorithms; null for the digest: that of digestAlgorithm counts (RFC 3370 3.2, RFC 5754 3). */
const signatures = new Map<string, Fixed>([
  ["1.2.840.113549.1.1.1", ["rsa", null]],
  ["1.2.840.113549.1.1.4", ["rsa", "md5"]],
  ["1.2.840.113549.1.1.5", ["rsa", "sha1"]],
  ["1.2.840.113549.1.1.14", ["rsa", "sha224"]],
  ["1.2.840.113549.1.1.11", ["rsa", "sha256"]],
  ["1.2.840.113549.1.1.12", ["rsa", "sha384"]],
  ["1.2.840.113549.1.1.13", ["rsa", "sha512"]],
  ["1.2.840.10040.4.1", ["dsa", null]],
  ["1.2.840.10040.4.3", ["dsa", "sha1"]],
  ["2.16.840.1.101.3.4.3.1", ["dsa", "sha224"]],
  ["2.16.840.1.101.3.4.3.2", ["dsa", "sha256"]],
  ["1.2.840.10045.2.1", ["ecdsa", null]],
  ["1.2.840.10045.4.1", ["ecdsa", "sha1"]],
  ["1.2.840.10045.4.3.1", ["ecdsa", "sha224"]],
  ["1.2.840.10045.4.3.2", ["ecdsa", "sha256"]],
  ["1.2.840.10045.4.3.3", ["ecdsa", "sha384"]],
  ["1.2.840.10045.4.3.4", ["ecdsa", "sha512"]],
  // NIST: RSA and ECDSA with SHA-3.
  ["2.16.840.1.101.3.4.3.9", ["ecdsa", "sha3-224"]],
  ["2.16.840.1.101.3.4.3.10", ["ecdsa", "sha3-256"]],
  ["2.16.840.1.101.3.4.3.11", ["ecdsa", "sha3-384"]],
  ["2.16.840.1.101.3.4.3.12", ["ecdsa", "sha3-512"]],
  ["2.16.840.1.101.3.4.3.13", ["rsa", "sha3-224"]],
  ["2.16.840.1.101.3.4.3.14", ["rsa", "sha3-256"]],
  ["2.16.840.1.101.3.4.3.15", ["rsa", "sha3-384"]],
  ["2.16.840.1.101.3.4.3.16", ["rsa", "sha3-512"]],
  // BSI TR-03111 5.2.1.1: r and s side by side.
  ["0.4.0.127.0.7.1.1.4.1.1", ["plain-ecdsa", "sha1"]],
  ["0.4.0.127.0.7.1.1.4.1.2", ["plain-ecdsa", "sha224"]],
  ["0.4.0.127.0.7.1.1.4.1.3", ["plain-ecdsa", "sha256"]],
  ["0.4.0.127.0.7.1.1.4.1.4", ["plain-ecdsa", "sha384"]],
  ["0.4.0.127.0.7.1.1.4.1.5", ["plain-ecdsa", "sha512"]],
  ["1.3.101.112", ["ed25519", "sha512"]],
]);

const RSASSA_PSS = "1.2.840.113549.1.1.10";

const familyLabels = { rsa: "RSA", "rsa-pss": "RSAandMGF1", ecdsa: "ECDSA", dsa: "DSA" } as const;

/** The digest of this object identifier as the provider calls it; null for one that nobody knows. */
export const foreignDigest = (oid: string): string | null => digests.get(oid)?.provider ?? null;

/**
 * What a SignerInfo was signed with, among all that occurs in documents of the last decades.
 * @param identifier signatureAlgorithm, AlgorithmIdentifier DER
 * @param digestAlgorithm of the SignerInfo, dotted object identifier
 * @returns null for what is none of them, and where the two contradict each other
 */
export function foreignAlgorithm(identifier: Uint8Array, digestAlgorithm: string): ForeignAlgorithm | null {
  const own = digests.get(digestAlgorithm) ?? null;
  try {
    const reader = DerReader.inside(identifier, tag.sequence, "AlgorithmIdentifier");
    const oid = reader.read(tag.objectIdentifier, "algorithm").oid;
    if (oid === RSASSA_PSS) return pss(reader.atEnd ? null : reader);
    const known = signatures.get(oid);
    if (known === undefined) return null;
    const [family, fixed] = known;
    const digest = fixed === null ? own : (byProvider.get(fixed) ?? null);
    return digest && named(family, digest, 0);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** RSASSA-PSS-params (RFC 4055 3.1), whose defaults are SHA-1's. */
function pss(outer: DerReader | null): ForeignAlgorithm | null {
  const reader = outer?.enterOptional(tag.sequence, "RSASSA-PSS-params") ?? null;
  const hash = reader?.enterOptional(contextConstructed(0), "hashAlgorithm") ?? null;
  const oid = hash?.enter(tag.sequence, "hashAlgorithm").read(tag.objectIdentifier, "hashAlgorithm").oid;
  reader?.readOptional(contextConstructed(1), "maskGenAlgorithm");
  const salt = reader?.enterOptional(contextConstructed(2), "saltLength") ?? null;
  const digest = oid === undefined ? byProvider.get("sha1") : digests.get(oid);
  const saltLength = salt?.read(tag.integer, "saltLength").smallInteger ?? 20;
  return digest && saltLength <= MAX_SALT ? named("rsa-pss", digest, saltLength) : null;
}

const MAX_SALT = 1024;

function named(family: ForeignAlgorithm["family"], digest: Digest, saltLength: number): ForeignAlgorithm {
  const label = family === "plain-ecdsa" ? "PLAIN-ECDSA" : family === "ed25519" ? null : familyLabels[family];
  const name = label === null ? "Ed25519" : `${digest.label}with${label}`;
  return { name, digest: digest.provider, family, saltLength };
}

const keyTypes: Readonly<Record<ForeignAlgorithm["family"], readonly string[]>> = {
  rsa: ["rsa"],
  "rsa-pss": ["rsa", "rsa-pss"],
  ecdsa: ["ec"],
  "plain-ecdsa": ["ec"],
  dsa: ["dsa"],
  ed25519: ["ed25519"],
};

/** A key of RSA with 8192 bits has 1,062 bytes, one of DSA with its parameters some more: a larger one would buy our time. */
const MAX_KEY_BYTES = 2_400;

/**
 * Whether a signature is this key's over a message, by whatever it was made with; how strong it is, is not asked.
 * @param subjectPublicKeyInfo DER
 */
export function foreignVerifies(
  algorithm: ForeignAlgorithm,
  subjectPublicKeyInfo: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = loaded(subjectPublicKeyInfo);
  if (key === null || !keyTypes[algorithm.family].includes(key.asymmetricKeyType ?? "")) return false;
  const { family, digest, saltLength } = algorithm;
  try {
    if (family === "ed25519") return verify(null, message, key, signature);
    if (family === "plain-ecdsa")
      return verify(digest, message, { key, dsaEncoding: "ieee-p1363" }, signature);
    if (family !== "rsa-pss") return verify(digest, message, key, signature);
    return verify(digest, message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
  } catch {
    // What the provider throws, it throws about a key or a signature that is none: the answer is no.
    return false;
  }
}

function loaded(subjectPublicKeyInfo: Uint8Array): KeyObject | null {
  if (subjectPublicKeyInfo.length > MAX_KEY_BYTES) return null;
  try {
    return createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: "der", type: "spki" });
  } catch {
    // No key, or one of a kind that the provider does not know.
    return null;
  }
}
