import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import { evidenceRemoved } from "../audit/exportAudit.js";
import { Failure } from "../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import type { OrderWithParts } from "../orders/order.js";
import { orderNow } from "../orders/order.js";
import { lockOrder, readOrder, withParts } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { readKept } from "../retention/keptRows.js";

/** Ten years and a bit: the longest that anything of an order is kept by default. */
const maxOffsetSeconds = 4000 * 86_400;

/**
 * Moves a test order's time on, so that its expiry, reminders and retention can be seen at once. Codes, sessions,
 * certificates and signatures keep the real time: they are made of it.
 * @param seconds 1 to 345,600,000 in all
 * @throws Failure `field_invalid` for a live order, or beyond the bound; `not_found`; `evidence_removed` for an order whose
 * trail is gone, and must not begin anew
 */
export async function advanceTestClock<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  orderId: string,
  seconds: number,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      // Run in this order: what is read behind the lock is as it stays.
      const [order, [kept]] = await Promise.all([
        lockOrder(transaction, orderId, caller.mode),
        readKept(transaction, [orderId]),
      ]);
      if (order.mode !== "test") {
        throw new Failure("field_invalid", "Only a test order's time can be moved on.", { param: "seconds" });
      }
      if (kept?.evidenceRemovedAt) throw evidenceRemoved();
      const offset = order.clockOffsetSeconds + seconds;
      if (offset > maxOffsetSeconds) {
        throw new Failure(
          "field_invalid",
          `An order's time can be moved on by ${maxOffsetSeconds} seconds in all.`,
          {
            param: "seconds",
            extensions: { limit: maxOffsetSeconds },
          },
        );
      }
      await transaction.query(
        `WITH moved AS (
           UPDATE orders SET clock_offset_seconds = :offset::bigint,
             expiry_due_at = expires_at - make_interval(secs => :offset::bigint)
           WHERE tenant_id = :tenant AND id = :orderId
         ), kept AS (
           UPDATE retentions SET documents_due_at = documents_due_at - make_interval(secs => :seconds::integer),
             evidence_due_at = evidence_due_at - make_interval(secs => :seconds::integer)
           WHERE tenant_id = :tenant AND order_id = :orderId
         ), asked AS (
           -- Its documents may be due now, and go only when its evidence is there.
           UPDATE evidence_files SET lease_until = :now
           WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending' AND attempts = 0
         )
         UPDATE signers SET next_reminder_at = next_reminder_at - make_interval(secs => :seconds::integer)
         WHERE tenant_id = :tenant AND order_id = :orderId AND next_reminder_at IS NOT NULL`,
        { orderId, offset, seconds, now: platform.clock.now() },
      );
      const moved = { ...order, clockOffsetSeconds: offset };
      await appendEvents(platform, transaction, endOf(order), [
        {
          type: "clock.advanced",
          actor: actorOf(caller),
          data: { seconds, now: orderNow(moved, platform.clock.now()).toISOString() },
        },
      ]);
      const [whole] = await withParts(transaction, [await readOrder(transaction, orderId)]);
      return present(whole!);
    }),
  );
}
