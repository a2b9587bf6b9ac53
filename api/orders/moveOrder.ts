import { nextHour } from "../checkpoints/hour.js";
import type { Writer } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { type Order, orderNow } from "./order.js";
import { nextState, type OrderMove, type OrderState } from "./state.js";

/** How long after the full hour the checkpoint is likely there that takes an order in: its evidence file is made after it. */
const graceMs = 120_000;

/** What cannot be done with an order any more, in words. */
const participles: Readonly<Record<OrderMove, string>> = {
  send: "sent",
  open: "signed",
  change: "changed",
  extend: "extended",
  complete: "completed",
  refuse: "refused",
  cancel: "cancelled",
  expire: "ended by its time",
  fail: "given up",
};

/**
 * The state that a move leads to.
 * @param isBeingSealed all signers are done, and only the sealing is left
 * @throws Failure `order_state_conflict` where the move is forbidden
 */
export function requireMove(order: Pick<Order, "state">, move: OrderMove, isBeingSealed = false): OrderState {
  const state = nextState(order.state, move, isBeingSealed);
  if (state !== null) return state;
  const why =
    isBeingSealed && nextState(order.state, move) !== null
      ? "All signers of the order are done and it is being sealed"
      : `The order is ${order.state}`;
  throw new Failure("order_state_conflict", `${why}; it cannot be ${participles[move]} any more.`, {
    extensions: { state: order.state },
  });
}

/**
 * Moves a locked order to its next state.
 * @param end of the order, with the move that ends it
 * @throws Failure `order_state_conflict` where the move is forbidden
 */
export async function moveOrder(
  transaction: Writer,
  order: Order,
  move: OrderMove,
  end?: { at: Date; reason?: string },
): Promise<OrderState> {
  const state = requireMove(order, move);
  const bindings = {
    id: order.id,
    from: order.state,
    state,
    at: end?.at ?? null,
    reason: end?.reason ?? null,
  };
  await (end
    ? transaction.query(endStatement, {
        ...bindings,
        due: new Date(nextHour(end.at).getTime() + graceMs),
      })
    : transaction.query(moveStatement, bindings));
  return state;
}

const moveStatement = `
  UPDATE orders SET state = :state, awaits_documents = false, ended_at = :at, end_reason = :reason
  WHERE tenant_id = :tenant AND id = :id AND state = :from`;

/**
 * With the end begin the terms of retention, in the order's own time, and its evidence file is asked for. Months and
 * years are the calendar's, in UTC; a month that has no such day ends the term on its last. A legal hold that was placed
 * before counts from here.
 */
const endStatement = `
  WITH ended AS (
    ${moveStatement}
    RETURNING tenant_id, id, archive, retain_documents::interval AS documents, retain_evidence::interval AS evidence,
      make_interval(secs => clock_offset_seconds) AS moved,
      (ended_at + make_interval(secs => clock_offset_seconds)) AT TIME ZONE 'UTC' AS since
  ), asked AS (
    INSERT INTO evidence_files (tenant_id, order_id, archive, state, created_at, lease_until)
    SELECT tenant_id, id, archive, 'pending', :at, :due FROM ended
  )
  INSERT INTO retentions (tenant_id, order_id, documents_until, evidence_until, documents_due_at, evidence_due_at, held)
  SELECT tenant_id, id, documents_until, evidence_until, documents_until - moved, evidence_until - moved, held
  FROM (
    SELECT tenant_id, id, moved, (since + documents) AT TIME ZONE 'UTC' AS documents_until,
      greatest(since + documents, since + evidence) AT TIME ZONE 'UTC' AS evidence_until,
      EXISTS (SELECT FROM legal_holds h
        WHERE h.tenant_id = ended.tenant_id AND h.order_id = ended.id AND h.released_at IS NULL) AS held
    FROM ended) AS terms`;

/** @throws Failure `order_state_conflict` when the order's time is over, although no sweep has come by to end it */
export function requireInTime(order: Order, now: Date): void {
  if (order.expiresAt <= orderNow(order, now)) {
    throw new Failure("order_state_conflict", "The order is expired; nothing can be done with it any more.", {
      extensions: { state: "expired" },
    });
  }
}
