import type { Order } from "../orders/order.js";

/**
 * Until when an order's evidence is locked in the store; null: not at all. A test order's is not: its time can be moved
 * on past any lock, and what it then deletes must be deletable.
 * @param dueAt the instant at which the evidence is to be deleted
 */
export function lockEnd({ mode }: Pick<Order, "mode">, dueAt: Date, now: Date): Date | null {
  return mode === "live" && dueAt > now ? dueAt : null;
}
