/** Why something of a person is kept although they asked for its erasure. */
export type KeptReason = "order_running" | "legal_hold" | "evidence";

/** What an erasure does with a signer's data. */
export type ErasureDecision =
  | { readonly outcome: "erased" }
  | {
      readonly outcome: "kept";
      readonly reason: KeptReason;
      /** When it goes by itself, or is looked at again; null where nobody can say. */
      readonly until: Date | null;
    };

/** What the decision depends on. */
export interface SubjectOrder {
  /** When it ends at the latest. */
  readonly expiresAt: Date;
  /** Whether anybody signed, approved or refused in it, so that there is something to prove. */
  readonly acted: boolean;
  /** Whether a legal hold stands on it. */
  readonly held: boolean;
  /** When the term of its evidence ends; null while it runs. */
  readonly evidenceUntil: Date | null;
}

/**
 * What becomes of a person's data in an order when they ask for erasure (GDPR Article 17). Kept is what is needed for the
 * contract that is being made (Article 6(1)(b)), what somebody may have to prove (Article 17(3)(e)), and what a hold
 * forbids to be touched; all else goes.
 */
export function decideErasure(order: SubjectOrder): ErasureDecision {
  if (order.evidenceUntil === null)
    return { outcome: "kept", reason: "order_running", until: order.expiresAt };
  if (order.held) return { outcome: "kept", reason: "legal_hold", until: null };
  if (order.acted) return { outcome: "kept", reason: "evidence", until: order.evidenceUntil };
  return { outcome: "erased" };
}

/** Whether a decision has to be taken again later: what is kept as evidence goes with the evidence, by itself. */
export function isPassing(decision: ErasureDecision): boolean {
  return decision.outcome === "kept" && decision.reason !== "evidence";
}
