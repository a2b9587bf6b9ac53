import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import type { IdempotencyKey, Outcome } from "../idempotency/once.js";
import { type ChangeNeeds, changeOrder, isBeingSealed } from "./changeOrder.js";
import { requireInTime, requireMove } from "./moveOrder.js";
import { requireExpiry } from "./newOrder.js";
import { type OrderWithParts, orderNow } from "./order.js";

/**
 * Gives an order more time. One whose time is over has ended, swept or not.
 * @param expiresAt in the order's own time: later than the present end, at most 365 days from now
 * @throws Failure `order_state_conflict`, `field_invalid`
 */
export async function extendOrder<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  expiresAt: Date,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order, signers) => {
    const now = platform.clock.now();
    requireMove(order, "extend", isBeingSealed(order, signers));
    requireInTime(order, now);
    requireExpiry(expiresAt, orderNow(order, now));
    if (expiresAt <= order.expiresAt) {
      const until = order.expiresAt.toISOString();
      throw new Failure("field_invalid", `expires_at must be later than ${until}, when the order ends now.`, {
        param: "expires_at",
      });
    }
    await transaction.query(
      `UPDATE orders SET expires_at = :expiresAt,
         expiry_due_at = :expiresAt::timestamptz - clock_offset_seconds * interval '1 second'
       WHERE tenant_id = :tenant AND id = :orderId`,
      { orderId, expiresAt },
    );
    const data = { from: order.expiresAt.toISOString(), to: expiresAt.toISOString() };
    return { events: [{ type: "order.extended", actor: actorOf(caller), data }] };
  });
}
