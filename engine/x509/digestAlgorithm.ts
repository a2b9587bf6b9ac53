import { hash } from "node:crypto";
import { oid } from "../asn1/derObjectIdentifier.js";
import { sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";

export type DigestName = "sha256" | "sha384" | "sha512";

/** A message digest, as data. */
export interface DigestAlgorithm {
  readonly name: DigestName;
  readonly oid: string;
  /** Length of the digest in bytes. */
  readonly length: number;
  /** AlgorithmIdentifier DER with absent parameters, as RFC 5754 2 wants them written. */
  readonly identifier: Uint8Array;
}

const algorithm = (name: DigestName, length: number): DigestAlgorithm => ({
  name,
  oid: oids[name],
  length,
  identifier: sequence(oid(oids[name])),
});

/** The SHA-2 digests that are accepted; SHA-1 and older are not (ETSI TS 119 312). */
export const digestAlgorithms: Readonly<Record<DigestName, DigestAlgorithm>> = {
  sha256: algorithm("sha256", 32),
  sha384: algorithm("sha384", 48),
  sha512: algorithm("sha512", 64),
};

/** @returns null for a digest that is not accepted. @param identifier dotted object identifier */
export function digestAlgorithmByOid(identifier: string): DigestAlgorithm | null {
  return Object.values(digestAlgorithms).find((known) => known.oid === identifier) ?? null;
}

/** The digest of these bytes. */
export function digestOf(name: DigestName, bytes: Uint8Array): Uint8Array {
  const digest = hash(name, bytes, "buffer");
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length);
}
