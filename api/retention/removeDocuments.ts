import type { Actor } from "../../engine/hashchain/event.js";
import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { takeOrderObjects } from "./orderObjects.js";
import type { PurgeReason } from "./purge.js";
import { insertPurge } from "./purgeRows.js";

/**
 * Takes an order's documents out of everybody's reach, in the transaction of whoever has found that they may go: from
 * its commit on no road leads to their bytes, and a purge stands that deletes them. Hashes and sizes stay.
 * @param order locked, ended, not held, its documents not removed before
 * @returns UUID of the purge, and the order with its chain's new end
 */
export async function removeDocuments(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  order: Order,
  reason: PurgeReason,
  actor: Actor,
): Promise<{ purgeId: string; order: Order }> {
  const now = platform.clock.now();
  const purgeId = newUuid(platform.clock, platform.random);
  const { keys, items, documents } = await takeOrderObjects(transaction, order.id);
  const removed = { purge: publicId("pur", purgeId), reason, documents };
  const purge = { id: purgeId, orderId: order.id, subject: "documents", reason, signerId: null } as const;
  const [end] = await Promise.all([
    appendEvents(platform, transaction, endOf(order), [{ type: "documents.removed", actor, data: removed }]),
    insertPurge(transaction, { ...purge, items, objectKeys: keys }, now),
    transaction.query(
      `UPDATE retentions SET documents_removed_at = :now
       WHERE tenant_id = :tenant AND order_id = :orderId AND documents_removed_at IS NULL`,
      { orderId: order.id, now },
    ),
  ]);
  return { purgeId, order: { ...order, chainLength: end.length, chainHead: end.head } };
}
