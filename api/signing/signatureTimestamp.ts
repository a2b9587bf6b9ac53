import { readTimestampToken } from "../../engine/tsp/readToken.js";

/** A signature's time-stamp, as the audit trail tells of it. */
export interface SignatureTimestamp {
  /** genTime. */
  readonly time: Date;
  /** commonName of the certificate of the time-stamping unit. */
  readonly authority: string | null;
  /** Of the token, hexadecimal. */
  readonly serial: string;
  /** Under which it was issued: dotted object identifier. */
  readonly policy: string;
}

/** @param token TimeStampToken, checked where it came in @throws EngineError where it cannot be read */
export function signatureTimestamp(token: Uint8Array): SignatureTimestamp {
  const { genTime, serialNumber, policy, unit } = readTimestampToken(token);
  return {
    time: genTime,
    authority: unit,
    serial: Buffer.from(serialNumber).toString("hex").replace(/^00/, ""),
    policy,
  };
}
