import { oid } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { boolean, integer, sequence } from "../asn1/derWriter.js";
import { EngineError } from "../error.js";
import { type DigestAlgorithm, type DigestName, digestAlgorithms } from "../x509/digestAlgorithm.js";
import type { PkiFailure } from "./failure.js";
import { encodeMessageImprint, readMessageImprint } from "./messageImprint.js";

/** No request that we answer is longer: an imprint, a policy and a nonce take a tenth of it. */
const MAX_REQUEST_BYTES = 2048;
const MAX_NONCE_BYTES = 64;

/** A request that can be answered. */
export interface TimestampRequest {
  /** MessageImprint DER, to be repeated as it is. */
  readonly messageImprint: Uint8Array;
  /** Dotted object identifier of the policy asked for; null for whichever. */
  readonly policy: string | null;
  /** INTEGER DER, to be repeated as it is; null without one. */
  readonly nonce: Uint8Array | null;
  readonly certificateRequested: boolean;
}

/** A stranger's request, read: to be answered, or to be refused with this. */
export type DecodedRequest =
  | { readonly accepted: true; readonly request: TimestampRequest }
  | { readonly accepted: false; readonly failure: PkiFailure; readonly text: string };

/** @throws EngineError `timestamp_request_malformed` for a digest that its algorithm cannot have made */
export function requireDigestLength(algorithm: DigestAlgorithm, digest: Uint8Array): void {
  if (digest.length === algorithm.length) return;
  const message = `A ${algorithm.name} digest has ${algorithm.length} bytes, not ${digest.length}.`;
  throw new EngineError("timestamp_request_malformed", message);
}

/**
 * TimeStampReq DER (RFC 3161 2.4.1).
 * @param input.digest as long as its algorithm makes it; SHA-256 unless named
 * @param input.nonce 1 to 64 random bytes, big-endian
 * @param input.policy dotted object identifier
 * @param input.certificateRequested true when absent: the token is to bring its unit's certificate
 * @throws EngineError `timestamp_request_malformed` when a length is wrong
 */
export function encodeTimestampRequest(input: {
  readonly digest: Uint8Array;
  readonly digestAlgorithm?: DigestName;
  readonly nonce?: Uint8Array;
  readonly policy?: string;
  readonly certificateRequested?: boolean;
}): Uint8Array {
  const { digest, nonce, policy } = input;
  const algorithm = digestAlgorithms[input.digestAlgorithm ?? "sha256"];
  requireDigestLength(algorithm, digest);
  if (nonce && (nonce.length === 0 || nonce.length > MAX_NONCE_BYTES)) {
    throw new EngineError("timestamp_request_malformed", `A nonce has 1 to ${MAX_NONCE_BYTES} bytes.`);
  }
  return sequence(
    integer(1),
    encodeMessageImprint(algorithm, digest),
    ...(policy ? [oid(policy)] : []),
    ...(nonce ? [integer(nonce)] : []),
    ...(input.certificateRequested === false ? [] : [boolean(true)]),
  );
}

/**
 * Reads a TimeStampReq that anybody may have sent (RFC 3161 2.4.1). It never throws: what it does not take, it
 * answers with the failure that the sender is to be given.
 * @param der at most 2,048 bytes are looked at
 */
export function decodeTimestampRequest(der: Uint8Array): DecodedRequest {
  if (der.length > MAX_REQUEST_BYTES) {
    return refusal("badRequest", `The request is longer than ${MAX_REQUEST_BYTES} bytes.`);
  }
  try {
    return readRequest(DerReader.inside(der, tag.sequence, "TimeStampReq"));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return refusal("badDataFormat", error.message);
  }
}

function readRequest(reader: DerReader): DecodedRequest {
  if (reader.read(tag.integer, "version").smallInteger !== 1)
    return refusal("badRequest", "The version is not 1.");
  const imprint = readMessageImprint(reader);
  const policy = reader.readOptional(tag.objectIdentifier, "reqPolicy")?.oid ?? null;
  const nonce = reader.readOptional(tag.integer, "nonce");
  const certificateRequested = reader.readOptional(tag.boolean, "certReq")?.boolean ?? false;
  const extensions = reader.readOptional(contextConstructed(0), "extensions");
  reader.close("TimeStampReq");

  if (imprint.algorithm === null)
    return refusal("badAlg", "The digest is none of SHA-256, SHA-384 and SHA-512.");
  if (imprint.digest.length !== imprint.algorithm.length) {
    return refusal(
      "badDataFormat",
      `A ${imprint.algorithm.name} digest has ${imprint.algorithm.length} bytes.`,
    );
  }
  if (nonce !== null && nonce.integerOctets.length > MAX_NONCE_BYTES) {
    return refusal("badRequest", `The nonce is longer than ${MAX_NONCE_BYTES} bytes.`);
  }
  // Critical or not, an extension that is not recognised is refused.
  if (extensions !== null) return refusal("unacceptedExtension", "No extension is supported.");
  return {
    accepted: true,
    request: { messageImprint: imprint.encoded, policy, nonce: nonce?.encoded ?? null, certificateRequested },
  };
}

const refusal = (failure: PkiFailure, text: string): DecodedRequest => ({ accepted: false, failure, text });
