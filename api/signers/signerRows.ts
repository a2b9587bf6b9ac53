import type { Transaction } from "../database/transaction.js";
import { moveOrder } from "../orders/moveOrder.js";
import type { Order } from "../orders/order.js";

/** The order is in progress as soon as one of its signers has come. */
export async function startOrder(transaction: Transaction, order: Order): Promise<void> {
  if (order.state === "ready") await moveOrder(transaction, order, "open");
}

/** @returns whether it is the first time */
export async function markOpened(transaction: Transaction, signerId: string, at: Date): Promise<boolean> {
  const opened = await transaction.one(
    `UPDATE signers SET state = 'opened', opened_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state = 'waiting' RETURNING id`,
    { signerId, at },
  );
  return opened !== null;
}

export async function markSigning(transaction: Transaction, signerId: string): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'signing'
     WHERE tenant_id = :tenant AND id = :signerId AND state IN ('waiting', 'opened')`,
    { signerId },
  );
}

/** The order ended before the signature could be made: the signer has only opened it. */
export async function markNotSigning(transaction: Transaction, signerId: string): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'opened'
     WHERE tenant_id = :tenant AND id = :signerId AND state = 'signing'`,
    { signerId },
  );
}

export async function markSigned(transaction: Transaction, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'signed', signed_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state = 'signing'`,
    { signerId, at },
  );
}

export async function markRefused(transaction: Transaction, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'refused', refused_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state IN ('waiting', 'opened')`,
    { signerId, at },
  );
}
