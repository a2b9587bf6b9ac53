import type { Transaction } from "../database/transaction.js";

/**
 * Awaits an order's documents no longer, because it has ended: nobody fetches them any more, what has been fetched is
 * given up and deleted, and of the URLs nothing is kept. Under the lock on the order.
 */
export async function closeAwaited(transaction: Transaction, orderId: string, at: Date): Promise<void> {
  await Promise.all([
    transaction.query("DELETE FROM awaited_orders WHERE tenant_id = :tenant AND order_id = :orderId", {
      orderId,
    }),
    transaction.query(
      `INSERT INTO object_claims (tenant_id, object_key, expires_at)
       SELECT tenant_id, object_key, :at FROM awaited_documents
       WHERE tenant_id = :tenant AND order_id = :orderId AND object_key IS NOT NULL
       ON CONFLICT DO NOTHING`,
      { orderId, at },
    ),
    transaction.query(
      `UPDATE awaited_documents
       SET state = 'abandoned', source = NULL, object_key = NULL, sha256 = NULL
       WHERE tenant_id = :tenant AND order_id = :orderId`,
      { orderId },
    ),
  ]);
}
