import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import type { NewPurge, Purge } from "./purge.js";

/** How long one try may take before another process takes over. */
const leaseSeconds = 60;

const columns = `
  p.id, p.order_id AS "orderId", p.subject, p.reason, p.signer_id AS "signerId", p.items, p.object_keys AS "objectKeys",
  p.state, p.requested_at AS "requestedAt", p.attempts, p.last_error AS "lastError", p.done_at AS "doneAt", p.receipt,
  p.signature`;

/** Purges of one order that are read at once: far more than a hundred signers and two subjects make. */
const mostOfOrder = 1000;

/** Writes a purge that this process goes on with; should it die, another takes over when the lease is out. */
export async function insertPurge(transaction: Transaction, purge: NewPurge, now: Date): Promise<void> {
  await transaction.query(
    `INSERT INTO purges (tenant_id, id, order_id, subject, reason, signer_id, items, object_keys, state, requested_at,
       attempts, lease_until)
     VALUES (:tenant, :id, :orderId, :subject, :reason, :signerId, :items::jsonb, :objectKeys::text[], 'pending', :now, 1,
       :leaseUntil)`,
    { ...purge, items: JSON.stringify(purge.items), now, leaseUntil: leaseFrom(now) },
  );
}

/** Takes a pending purge whose lease has run out. @returns whether it is ours now */
export async function claimPurge(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const claimed = await transaction.one(
    `UPDATE purges SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until <= :now
     RETURNING id`,
    { id, now, leaseUntil: leaseFrom(now) },
  );
  return claimed !== null;
}

/** Reads a purge. @throws Failure `not_found` */
export async function readPurge(transaction: Transaction, id: string): Promise<Purge> {
  const purge = await transaction.one<Purge>(
    `SELECT ${columns} FROM purges p WHERE p.tenant_id = :tenant AND p.id = :id`,
    { id },
  );
  if (!purge) throw notFound("purge");
  return purge;
}

/** The purges of an order, oldest first. */
export async function readPurges(transaction: Transaction, orderId: string): Promise<Purge[]> {
  return transaction.query<Purge>(
    `SELECT ${columns} FROM purges p WHERE p.tenant_id = :tenant AND p.order_id = :orderId
     ORDER BY p.requested_at, p.subject, p.id LIMIT ${mostOfOrder}`,
    { orderId },
  );
}

/** Says when a purge that did not succeed shall be tried again, and why it did not. */
export async function postponePurge(
  transaction: Transaction,
  id: string,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE purges SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending'`,
    { id, until, error: error.slice(0, 500) },
  );
}

/** Leaves a new purge to the sweeper, from a time on: nothing has been tried yet. */
export async function purgeLater(transaction: Transaction, id: string, from: Date): Promise<void> {
  await transaction.query(
    `UPDATE purges SET lease_until = :from, attempts = 0 WHERE tenant_id = :tenant AND id = :id AND state = 'pending'`,
    { id, from },
  );
}

/** Ends a pending purge with its receipt. @returns whether it was pending still */
export async function endPurge(
  transaction: Transaction,
  id: string,
  { text, signature }: { readonly text: string; readonly signature: Uint8Array },
  doneAt: Date,
): Promise<boolean> {
  const done = await transaction.one(
    `UPDATE purges SET state = 'done', done_at = :doneAt, object_keys = '{}', receipt = :text, signature = :signature,
       last_error = NULL
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending'
     RETURNING id`,
    { id, text, signature, doneAt },
  );
  return done !== null;
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000);
}
