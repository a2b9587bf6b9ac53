import { oid } from "../asn1/derObjectIdentifier.js";
import { sequence } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { type DigestAlgorithm, digestAlgorithms } from "./digestAlgorithm.js";

/**
 * Signs a message (the whole of it, not its digest) and returns the signature in the encoding its algorithm has in
 * X.509 and CMS: for ECDSA the DER ECDSA-Sig-Value (RFC 3279 2.2.3). May be a key store far away, so it may be
 * asynchronous.
 */
export type MessageSigner = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A signature algorithm, as data: another one is another constant. */
export interface SignatureAlgorithm {
  readonly name: string;
  readonly oid: string;
  /** AlgorithmIdentifier DER, as it stands in certificates and SignerInfo. */
  readonly identifier: Uint8Array;
  /** The digest of CMS' digestAlgorithm that belongs to it. */
  readonly digest: DigestAlgorithm;
  /** No signature value is longer, in bytes. */
  readonly longestSignature: number;
}

/** ECDSA over P-256 with SHA-256; parameters absent (RFC 5758 3.2). Two INTEGERs of at most 33 octets. */
export const ecdsaP256Sha256: SignatureAlgorithm = {
  name: "ecdsa-p256-sha256",
  oid: oids.ecdsaWithSha256,
  identifier: sequence(oid(oids.ecdsaWithSha256)),
  digest: digestAlgorithms.sha256,
  longestSignature: 72,
};
