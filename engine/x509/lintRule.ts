import { EngineError } from "../error.js";

/**
 * Refuses a prepared certificate.
 * @param rule short name of the rule, stable, for logs and tests
 * @param clause the clause that it comes from
 * @param found what is wrong, without the subject's data
 */
export function refuse(rule: string, clause: string, found: string): never {
  throw new EngineError(
    "certificate_lint_failed",
    `The certificate is not signed: ${found} (${rule}; ${clause}).`,
  );
}
