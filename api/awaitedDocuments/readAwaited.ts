import type { Transaction } from "../database/transaction.js";
import type { AwaitedDocument } from "./awaitedDocument.js";

/** Those of these orders' documents that were to be fetched and do not stand among their documents, in their places. */
export async function readAwaited(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<AwaitedDocument[]> {
  if (orderIds.length === 0) return [];
  return transaction.query<AwaitedDocument>(
    `SELECT order_id AS "orderId", position, document_id AS "documentId", name, kind, host, state, error
     FROM awaited_documents WHERE tenant_id = :tenant AND order_id = ANY(:orders::uuid[])
     ORDER BY order_id, position`,
    { orders: orderIds },
  );
}
