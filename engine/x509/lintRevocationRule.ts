import { EngineError } from "../error.js";

/**
 * Refuses a prepared revocation list or OCSP response.
 * @param rule short name of the rule, stable, for logs and tests
 * @param clause the clause that it comes from
 * @param found what is wrong
 */
export function refuseRevocation(rule: string, clause: string, found: string): never {
  throw new EngineError(
    "revocation_lint_failed",
    `The revocation data are not signed: ${found} (${rule}; ${clause}).`,
  );
}

/** Runs a reading-back: to lint, bytes that cannot be read are one more rule broken. */
export function readingBack<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "asn1_malformed") throw error;
    const message = `The revocation data are not signed: ${error.message} (der; X.690 10).`;
    throw new EngineError("revocation_lint_failed", message, error);
  }
}
