import { oid } from "../asn1/derObjectIdentifier.js";
import { explicit, integer, nullValue, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { type DigestAlgorithm, type DigestName, digestAlgorithms } from "./digestAlgorithm.js";

/**
 * Signs a message (the whole of it, not its digest) and returns the signature in the encoding its algorithm has in
 * X.509 and CMS: for ECDSA the DER ECDSA-Sig-Value (RFC 3279 2.2.3). May be a key store far away, so it may be
 * asynchronous.
 */
export type MessageSigner = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export type SignatureFamily = "ecdsa" | "rsa-pkcs1" | "rsa-pss" | "ed25519";

export type SignatureSchemeName = `${"ecdsa" | "rsa-pkcs1" | "rsa-pss"}-${DigestName}` | "ed25519";

/** What an AlgorithmIdentifier of a signature says, as data: the key, and so the length of a signature, is not in it. */
export interface SignatureScheme {
  readonly name: SignatureSchemeName;
  readonly family: SignatureFamily;
  readonly oid: string;
  /** AlgorithmIdentifier DER, as it stands in certificates and SignerInfo. */
  readonly identifier: Uint8Array;
  /** The digest of CMS' digestAlgorithm that belongs to it. */
  readonly digest: DigestAlgorithm;
  /** Bytes of salt of RSASSA-PSS; 0 for the others. */
  readonly saltLength: number;
}

/** A scheme with a key of a certain kind and size. */
export interface SignatureAlgorithm extends SignatureScheme {
  /** No signature value is longer, in bytes. */
  readonly longestSignature: number;
}

/** A key restricted to it, or a verifier without parameters, must not be left to guess: all of them are written. */
function pssParameters(digest: DigestAlgorithm): Uint8Array {
  // RFC 4055 2.1: here, unlike in CMS' digestAlgorithm, the parameters of the digest are NULL.
  const digestIdentifier = sequence(oid(digest.oid), nullValue());
  return sequence(
    explicit(0, digestIdentifier),
    explicit(1, sequence(oid(oids.maskGeneration1), digestIdentifier)),
    explicit(2, integer(digest.length)),
  );
}

/** Parameters absent (RFC 5758 3.2). */
function ecdsa(name: DigestName, identifier: string): SignatureScheme {
  return {
    name: `ecdsa-${name}`,
    family: "ecdsa",
    oid: identifier,
    identifier: sequence(oid(identifier)),
    digest: digestAlgorithms[name],
    saltLength: 0,
  };
}

/** Parameters NULL (RFC 4055 5). */
function rsaPkcs1(name: DigestName, identifier: string): SignatureScheme {
  return {
    name: `rsa-pkcs1-${name}`,
    family: "rsa-pkcs1",
    oid: identifier,
    identifier: sequence(oid(identifier), nullValue()),
    digest: digestAlgorithms[name],
    saltLength: 0,
  };
}

/** One digest for all, and a salt as long as it (RFC 4055 3.1, ETSI TS 119 312). */
function rsaPss(name: DigestName): SignatureScheme {
  const digest = digestAlgorithms[name];
  return {
    name: `rsa-pss-${name}`,
    family: "rsa-pss",
    oid: oids.rsaPss,
    identifier: sequence(oid(oids.rsaPss), pssParameters(digest)),
    digest,
    saltLength: digest.length,
  };
}

/**
 * Every scheme that is written: those of ETSI TS 119 312, so neither SHA-1 nor DSA, and Ed25519, which it does not list
 * yet. Who validates by its list (as EU DSS does by default) finds a signature of Ed25519 good and INDETERMINATE.
 */
export const signatureSchemes: Readonly<Record<SignatureSchemeName, SignatureScheme>> = {
  "ecdsa-sha256": ecdsa("sha256", oids.ecdsaWithSha256),
  "ecdsa-sha384": ecdsa("sha384", oids.ecdsaWithSha384),
  "ecdsa-sha512": ecdsa("sha512", oids.ecdsaWithSha512),
  "rsa-pkcs1-sha256": rsaPkcs1("sha256", oids.rsaWithSha256),
  "rsa-pkcs1-sha384": rsaPkcs1("sha384", oids.rsaWithSha384),
  "rsa-pkcs1-sha512": rsaPkcs1("sha512", oids.rsaWithSha512),
  "rsa-pss-sha256": rsaPss("sha256"),
  "rsa-pss-sha384": rsaPss("sha384"),
  "rsa-pss-sha512": rsaPss("sha512"),
  // RFC 8410 3: parameters absent. RFC 8419 2.3: its digest in CMS is SHA-512.
  ed25519: {
    name: "ed25519",
    family: "ed25519",
    oid: oids.ed25519,
    identifier: sequence(oid(oids.ed25519)),
    digest: digestAlgorithms.sha512,
    saltLength: 0,
  },
};

/** The scheme of this name; null for another name. */
export const schemeByName = (name: string): SignatureScheme | null =>
  Object.hasOwn(signatureSchemes, name) ? signatureSchemes[name as SignatureSchemeName] : null;

/** ECDSA over P-256 with SHA-256: two INTEGERs of at most 33 octets. */
export const ecdsaP256Sha256: SignatureAlgorithm = {
  ...signatureSchemes["ecdsa-sha256"],
  longestSignature: 72,
};
