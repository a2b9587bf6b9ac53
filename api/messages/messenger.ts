import type { Platform } from "../platform.js";
import { deliverMessages } from "./deliver.js";

/** Messages that one round looks at, and orders that are written for at a time. */
const perRound = 200;
const atATime = 4;

/**
 * Sends what is due, of whatever orders: one round of a worker's own lane, so that slow providers and large batches
 * hold up nothing else.
 * @returns how many messages came to an end
 */
export async function deliverDueMessages(platform: Platform): Promise<number> {
  const due = await platform.database.lookup<{ tenantId: string; orderId: string }>(
    `SELECT tenant_id AS "tenantId", order_id AS "orderId" FROM due_messages(:at, :atMost)`,
    { at: platform.clock.now(), atMost: perRound },
  );
  let done = 0;
  const work = async () => {
    for (let order = due.shift(); order; order = due.shift()) {
      try {
        const ended = await deliverMessages(platform, order.tenantId, order.orderId);
        done += ended;
      } catch (error) {
        // One order's trouble must not hold up the others; what was taken up is seen again when its lease is over.
        platform.log.warn({ kind: "message", error }, "a piece of work did not succeed");
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, due.length) }, work));
  return done;
}
