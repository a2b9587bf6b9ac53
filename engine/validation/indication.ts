/** What a validation ends with (EN 319 102-1 5.1.3, Table 5). */
export type Indication = "TOTAL_PASSED" | "INDETERMINATE" | "TOTAL_FAILED";

/** Why it did not pass (EN 319 102-1 5.1.3, Table 6): those that the checks here can come to. */
export type SubIndication =
  | "FORMAT_FAILURE"
  | "HASH_FAILURE"
  | "SIG_CRYPTO_FAILURE"
  | "NO_SIGNING_CERTIFICATE_FOUND"
  | "NO_CERTIFICATE_CHAIN_FOUND"
  | "CHAIN_CONSTRAINTS_FAILURE"
  | "CERTIFICATE_CHAIN_GENERAL_FAILURE"
  | "CRYPTO_CONSTRAINTS_FAILURE"
  | "NOT_YET_VALID"
  | "OUT_OF_BOUNDS_NO_POE"
  | "OUT_OF_BOUNDS_NOT_REVOKED"
  | "REVOKED_NO_POE"
  | "REVOKED_CA_NO_POE"
  | "TIMESTAMP_ORDER_FAILURE"
  | "SIG_CONSTRAINTS_FAILURE";

/** Those that leave no doubt: no further proof could turn them into a pass. */
const failing: ReadonlySet<SubIndication> = new Set([
  "FORMAT_FAILURE",
  "HASH_FAILURE",
  "SIG_CRYPTO_FAILURE",
  "NOT_YET_VALID",
]);

/** What all checks of one signature or time-stamp come to. */
export interface Conclusion {
  readonly indication: Indication;
  /** Null where it passed. */
  readonly subIndication: SubIndication | null;
}

/**
 * The conclusion from all that was found. What fails goes before what is only in doubt; among equals the first counts,
 * so that checks are to be made in the standard's order.
 */
export function conclude(found: readonly { readonly subIndication: SubIndication | null }[]): Conclusion {
  const reasons = found.flatMap(({ subIndication }) => subIndication ?? []);
  const failure = reasons.find((reason) => failing.has(reason));
  if (failure !== undefined) return { indication: "TOTAL_FAILED", subIndication: failure };
  const [doubt] = reasons;
  return doubt === undefined
    ? { indication: "TOTAL_PASSED", subIndication: null }
    : { indication: "INDETERMINATE", subIndication: doubt };
}

const order: readonly Indication[] = ["TOTAL_PASSED", "INDETERMINATE", "TOTAL_FAILED"];

/** The conclusion for several: the worst of theirs, and none for none. */
export function worstOf(conclusions: readonly Conclusion[]): Conclusion | null {
  const rank = ({ indication }: Conclusion) => order.indexOf(indication);
  return conclusions.reduce<Conclusion | null>(
    (worst, next) => (worst === null || rank(next) > rank(worst) ? next : worst),
    null,
  );
}
