import type { Transaction, Writer } from "../database/transaction.js";
import { moveOrder } from "../orders/moveOrder.js";
import type { Order } from "../orders/order.js";
import { statesBefore } from "./signerState.js";

/** The order is in progress as soon as one of its signers has come. */
export async function startOrder(transaction: Writer, order: Order): Promise<void> {
  if (order.state === "ready") await moveOrder(transaction, order, "open");
}

/** The signer has come for the first time. */
export async function markOpened(transaction: Writer, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'opened', opened_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, at, from: statesBefore("open") },
  );
}

/** The signer has pressed "sign"; nobody reminds them any more. */
export async function markSigning(transaction: Transaction, signerId: string): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'signing', next_reminder_at = NULL
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, from: statesBefore("request") },
  );
}

/** The order ended before the signature could be made: the signer has only opened it. */
export async function markNotSigning(transaction: Transaction, signerId: string): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'opened'
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, from: statesBefore("abandon") },
  );
}

/** The signer's signatures stand. */
export async function markSigned(transaction: Transaction, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'signed', signed_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, at, from: statesBefore("sign") },
  );
}

/** The approver has approved; nobody reminds them any more. */
export async function markApproved(transaction: Transaction, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'approved', approved_at = :at, next_reminder_at = NULL
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, at, from: statesBefore("approve") },
  );
}

/** The signer has refused; `endReminders` is for whoever ends the order by it. */
export async function markRefused(transaction: Transaction, signerId: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE signers SET state = 'refused', refused_at = :at
     WHERE tenant_id = :tenant AND id = :signerId AND state = ANY(:from)`,
    { signerId, at, from: statesBefore("refuse") },
  );
}

/** The turn of these signers has come. @param reminders when each is reminded first, by the signer's UUID */
export async function markInvited(
  transaction: Transaction,
  reminders: ReadonlyMap<string, Date | null>,
  at: Date,
): Promise<void> {
  const rows = [...reminders].map(([id, next_reminder_at]) => ({ id, next_reminder_at }));
  await transaction.query(
    `UPDATE signers s SET invited_at = :at, next_reminder_at = r.next_reminder_at
     FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, next_reminder_at timestamptz)
     WHERE s.tenant_id = :tenant AND s.id = ANY(:ids::uuid[]) AND s.id = r.id`,
    { at, ids: [...reminders.keys()], rows: JSON.stringify(rows) },
  );
}

/** When signers are reminded next, by their UUID. */
export async function setReminders(
  transaction: Transaction,
  reminders: ReadonlyMap<string, Date | null>,
): Promise<void> {
  const rows = [...reminders].map(([id, next_reminder_at]) => ({ id, next_reminder_at }));
  await transaction.query(
    `UPDATE signers s SET next_reminder_at = r.next_reminder_at
     FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, next_reminder_at timestamptz)
     WHERE s.tenant_id = :tenant AND s.id = ANY(:ids::uuid[]) AND s.id = r.id`,
    { ids: [...reminders.keys()], rows: JSON.stringify(rows) },
  );
}

/** It is not these signers' turn any more, because somebody was put before them. */
export async function markNotInvited(transaction: Transaction, signerIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE signers SET invited_at = NULL, next_reminder_at = NULL
     WHERE tenant_id = :tenant AND id = ANY(:signerIds::uuid[])`,
    { signerIds },
  );
}

/** An order that has ended reminds nobody any more. */
export async function endReminders(transaction: Transaction, orderId: string): Promise<void> {
  await transaction.query(
    `UPDATE signers SET next_reminder_at = NULL
     WHERE tenant_id = :tenant AND order_id = :orderId AND next_reminder_at IS NOT NULL`,
    { orderId },
  );
}
