/** PKIFailureInfo bits that a time-stamping authority may give, and no other (RFC 3161 2.4.2). */
export const failureBits = {
  /** Unrecognised or unsupported digest. */
  badAlg: 0,
  /** Transaction not permitted or supported. */
  badRequest: 2,
  /** The data has the wrong format. */
  badDataFormat: 5,
  /** The authority's time source is not available. */
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  /** Additional information asked for cannot be understood or is not available. */
  addInfoNotAvailable: 17,
  systemFailure: 25,
} as const;

export type PkiFailure = keyof typeof failureBits;
