import { Failure } from "../failure/failure.js";
import type { EvidenceTerms } from "./evidenceState.js";

/** @param terms of an order that has ended; null: it has not @throws Failure `evidence_removed` */
export function requireEvidence(terms: Pick<EvidenceTerms, "evidenceRemovedAt"> | null): void {
  if (!terms?.evidenceRemovedAt) return;
  throw new Failure(
    "evidence_removed",
    "The order's evidence was removed when its term was over; its purge has a receipt.",
  );
}
