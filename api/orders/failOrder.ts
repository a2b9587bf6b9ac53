import { appendEvents, endOf } from "../audit/append.js";
import { closeAwaited } from "../awaitedDocuments/closeAwaited.js";
import type { Transaction } from "../database/transaction.js";
import { queueEndMessages } from "../messages/queue.js";
import type { Platform } from "../platform.js";
import { endReminders } from "../signers/signerRows.js";
import { type FailureCause, failureCauses } from "./failureCause.js";
import { moveOrder } from "./moveOrder.js";
import type { Order } from "./order.js";
import { readSigners } from "./orderRows.js";

/**
 * Ends an order that can never be finished, through no fault of its signers: what they pressed "sign" for and was not
 * made yet is given up, so that nothing stays pending, and the sender and whoever was invited are told. Only for causes
 * that no waiting mends; an authority or a store that cannot be reached is waited for.
 * @param order locked
 * @param details for the event, beside the cause; without a person's name or an address
 * @param more what the reason of its end says besides the cause
 * @throws Failure `order_state_conflict`
 */
export async function failOrder(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  order: Order,
  cause: FailureCause,
  details: Readonly<Record<string, string>> = {},
  more?: string,
): Promise<void> {
  const now = platform.clock.now();
  const sentence = failureCauses[cause];
  const reason = more === undefined ? sentence : `${sentence} ${more}`.slice(0, 1000);
  await moveOrder(transaction, order, "fail", { at: now, reason });
  if (order.awaitsDocuments) await closeAwaited(transaction, order.id, now);
  await transaction.query(
    `WITH signing AS (
       UPDATE signings SET state = 'abandoned', completed_at = :now
       WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending' RETURNING signer_id
     ), sealing AS (
       UPDATE seals SET state = 'abandoned', completed_at = :now
       WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'
     )
     UPDATE signers s SET state = 'opened' FROM signing
     WHERE s.tenant_id = :tenant AND s.id = signing.signer_id AND s.state = 'signing'`,
    { orderId: order.id, now },
  );
  await endReminders(transaction, order.id);
  const signers = await readSigners(transaction, [order.id]);
  await Promise.all([
    queueEndMessages(platform, transaction, order, signers, "failed"),
    appendEvents(platform, transaction, endOf(order), [
      { type: "order.failed", actor: { kind: "system" }, data: { cause: sentence, ...details } },
    ]),
  ]);
}
