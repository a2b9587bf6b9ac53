import type { Mode } from "../../../apiKeys/caller.js";
import type { Transaction } from "../../../database/transaction.js";
import type { OrderState } from "../../../orders/state.js";
import type { EuSesState } from "../state.js";
import { mostLooks } from "./limits.js";
import type { SignatureFilter } from "./signatureFilter.js";

/** An order as a list tells of it. */
export interface SignatureRow {
  readonly id: string;
  readonly title: string;
  readonly state: OrderState;
  readonly endReason: string | null;
  readonly createdAt: Date;
  /** When something last happened that the dialect tells of. */
  readonly updatedAt: Date;
  /** Whether somebody has done their part. */
  readonly begun: boolean;
}

/** Our states that are one of the dialect's; running orders are told apart by what their signers have done. */
const statesOf: Readonly<Record<EuSesState, readonly OrderState[]>> = {
  WAIT_VALIDATION: ["draft"],
  WAIT_SIGN: ["ready", "in_progress"],
  WAIT_SIGNER: ["in_progress"],
  DONE: ["completed"],
  ERROR: ["failed", "refused", "cancelled", "expired"],
};

const begun = `EXISTS (SELECT FROM signers s
  WHERE s.tenant_id = :tenant AND s.order_id = o.id AND s.state IN ('signed', 'approved'))`;

/**
 * Orders of a mode, the newest first: a walk along an index, which ends after as many as are skipped and asked for. What
 * it costs depends on these two, and not on how many orders there are.
 */
export async function listSignatureRows(
  transaction: Transaction,
  mode: Mode,
  { state, skip, limit }: SignatureFilter,
): Promise<SignatureRow[]> {
  const orders = state === null ? walkAll : isRunningState(state) ? walkRunning : walkStates;
  return transaction.query<SignatureRow>(
    `SELECT o.id, o.title, o.state, o.end_reason AS "endReason", o.created_at AS "createdAt", ${begun} AS begun,
       greatest(o.created_at, o.ended_at, (
         SELECT max(greatest(s.opened_at, s.signed_at, s.approved_at, s.refused_at, s.removed_at))
         FROM signers s WHERE s.tenant_id = :tenant AND s.order_id = o.id)) AS "updatedAt"
     FROM (${orders}) AS found
     JOIN orders o ON o.tenant_id = :tenant AND o.id = found.id
     ORDER BY o.id DESC`,
    {
      mode,
      skip,
      limit,
      most: skip + limit,
      mostLooks,
      states: state === null ? [] : statesOf[state],
      begun: state === "WAIT_SIGNER",
    },
  );
}

function isRunningState(state: EuSesState): boolean {
  return state === "WAIT_SIGN" || state === "WAIT_SIGNER";
}

const walkAll = `SELECT id FROM orders WHERE tenant_id = :tenant AND mode = :mode
  ORDER BY id DESC OFFSET :skip LIMIT :limit`;

/** One walk for each state, each of them ended: together they would be sorted. */
const walkStates = `SELECT walked.id FROM unnest(:states::text[]) AS wanted (state)
  CROSS JOIN LATERAL (SELECT w.id FROM orders w
    WHERE w.tenant_id = :tenant AND w.mode = :mode AND w.state = wanted.state
    ORDER BY w.id DESC LIMIT :most) AS walked
  ORDER BY walked.id DESC OFFSET :skip LIMIT :limit`;

/** No index knows what signers have done: the look at them is bounded. */
const walkRunning = `SELECT o.id FROM (
    SELECT walked.id FROM unnest(:states::text[]) AS wanted (state)
    CROSS JOIN LATERAL (SELECT w.id FROM orders w
      WHERE w.tenant_id = :tenant AND w.mode = :mode AND w.state = wanted.state
      ORDER BY w.id DESC LIMIT :mostLooks) AS walked
    ORDER BY walked.id DESC LIMIT :mostLooks) AS o
  WHERE ${begun} = :begun
  ORDER BY o.id DESC OFFSET :skip LIMIT :limit`;
