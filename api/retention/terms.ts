import { Failure } from "../failure/failure.js";

/** How long what is left of an order that has ended is kept. */
export interface RetentionTerms {
  /** ISO 8601, one number and one unit: `P90D`, `P3M`, `P10Y`. Counted from the order's end. */
  readonly documents: string;
  readonly evidence: string;
  /** Whether its documents are deposited with its evidence, for the full term. */
  readonly archive: boolean;
}

/** What a request says of them; null: as the tenant's settings say. */
export interface RequestedTerms {
  readonly documents: string | null;
  readonly evidence: string | null;
  readonly archive: boolean | null;
}

/** What holds where neither an order nor its tenant says anything. */
export const defaultTerms: RetentionTerms = { documents: "P3M", evidence: "P10Y", archive: false };

/** Mean lengths in the Gregorian calendar, to compare terms that are counted in different units. */
const daysOf = { D: 1, M: 30.436875, Y: 365.2425 } as const;
const mostDays = 50 * daysOf.Y;

/**
 * About how many days a duration lasts.
 * @param duration ISO 8601, of the form `P` number `D`, `M` or `Y`
 * @returns null for any other form
 */
export function nominalDays(duration: string): number | null {
  const [, count, unit] = /^P([1-9][0-9]{0,4})([DMY])$/.exec(duration) ?? [];
  return count === undefined ? null : Number(count) * daysOf[unit as keyof typeof daysOf];
}

/**
 * Checks terms: each lasts from 1 day to 50 years, and evidence is kept at least as long as the documents that it is of.
 * @param at path of the terms in the request; empty: the request is the terms
 * @throws Failure `field_invalid`
 */
export function checkTerms(terms: RetentionTerms, at: string): void {
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  const [documents, evidence] = (["documents", "evidence"] as const).map((field) => {
    const days = nominalDays(terms[field]);
    if (days === null || days > mostDays) {
      const param = path(field);
      throw new Failure("field_invalid", `${param} lasts 1 day to 50 years, as in P90D, P3M or P10Y.`, {
        param,
      });
    }
    return days;
  });
  if (documents! > evidence!) {
    throw new Failure(
      "field_invalid",
      `Documents cannot be kept longer (${terms.documents}) than their evidence (${terms.evidence}).`,
      { param: path("documents") },
    );
  }
}
