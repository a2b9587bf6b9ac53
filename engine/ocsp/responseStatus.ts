import { enumerated, sequence } from "../asn1/derWriter.js";

/** OCSPResponseStatus (RFC 6960 4.2.1) by name and number; 4 is not used. */
const numbers = {
  successful: 0,
  /** The request is no OCSP request. */
  malformedRequest: 1,
  /** The responder is in an inconsistent state. */
  internalError: 2,
  /** It is there and cannot answer for the moment. */
  tryLater: 3,
  /** It answers signed requests only. */
  sigRequired: 5,
  /** It does not answer this client, or not about this certificate (RFC 5019 2.2.3). */
  unauthorized: 6,
} as const;

export type ResponseStatus = keyof typeof numbers;

/** The reasons for which a responder gives no answer. */
export type OcspFailure = Exclude<ResponseStatus, "successful">;

export const SUCCESSFUL = enumerated(numbers.successful);

/**
 * OCSPResponse DER without an answer (RFC 6960 4.2.1). It is not signed: who asked learns nothing of the certificate
 * from it.
 */
export const encodeOcspFailure = (failure: OcspFailure): Uint8Array => sequence(enumerated(numbers[failure]));

/** @returns null for a number that RFC 6960 4.2.1 does not know */
export function responseStatusByNumber(number: number): ResponseStatus | null {
  const names = Object.keys(numbers) as ResponseStatus[];
  return names.find((name) => numbers[name] === number) ?? null;
}
