import { publicId } from "../ids/id.js";
import type { KeptReason } from "./decideErasure.js";
import type { Erasure, ErasureResult } from "./erasureRows.js";

export interface ErasureView {
  id: string;
  object: "erasure";
  /** `pending`: not everything has been decided yet, or something is kept that will be looked at again. */
  state: "pending" | "done";
  requested_at: string;
  done_at: string | null;
  /** Orders in which the person was erased. */
  erased: number;
  /** Orders in which their data are kept for now; the results say why, and until when. */
  kept: number;
}

/** What became of the person's data in one order. */
export interface ErasureResultView {
  order: string;
  signer: string;
  outcome: "erased" | "kept";
  /** Kinds of data that are gone. */
  erased: string[];
  /** Kinds of data that are still there. */
  kept: string[];
  /** Why they are kept: the order is running, somebody may have to prove what was signed, or a legal hold stands on it. */
  reason: "order_running" | "evidence" | "legal_hold" | null;
  /** The reason in a sentence. */
  explanation: string;
  /** Until when they are kept at the latest; null: until the hold is lifted, or nothing is kept. */
  kept_until: string | null;
  decided_at: string;
}

const personal = [
  "names",
  "addresses",
  "what the audit trail says of the person",
  "values that they filled in",
  "the signature's image and the name as typed",
  "terms that they were found by",
];
const impersonal = ["the order's number and times", "hashes in the audit trail", "usage that is billed"];

const explanations: Readonly<Record<KeptReason, string>> = {
  order_running: "The order is running, and the person takes part in it. It is looked at again each day.",
  evidence:
    "Somebody signed, approved or refused in this order, and may have to prove it. All of it goes when the term of its evidence ends.",
  legal_hold: "A legal hold stands on the order. It is looked at again each day.",
};

export function presentErasure({ id, state, requestedAt, doneAt, erased, kept }: Erasure): ErasureView {
  return {
    id: publicId("ers", id),
    object: "erasure",
    state,
    requested_at: requestedAt.toISOString(),
    done_at: doneAt?.toISOString() ?? null,
    erased,
    kept,
  };
}

export function presentResult(result: ErasureResult): ErasureResultView {
  const { outcome, reason } = result;
  return {
    order: publicId("ord", result.orderId),
    signer: publicId("sgr", result.signerId),
    outcome,
    erased: outcome === "erased" ? personal : [],
    kept: outcome === "erased" ? impersonal : [...personal, ...impersonal],
    reason,
    explanation:
      reason === null ? "The person's data are erased; their key is destroyed." : explanations[reason],
    kept_until: result.keptUntil?.toISOString() ?? null,
    decided_at: result.decidedAt.toISOString(),
  };
}
