import { createHash } from "node:crypto";
import { oid } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { element, nullValue, octetString, sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import type { Certificate } from "../x509/parseCertificate.js";

/**
 * The digests that name an issuer in a CertID (RFC 6960 4.1.1).
 *
 * SHA-1 is among them, though no signature here may use it: nearly every client sends it and RFC 5019 2.1.1 wants it.
 * It names one of the few authorities that a responder serves, whose names and keys no attacker chooses, and the
 * serial number stands beside it in clear: a collision, which SHA-1 no longer prevents, would need an authority that
 * was made for it, and that authority could answer for its own certificates anyway.
 */
export type CertIdDigest = "sha1" | "sha256";

/** CertID (RFC 6960 4.1.1), read; byte fields are views of what was parsed. */
export interface CertId {
  /** The whole, to be repeated as it is. */
  readonly encoded: Uint8Array;
  /** null when it is neither SHA-1 nor SHA-256. */
  readonly digest: CertIdDigest | null;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
}

const digestNames: ReadonlyMap<string, CertIdDigest> = new Map([
  [oids.sha1, "sha1"],
  [oids.sha256, "sha256"],
]);

interface IssuerHashes {
  readonly name: Uint8Array;
  readonly key: Uint8Array;
}

const remembered: Record<CertIdDigest, WeakMap<Certificate, IssuerHashes>> = {
  sha1: new WeakMap(),
  sha256: new WeakMap(),
};

/**
 * Hashes of an issuer's name and of its public key without tag, length and unused bits (RFC 6960 4.1.1); remembered
 * for each certificate object. @throws EngineError `asn1_malformed`
 */
function issuerHashes(issuer: Certificate, digest: CertIdDigest): IssuerHashes {
  const known = remembered[digest].get(issuer);
  if (known) return known;
  const hashes = { name: hashOf(digest, issuer.subject), key: publicKeyHash(issuer, digest) };
  remembered[digest].set(issuer, hashes);
  return hashes;
}

/** Hash of a certificate's public key as CertID and ResponderID write it. @throws EngineError `asn1_malformed` */
export function publicKeyHash({ subjectPublicKeyInfo }: Certificate, digest: CertIdDigest): Uint8Array {
  const reader = DerReader.inside(subjectPublicKeyInfo, tag.sequence, "SubjectPublicKeyInfo");
  reader.read(tag.sequence, "algorithm");
  return hashOf(digest, reader.read(tag.bitString, "subjectPublicKey").bitStringOctets);
}

/** CertID DER. The digest's parameters are NULL for SHA-1, as everybody writes them, and absent for SHA-256. */
export function encodeCertId(
  certificate: Pick<Certificate, "serialNumber">,
  issuer: Certificate,
  digest: CertIdDigest,
): Uint8Array {
  const { name, key } = issuerHashes(issuer, digest);
  const algorithm = digest === "sha1" ? sequence(oid(oids.sha1), nullValue()) : sequence(oid(oids.sha256));
  // As it stands in the certificate: others have issued negative ones.
  const serialNumber = element(tag.integer, certificate.serialNumber);
  return sequence(algorithm, octetString(name), octetString(key), serialNumber);
}

/** Reads the CertID that comes next. @throws EngineError `asn1_malformed` */
export function readCertId(outer: DerReader): CertId {
  const { encoded } = outer.read(tag.sequence, "CertID");
  const reader = DerReader.inside(encoded, tag.sequence, "CertID");
  const algorithm = reader.enter(tag.sequence, "hashAlgorithm");
  const digest = digestNames.get(algorithm.read(tag.objectIdentifier, "hashAlgorithm").oid) ?? null;
  algorithm.readOptional(tag.null, "parameters");
  algorithm.close("hashAlgorithm");
  const issuerNameHash = reader.read(tag.octetString, "issuerNameHash").content;
  const issuerKeyHash = reader.read(tag.octetString, "issuerKeyHash").content;
  const serialNumber = reader.read(tag.integer, "serialNumber").integerOctets;
  reader.close("CertID");
  return { encoded, digest, issuerNameHash, issuerKeyHash, serialNumber };
}

/** Whether a CertID names a certificate of this issuer. @throws EngineError `asn1_malformed` */
export function isOfIssuer(certId: CertId, issuer: Certificate): boolean {
  if (certId.digest === null) return false;
  const { name, key } = issuerHashes(issuer, certId.digest);
  return Buffer.compare(certId.issuerNameHash, name) === 0 && Buffer.compare(certId.issuerKeyHash, key) === 0;
}

function hashOf(digest: CertIdDigest, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash(digest).update(bytes).digest());
}
