import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { octetString, sequence } from "../asn1/derWriter.js";
import { type DigestAlgorithm, digestAlgorithmByOid } from "../x509/digestAlgorithm.js";

/** MessageImprint (RFC 3161 2.4.1), read. */
export interface MessageImprint {
  /** null when the digest is none of SHA-256, SHA-384 and SHA-512. */
  readonly algorithm: DigestAlgorithm | null;
  readonly digest: Uint8Array;
  readonly encoded: Uint8Array;
}

/** MessageImprint DER. */
export const encodeMessageImprint = (algorithm: DigestAlgorithm, digest: Uint8Array): Uint8Array =>
  sequence(algorithm.identifier, octetString(digest));

/** Reads the MessageImprint that comes next. @throws EngineError `asn1_malformed` */
export function readMessageImprint(outer: DerReader): MessageImprint {
  const element = outer.read(tag.sequence, "messageImprint");
  const reader = DerReader.inside(element.encoded, tag.sequence, "messageImprint");
  const identifier = reader.enter(tag.sequence, "hashAlgorithm");
  const oid = identifier.read(tag.objectIdentifier, "hashAlgorithm").oid;
  // Parameters are absent or NULL (RFC 5754 2).
  identifier.readOptional(tag.null, "parameters");
  identifier.close("hashAlgorithm");
  const digest = reader.read(tag.octetString, "hashedMessage").content;
  reader.close("messageImprint");
  return { algorithm: digestAlgorithmByOid(oid), digest, encoded: element.encoded };
}
