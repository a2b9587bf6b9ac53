import type { Transaction } from "../database/transaction.js";
import type { Callback } from "./callback.js";

const columns = `order_id AS "orderId", url, form, encoding, field, retries, headers, custom, events, lane,
  created_at AS "createdAt"`;

/** The callbacks of orders by their UUIDs; of those that have none there is none. */
export async function readCallbacks(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<Callback[]> {
  return transaction.query<Callback>(
    `SELECT ${columns} FROM callbacks WHERE tenant_id = :tenant AND order_id = ANY(:orders::uuid[])`,
    { orders: orderIds },
  );
}

/** An order's callback, if it has one. @param orderId UUID */
export async function findCallback(transaction: Transaction, orderId: string): Promise<Callback | null> {
  return transaction.one<Callback>(
    `SELECT ${columns} FROM callbacks WHERE tenant_id = :tenant AND order_id = :orderId`,
    { orderId },
  );
}

/** Writes an order's callback, in place of the one before. */
export async function putCallbackRow(transaction: Transaction, callback: Callback): Promise<void> {
  await transaction.query(
    `INSERT INTO callbacks (tenant_id, order_id, url, form, encoding, field, retries, headers, custom, events, lane,
       created_at)
     VALUES (:tenant, :orderId, :url, :form, :encoding, :field, :retries, :headers, :custom, :events::text[], :lane,
       :createdAt)
     ON CONFLICT (tenant_id, order_id) DO UPDATE SET url = excluded.url, form = excluded.form,
       encoding = excluded.encoding, field = excluded.field, retries = excluded.retries, headers = excluded.headers,
       custom = excluded.custom, events = excluded.events, lane = excluded.lane`,
    { ...callback },
  );
}

/** @returns whether there was one */
export async function deleteCallbackRow(transaction: Transaction, orderId: string): Promise<boolean> {
  const deleted = await transaction.one(
    "DELETE FROM callbacks WHERE tenant_id = :tenant AND order_id = :orderId RETURNING order_id",
    { orderId },
  );
  return deleted !== null;
}

/** What waits to be told goes the callback's new road. A request that is under way ends where it was begun. */
export async function moveDeliveries(transaction: Transaction, { orderId, lane }: Callback): Promise<void> {
  await transaction.announcing(
    "webhooks",
    `WITH waiting AS (
       SELECT destination, notification_id FROM webhook_deliveries
       WHERE tenant_id = :tenant AND destination = :orderId AND state = 'pending'
       ORDER BY notification_id FOR UPDATE
     ), moved AS (
       UPDATE webhook_deliveries d SET lane = :lane FROM waiting w
       WHERE d.tenant_id = :tenant AND d.destination = w.destination AND d.notification_id = w.notification_id
       RETURNING 1
     )
     SELECT count(*) > 0 AS "isOwed" FROM moved`,
    { orderId, lane },
  );
}

/** Nothing that waited is told any more. */
export async function cancelDeliveries(
  transaction: Transaction,
  orderId: string,
  concludedAt: Date,
): Promise<void> {
  await transaction.query(
    `WITH waiting AS (
       SELECT destination, notification_id FROM webhook_deliveries
       WHERE tenant_id = :tenant AND destination = :orderId AND state = 'pending'
       ORDER BY notification_id FOR UPDATE
     )
     UPDATE webhook_deliveries d SET state = 'cancelled', concluded_at = :concludedAt FROM waiting w
     WHERE d.tenant_id = :tenant AND d.destination = w.destination AND d.notification_id = w.notification_id`,
    { orderId, concludedAt },
  );
}
