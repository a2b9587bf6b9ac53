import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Order } from "./order.js";
import { nextState, type OrderMove, type OrderState } from "./state.js";

/**
 * Moves a locked order to its next state.
 * @throws Failure `order_state_conflict` where the move is forbidden
 */
export async function moveOrder(
  transaction: Transaction,
  order: Order,
  move: OrderMove,
  end?: { at: Date; reason?: string },
): Promise<OrderState> {
  const state = nextState(order.state, move);
  if (state === null) {
    throw new Failure("order_state_conflict", `The order is ${order.state}; it cannot ${move} any more.`, {
      extensions: { state: order.state },
    });
  }
  await transaction.query(
    `UPDATE orders SET state = :state, ended_at = :at, end_reason = :reason
     WHERE tenant_id = :tenant AND id = :id AND state = :from`,
    { id: order.id, from: order.state, state, at: end?.at ?? null, reason: end?.reason ?? null },
  );
  return state;
}

/** @throws Failure `order_state_conflict` when the order's time is over, although no sweep has come by to end it */
export function requireInTime(order: Order, now: Date): void {
  if (order.expiresAt <= now) {
    throw new Failure("order_state_conflict", "The order is expired; nothing can be done with it any more.", {
      extensions: { state: "expired" },
    });
  }
}
