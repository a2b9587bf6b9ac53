import { createHash } from "node:crypto";
import { oids } from "../asn1/oids.js";
import { parseEncapsulatedContent } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { decodeTstInfo, type TstInfo } from "../tsp/tstInfo.js";
import { verifyTimestampToken } from "../tsp/verifyToken.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import type { Finding } from "./finding.js";

/** A time-stamp token that was checked, or what is wrong with it. */
export type TokenVerdict =
  | { readonly genTime: Date; readonly certificate: Certificate; readonly finding: null }
  | { readonly genTime: null; readonly certificate: null; readonly finding: Finding };

/** Gives the digest, by an algorithm, of what a token is to be over. */
export type DigestBy = (algorithm: DigestName) => Uint8Array;

/** The digest of bytes in parts, by whichever algorithm is asked for. */
export function digestBy(...parts: readonly Uint8Array[]): DigestBy {
  return (algorithm) => {
    const hash = createHash(algorithm);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
}

/**
 * Checks a time-stamp token as `verifyTimestampToken` does, and tells one over something else from one that is no
 * good. Whether its unit can be trusted is for `CertificateJudge`.
 * @param token TimeStampToken, DER or BER
 * @param digest of what it is to be over; null where that is not at hand, so that only the token itself is checked
 */
export function judgeToken(token: Uint8Array, digest: DigestBy | null): TokenVerdict {
  try {
    const tstInfo = tstInfoOf(token);
    const algorithm = tstInfo.digestAlgorithm?.name;
    if (algorithm === undefined) return failed("timestamp_invalid", "is over a digest that is not accepted");
    if (digest !== null && Buffer.compare(digest(algorithm), tstInfo.digest) !== 0) {
      return failed("timestamp_mismatch", "is over something else");
    }
    const verified = verifyTimestampToken({ token, digest: tstInfo.digest, digestAlgorithm: algorithm });
    return { genTime: tstInfo.genTime, certificate: parseCertificate(verified.certificate), finding: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return {
      genTime: null,
      certificate: null,
      finding: { code: "timestamp_invalid", message: error.message },
    };
  }
}

function tstInfoOf(token: Uint8Array): TstInfo {
  const { contentType, content } = parseEncapsulatedContent(token);
  if (contentType !== oids.tstInfo || content === null) {
    throw new EngineError("timestamp_response_invalid", "The time-stamp token has no TSTInfo.");
  }
  return decodeTstInfo(content);
}

function failed(code: Finding["code"], what: string): TokenVerdict {
  return { genTime: null, certificate: null, finding: { code, message: `The time-stamp token ${what}.` } };
}
