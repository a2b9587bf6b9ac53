import type { DerElement } from "../asn1/derElement.js";
import { oid } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { generalizedTime } from "../asn1/derTime.js";
import { implicit, integer, sequence } from "../asn1/derWriter.js";
import { malformed } from "../asn1/malformed.js";
import type { DigestAlgorithm } from "../x509/digestAlgorithm.js";
import { readExtension } from "../x509/tbsCertificate.js";
import { readMessageImprint } from "./messageImprint.js";

/** What a time-stamp says (RFC 3161 2.4.2), read. */
export interface TstInfo {
  /** Dotted object identifier. */
  readonly policy: string;
  /** null when the digest is none of SHA-256, SHA-384 and SHA-512. */
  readonly digestAlgorithm: DigestAlgorithm | null;
  readonly digest: Uint8Array;
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  /** To the millisecond. */
  readonly genTime: Date;
  /** Greatest deviation in seconds; null when it is not said. */
  readonly accuracySeconds: number | null;
  /** Contents octets of the INTEGER; null without one. */
  readonly nonce: Uint8Array | null;
  /** Dotted object identifier of a critical extension, none of which is understood here; null without one. */
  readonly unknownCritical: string | null;
}

const MAX_EXTENSIONS = 64;

/**
 * TSTInfo DER (RFC 3161 2.4.2): version 1, ordering left at FALSE, no tsa name (signing-certificate-v2 says whose it is).
 * @param input.messageImprint DER, as it stood in the request
 * @param input.serialNumber magnitude, big-endian, never used twice
 * @param input.accuracySeconds at least 0.001; ETSI EN 319 422 5.2.2 wants one second or better
 * @param input.nonce INTEGER DER, as it stood in the request; null without one
 */
export function encodeTstInfo(input: {
  readonly policy: string;
  readonly messageImprint: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly genTime: Date;
  readonly accuracySeconds: number;
  readonly nonce: Uint8Array | null;
}): Uint8Array {
  return sequence(
    integer(1),
    oid(input.policy),
    input.messageImprint,
    integer(input.serialNumber),
    generalizedTime(input.genTime, true),
    accuracy(input.accuracySeconds),
    ...(input.nonce ? [input.nonce] : []),
  );
}

/**
 * Reads a TSTInfo. A name, and extensions that are not critical, are passed over.
 * @throws EngineError `asn1_malformed`, also when its version is not 1
 */
export function decodeTstInfo(der: Uint8Array): TstInfo {
  const reader = DerReader.inside(der, tag.sequence, "TSTInfo");
  const version = reader.read(tag.integer, "version");
  if (version.smallInteger !== 1) throw malformed("The TSTInfo version is not 1", version.start);
  const policy = reader.read(tag.objectIdentifier, "policy").oid;
  const imprint = readMessageImprint(reader);
  const serialNumber = reader.read(tag.integer, "serialNumber").integerOctets;
  const genTime = reader.read(tag.generalizedTime, "genTime").date;
  const accuracySeconds = readAccuracy(reader.enterOptional(tag.sequence, "accuracy"));
  reader.readOptional(tag.boolean, "ordering");
  const nonce = reader.readOptional(tag.integer, "nonce")?.integerOctets ?? null;
  reader.readOptional(contextConstructed(0), "tsa");
  const extensions = reader.enterOptional(contextConstructed(1), "extensions");
  const unknownCritical = criticalAmong(extensions?.readAll("Extension", MAX_EXTENSIONS) ?? []);
  reader.close("TSTInfo");
  const { algorithm: digestAlgorithm, digest } = imprint;
  return { policy, digestAlgorithm, digest, serialNumber, genTime, accuracySeconds, nonce, unknownCritical };
}

function criticalAmong(extensions: readonly DerElement[]): string | null {
  const read = extensions.map(({ encoded }) => readExtension(DerReader.of(encoded)));
  return read.find(({ critical }) => critical)?.oid ?? null;
}

function accuracy(accuracySeconds: number): Uint8Array {
  const milliseconds = Math.round(accuracySeconds * 1000);
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds % 1000;
  return sequence(
    ...(seconds > 0 ? [integer(seconds)] : []),
    // millis is 1 to 999: zero is said by leaving it out.
    ...(rest > 0 ? [implicit(0, integer(rest))] : []),
  );
}

function readAccuracy(reader: DerReader | null): number | null {
  if (reader === null) return null;
  const seconds = reader.readOptional(tag.integer, "seconds");
  const millis = reader.readOptional(contextPrimitive(0), "millis");
  const micros = reader.readOptional(contextPrimitive(1), "micros");
  reader.close("accuracy");
  const value = (element: DerElement | null) => element?.smallInteger ?? 0;
  return value(seconds) + value(millis) / 1e3 + value(micros) / 1e6;
}
