/** The rules of a one-time code. Guessing odds that follow from them are worked out in docs/security.md. */
export interface OtpPolicy {
  /** Number of decimal digits. */
  readonly digits: number;
  readonly lifeSeconds: number;
  /** Tries before the code dies; each is counted before it is compared. */
  readonly maxTries: number;
  /** Seconds between two codes for one signer. */
  readonly pauseSeconds: number;
  /** Codes for one signer within `windowSeconds`. */
  readonly maxCodes: number;
  readonly windowSeconds: number;
  /** How long a verified code allows its signer to sign. */
  readonly sessionSeconds: number;
}

export const otpPolicy: OtpPolicy = {
  digits: 6,
  lifeSeconds: 600,
  maxTries: 3,
  pauseSeconds: 30,
  maxCodes: 8,
  windowSeconds: 86_400,
  sessionSeconds: 1800,
};
