import { Failure } from "../failure/failure.js";
import type { Clause } from "./clauses.js";

/** What is handed in of clauses, with a signature or an approval. */
export interface HandedInConsent {
  /** The order's consent text as it was shown, word for word; null where it was agreed to before. */
  readonly consentText: string | null;
  /** The order's further clauses, word for word and in order; null where they were agreed to before. */
  readonly clauses: readonly string[] | null;
  /** What the request calls its fields, for refusals. */
  readonly fields: { readonly consentText: string; readonly clauses: string };
}

/**
 * Compares what is handed in with what the order says, word for word.
 * @returns the clauses that were handed in
 * @throws Failure `consent_mismatch`
 */
export function matchConsent(clauses: readonly Clause[], handedIn: HandedInConsent): Clause[] {
  const { consentText, clauses: further, fields } = handedIn;
  const agreed: Clause[] = [];
  if (consentText !== null) agreed.push(sameText(clauses, 0, consentText, fields.consentText));
  further?.forEach((text, index) => {
    agreed.push(sameText(clauses, index + 1, text, `${fields.clauses}[${index}]`));
  });
  return agreed;
}

/** @throws Failure `consent_mismatch` unless the text is that of the clause */
export function sameText(clauses: readonly Clause[], position: number, text: string, param: string): Clause {
  const clause = clauses[position];
  if (clause?.text === text) return clause;
  throw new Failure(
    "consent_mismatch",
    position === 0
      ? `${param} must be the consent text of the order, word for word.`
      : `${param} must be clause ${position} of the order, word for word; it has ${clauses.length - 1}.`,
    { param },
  );
}
