import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { integer } from "../asn1/derWriter.js";
import { EngineError } from "../error.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import { decodeTimestampResponse } from "./response.js";
import { verifyTimestampToken } from "./verifyToken.js";

/** What was asked for. */
export interface AskedTimestamp {
  readonly digest: Uint8Array;
  /** SHA-256 when absent. */
  readonly digestAlgorithm?: DigestName;
  /** As it was given to `encodeTimestampRequest`. */
  readonly nonce?: Uint8Array;
  /** Dotted object identifier, when one was asked for. */
  readonly policy?: string;
  /** Where the unit's certificate may be when none was asked for (certReq FALSE); DER each. */
  readonly certificates?: readonly Uint8Array[];
}

export interface VerifiedTimestamp {
  /** TimeStampToken DER: a ContentInfo. */
  readonly token: Uint8Array;
  readonly genTime: Date;
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  /** Dotted object identifier. */
  readonly policy: string;
}

/**
 * Checks that a TimeStampResp answers what was asked (RFC 3161 2.4.2): granted, over this digest, with this nonce, and
 * its token verifies with the unit's certificate (`verifyTimestampToken`). Whether the unit can be trusted is for
 * validation, which needs trust anchors (EN 319 102-1 5.4).
 * @param input.responseDer bounded by who fetched it
 * @throws EngineError `timestamp_response_invalid`
 */
export function verifyTimestampResponse(
  input: AskedTimestamp & { readonly responseDer: Uint8Array },
): VerifiedTimestamp {
  const token = readGrantedToken(input.responseDer);
  const { tstInfo } = verifyTimestampToken({ ...input, token });
  if (input.nonce && (tstInfo.nonce === null || !same(tstInfo.nonce, nonceOctets(input.nonce)))) {
    throw invalid("has another nonce than was asked for, or none");
  }
  if (input.policy !== undefined && tstInfo.policy !== input.policy) {
    throw invalid("has another policy than was asked for");
  }
  return { token, genTime: tstInfo.genTime, serialNumber: tstInfo.serialNumber, policy: tstInfo.policy };
}

function readGrantedToken(responseDer: Uint8Array): Uint8Array {
  try {
    return grantedToken(responseDer);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code === "timestamp_response_invalid") throw error;
    throw new EngineError(
      "timestamp_response_invalid",
      `The time-stamp response is malformed: ${error.message}`,
      error,
    );
  }
}

function grantedToken(responseDer: Uint8Array): Uint8Array {
  const { status, failures, text, token } = decodeTimestampResponse(responseDer);
  // 1 is "granted with modifications": what was modified, if it matters, the comparison below finds.
  if (status > 1) {
    const why = [...failures, printable(text)].filter((part) => part !== "").join(", ");
    throw invalid(`was refused with status ${status}${why === "" ? "" : `: ${why}`}`);
  }
  if (token === null) throw invalid("grants, and brings no token");
  return token;
}

/** The octets that the nonce has as an INTEGER: leading zeros gone, a sign octet where it is needed. */
const nonceOctets = (nonce: Uint8Array): Uint8Array =>
  DerReader.of(integer(nonce)).read(tag.integer, "nonce").content;

const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;

/** A stranger's text on its way into a message: short, without control characters. */
const printable = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 200);

const invalid = (what: string): EngineError =>
  new EngineError("timestamp_response_invalid", `The time-stamp response ${what}.`);
