import type { RequestedTerms } from "./terms.js";

/** How long what is left of an order is kept; what is left out is as the tenant's settings say. */
export interface RetentionRequest {
  /**
   * How long documents are kept after the order's end, as an ISO 8601 duration of one unit: 1 day to 50 years.
   * @pattern ^P[1-9][0-9]{0,4}[DMY]$
   * @example "P3M"
   */
  documents?: string;
  /**
   * How long its evidence is kept after the order's end, documents apart; no shorter.
   * @pattern ^P[1-9][0-9]{0,4}[DMY]$
   * @example "P10Y"
   */
  evidence?: string;
  /** True: the signed documents are deposited with the evidence, for as long as that is kept. */
  archive?: boolean;
}

/** Reads what a request says. */
export function readTerms(request: RetentionRequest | undefined): RequestedTerms {
  return {
    documents: request?.documents ?? null,
    evidence: request?.evidence ?? null,
    archive: request?.archive ?? null,
  };
}
