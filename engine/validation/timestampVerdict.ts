import { parseAnySignedData, type SignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { decodeTstInfo } from "../tsp/tstInfo.js";
import { type Certificate, parseCertificate } from "../x509/parseCertificate.js";
import { valueVerifies } from "./cryptographicVerification.js";
import { foreignAlgorithm } from "./foreignAlgorithm.js";
import { found, type SignatureFinding } from "./signatureFinding.js";
import { type DigestBy, judgeToken } from "./timestampToken.js";

/** A time-stamp token that was looked at; whether its unit can be trusted is left open. */
export interface TimestampVerdict {
  /** Null where it cannot be read. */
  readonly genTime: Date | null;
  readonly certificate: Certificate | null;
  readonly finding: SignatureFinding | null;
}

/**
 * Checks a time-stamp token as `judgeToken` does, and says of one that is refused why: it cannot be read, is over
 * something else, was not made by whom it says, or with an algorithm that is no longer accepted.
 * @param token TimeStampToken, DER or BER
 * @param digest of what it is to be over
 */
export function timestampVerdict(token: Uint8Array, digest: DigestBy): TimestampVerdict {
  const verdict = judgeToken(token, digest);
  if (verdict.finding === null) return verdict;
  try {
    const signed = parseAnySignedData(token);
    const { signerCertificate, content } = signed;
    if (content === null) return refused("timestamp_malformed", "The time-stamp has no TSTInfo.");
    const { genTime } = decodeTstInfo(content);
    const certificate = signerCertificate && parseCertificate(signerCertificate);
    const { code, message } = verdict.finding;
    if (code === "timestamp_mismatch")
      return { genTime, certificate, finding: found("timestamp_mismatch", message) };
    const whole = certificate !== null && isWhole(signed, content, certificate);
    return { genTime, certificate, finding: found(whole ? "algorithm_weak" : "timestamp_wrong", message) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return refused("timestamp_malformed", `The time-stamp cannot be read: ${error.message}`);
  }
}

/** Whether it is its unit's, by whatever algorithms: then these are what it was refused for, or its unit's certificate. */
function isWhole(signed: SignedData, content: Uint8Array, certificate: Certificate): boolean {
  const algorithm = foreignAlgorithm(signed.signatureAlgorithmIdentifier, signed.digestAlgorithm);
  return valueVerifies(signed, certificate, algorithm, { bytes: () => content }) === true;
}

function refused(code: "timestamp_malformed", message: string): TimestampVerdict {
  return { genTime: null, certificate: null, finding: found(code, message) };
}
