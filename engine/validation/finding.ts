/** What can be wrong with a signature, a time-stamp, or the certificates behind them. */
export type FindingCode =
  | "signature_malformed"
  | "signature_digest_mismatch"
  | "signature_value_wrong"
  | "signer_certificate_mismatch"
  | "timestamp_missing"
  | "timestamp_mismatch"
  | "timestamp_invalid"
  | "path_incomplete"
  | "certificate_not_valid"
  | "certificate_revoked"
  | "certificate_unfit";

/** One thing that is wrong, with a sentence for people. */
export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
}

/** A text of a certificate or a file on its way into a message: short, in quotes, without control characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 120));
}
