import type { Transaction } from "../database/transaction.js";
import type { LegalHold } from "./legalHold.js";

const columns = `
  id, order_id AS "orderId", reason, placed_at AS "placedAt", placed_by AS "placedBy", released_at AS "releasedAt",
  released_by AS "releasedBy"`;

/** Holds that were ever placed on one order, at most. */
export const mostHolds = 100;

/** All holds of an order, those that were released too, oldest first. */
export async function readHolds(transaction: Transaction, orderId: string): Promise<LegalHold[]> {
  return transaction.query<LegalHold>(
    `SELECT ${columns} FROM legal_holds WHERE tenant_id = :tenant AND order_id = :orderId
     ORDER BY id LIMIT ${mostHolds}`,
    { orderId },
  );
}

export async function insertHold(transaction: Transaction, hold: LegalHold): Promise<void> {
  await transaction.query(
    `INSERT INTO legal_holds (tenant_id, id, order_id, reason, placed_at, placed_by)
     VALUES (:tenant, :id, :orderId, :reason, :placedAt, :placedBy)`,
    { ...hold },
  );
}

export async function endHold(
  transaction: Transaction,
  hold: LegalHold,
  at: Date,
  by: string,
): Promise<void> {
  await transaction.query(
    `UPDATE legal_holds SET released_at = :at, released_by = :by
     WHERE tenant_id = :tenant AND id = :id AND released_at IS NULL`,
    { id: hold.id, at, by },
  );
}

/**
 * Has what is kept of an order, which is locked, follow its holds. One that has not ended follows them with its end.
 * @param tellStore when the store is to be told; null: it keeps no holds
 */
export async function setHeld(
  transaction: Transaction,
  orderId: string,
  held: boolean,
  tellStore: Date | null,
): Promise<void> {
  await transaction.query(
    `UPDATE retentions SET held = :held, hold_due_at = coalesce(hold_due_at, :tellStore::timestamptz)
     WHERE tenant_id = :tenant AND order_id = :orderId AND held <> :held`,
    { orderId, held, tellStore },
  );
}
