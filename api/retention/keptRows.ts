import type { Transaction } from "../database/transaction.js";
import type { Kept } from "./kept.js";

const columns = `
  order_id AS "orderId", documents_until AS "documentsUntil", evidence_until AS "evidenceUntil", held,
  documents_removed_at AS "documentsRemovedAt", evidence_removed_at AS "evidenceRemovedAt"`;

/** What is kept of orders by their UUIDs; of those that have not ended there is nothing to say. */
export async function readKept(transaction: Transaction, orderIds: readonly string[]): Promise<Kept[]> {
  if (orderIds.length === 0) return [];
  return transaction.query<Kept>(
    `SELECT ${columns} FROM retentions WHERE tenant_id = :tenant AND order_id = ANY(:orders::uuid[])`,
    { orders: orderIds },
  );
}

/** The same of one order, and the instants at which it is due. */
export interface Due extends Kept {
  readonly documentsDueAt: Date;
  readonly evidenceDueAt: Date;
}

/** What is kept of an order that is locked, and from when on no more; null as long as it has not ended. */
export async function readDue(transaction: Transaction, orderId: string): Promise<Due | null> {
  return transaction.one<Due>(
    `SELECT ${columns}, documents_due_at AS "documentsDueAt", evidence_due_at AS "evidenceDueAt"
     FROM retentions WHERE tenant_id = :tenant AND order_id = :orderId`,
    { orderId },
  );
}
