import type { Transaction } from "../../database/transaction.js";
import { type Asked, nothingAsked } from "./asked.js";

/** Keeps what an order was asked with. */
export async function writeAsked(transaction: Transaction, orderId: string, asked: Asked): Promise<void> {
  await transaction.query(
    `INSERT INTO eu_ses_orders (tenant_id, order_id, asked) VALUES (:tenant, :orderId, :asked::jsonb)`,
    { orderId, asked: JSON.stringify(asked) },
  );
}

/** What an order was asked with; the defaults where it was made in other words, or purged. */
export async function readAsked(transaction: Transaction, orderId: string): Promise<Asked> {
  const [row] = await transaction.query<{ asked: Asked }>(
    `SELECT asked FROM eu_ses_orders WHERE tenant_id = :tenant AND order_id = :orderId`,
    { orderId },
  );
  return row?.asked ?? nothingAsked;
}
