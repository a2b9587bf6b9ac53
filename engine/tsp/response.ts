import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { integer, namedBits, sequence, utf8String } from "../asn1/derWriter.js";
import { failureBits, type PkiFailure } from "./failure.js";

const GRANTED = 0;
const REJECTION = 2;
const MAX_TEXTS = 16;

/** TimeStampResp (RFC 3161 2.4.2), read. */
export interface TimestampResponse {
  /** PKIStatus: 0 granted, 1 granted with modifications, 2 rejection, and others that grant nothing. */
  readonly status: number;
  /** statusString, joined; empty without one. */
  readonly text: string;
  /** Names of the failInfo bits that RFC 3161 knows. */
  readonly failures: readonly PkiFailure[];
  /** TimeStampToken DER; null without one. */
  readonly token: Uint8Array | null;
}

/** TimeStampResp DER that grants. @param token TimeStampToken DER */
export const encodeGranted = (token: Uint8Array): Uint8Array => sequence(sequence(integer(GRANTED)), token);

/** TimeStampResp DER that refuses (RFC 3161 2.4.2). @param text one sentence for the one who asked */
export const encodeRejection = (failure: PkiFailure, text: string): Uint8Array =>
  sequence(sequence(integer(REJECTION), sequence(utf8String(text)), namedBits([failureBits[failure]])));

/** Reads a TimeStampResp. @throws EngineError `asn1_malformed` */
export function decodeTimestampResponse(der: Uint8Array): TimestampResponse {
  const response = DerReader.inside(der, tag.sequence, "TimeStampResp");
  const info = response.enter(tag.sequence, "PKIStatusInfo");
  const status = info.read(tag.integer, "status").smallInteger;
  const texts = info.enterOptional(tag.sequence, "statusString")?.readAll("PKIFreeText", MAX_TEXTS) ?? [];
  const bits = info.readOptional(tag.bitString, "failInfo")?.namedBits ?? [];
  info.close("PKIStatusInfo");
  const token = response.readOptional(tag.sequence, "timeStampToken")?.encoded ?? null;
  response.close("TimeStampResp");
  const names = Object.keys(failureBits) as PkiFailure[];
  return {
    status,
    text: texts.map((element) => element.text).join(" "),
    failures: names.filter((name) => bits.includes(failureBits[name])),
    token,
  };
}
