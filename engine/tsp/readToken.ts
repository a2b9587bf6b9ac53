import { oids } from "../asn1/oids.js";
import { parseSignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { decodeTstInfo } from "./tstInfo.js";

/** What a time-stamp says of itself. */
export interface TimestampStatement {
  /** To the millisecond. */
  readonly genTime: Date;
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  /** Dotted object identifier. */
  readonly policy: string;
  /** commonName of the unit's certificate; null where the token does not bring it, or it has none. */
  readonly unit: string | null;
}

/**
 * Reads a time-stamp token (RFC 3161 2.4.2) to tell of it. Nothing is verified: for a token that was, where it came in.
 * @param token TimeStampToken: a ContentInfo, DER or BER
 * @throws EngineError `asn1_malformed`, `signature_invalid`, `timestamp_response_invalid` where there is no TSTInfo in it
 */
export function readTimestampToken(token: Uint8Array): TimestampStatement {
  const { contentType, content, signerCertificate } = parseSignedData(token);
  if (contentType !== oids.tstInfo || content === null) {
    throw new EngineError("timestamp_response_invalid", "The time-stamp token has no TSTInfo.");
  }
  const { genTime, serialNumber, policy } = decodeTstInfo(content);
  const unit = signerCertificate && parseCertificate(signerCertificate).subjectCommonName;
  return { genTime, serialNumber, policy, unit };
}
