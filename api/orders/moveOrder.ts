import type { Writer } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { type Order, orderNow } from "./order.js";
import { nextState, type OrderMove, type OrderState } from "./state.js";

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
 * @throws Failure `order_state_conflict` where the move is forbidden
 */
export async function moveOrder(
  transaction: Writer,
  order: Order,
  move: OrderMove,
  end?: { at: Date; reason?: string },
): Promise<OrderState> {
  const state = requireMove(order, move);
  await transaction.query(
    `UPDATE orders SET state = :state, ended_at = :at, end_reason = :reason
     WHERE tenant_id = :tenant AND id = :id AND state = :from`,
    { id: order.id, from: order.state, state, at: end?.at ?? null, reason: end?.reason ?? null },
  );
  return state;
}

/** @throws Failure `order_state_conflict` when the order's time is over, although no sweep has come by to end it */
export function requireInTime(order: Order, now: Date): void {
  if (order.expiresAt <= orderNow(order, now)) {
    throw new Failure("order_state_conflict", "The order is expired; nothing can be done with it any more.", {
      extensions: { state: "expired" },
    });
  }
}
