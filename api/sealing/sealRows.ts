import type { PadesLevel } from "../../engine/pades/level.js";
import type { Transaction } from "../database/transaction.js";

/** How long one try of sealing may take before another process takes over. */
const sealLeaseSeconds = 60;

/** The sealing of an order: its documents get what their signatures need to be checked for years. */
export interface Seal {
  readonly orderId: string;
  /** `abandoned`: the order ended otherwise. */
  readonly state: "pending" | "done" | "abandoned";
  readonly attempts: number;
}

/** A document's revision that sealing made, stored. */
export interface SealedRevision {
  readonly documentId: string;
  readonly revision: number;
  readonly objectKey: string;
  readonly bytes: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  /** The lowest of its signatures; null where nobody signed it. */
  readonly level: PadesLevel | null;
}

/**
 * Asks for an order to be sealed, in the transaction of its signers' last step, under the lock on the order. The order
 * stays in progress until that is done, and nothing can be done with it any more. Asking twice changes nothing.
 * The caller goes on with `performSeal` when it has committed; the sweeper does it where that does not come about.
 */
export async function requestSeal(transaction: Transaction, orderId: string, now: Date): Promise<void> {
  await transaction.query(
    `INSERT INTO seals (tenant_id, order_id, state, created_at, attempts, lease_until)
     VALUES (:tenant, :orderId, 'pending', :now, 1, :leaseUntil)
     ON CONFLICT DO NOTHING`,
    { orderId, now, leaseUntil: new Date(now.getTime() + sealLeaseSeconds * 1000) },
  );
}

/** The sealing of an order; null where it was not asked for. */
export async function readSeal(transaction: Transaction, orderId: string): Promise<Seal | null> {
  return transaction.one<Seal>(
    `SELECT order_id AS "orderId", state, attempts FROM seals WHERE tenant_id = :tenant AND order_id = :orderId`,
    { orderId },
  );
}

/** Takes a pending seal whose lease has run out. @returns whether it is ours now */
export async function claimSeal(transaction: Transaction, orderId: string, now: Date): Promise<boolean> {
  const claimed = await transaction.one(
    `UPDATE seals SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending' AND lease_until <= :now
     RETURNING order_id`,
    { orderId, now, leaseUntil: new Date(now.getTime() + sealLeaseSeconds * 1000) },
  );
  return claimed !== null;
}

/** Says when a seal that did not succeed shall be tried again, and why it did not. */
export async function postponeSeal(
  transaction: Transaction,
  orderId: string,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE seals SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'`,
    { orderId, until, error: error.slice(0, 500) },
  );
}

/** Ends a pending seal, under the lock on its order. */
export async function endSeal(
  transaction: Transaction,
  orderId: string,
  state: "done" | "abandoned",
  at: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE seals SET state = :state, completed_at = :at
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'`,
    { orderId, state, at },
  );
}

/** Adds the sealed revisions and makes them the newest of their documents. */
export async function insertSealedRevisions(
  transaction: Transaction,
  revisions: readonly SealedRevision[],
  createdAt: Date,
): Promise<void> {
  if (revisions.length === 0) return;
  const rows = revisions.map(({ documentId, revision, objectKey, bytes, sha256, level }) => ({
    document_id: documentId,
    revision,
    object_key: objectKey,
    bytes,
    sha256: Buffer.from(sha256).toString("hex"),
    level,
  }));
  await transaction.query(
    `WITH input AS (
       SELECT * FROM jsonb_to_recordset(:rows::jsonb)
         AS r (document_id uuid, revision integer, object_key text, bytes integer, sha256 text, level text)
     ), added AS (
       INSERT INTO document_revisions (tenant_id, document_id, revision, object_key, bytes, sha256, created_at, kind,
         level)
       SELECT :tenant, document_id, revision, object_key, bytes, decode(sha256, 'hex'), :createdAt, 'sealed', level
       FROM input
     )
     UPDATE documents d SET revision = input.revision FROM input
     WHERE d.tenant_id = :tenant AND d.id = ANY(:ids::uuid[]) AND d.id = input.document_id
       AND d.revision = input.revision - 1`,
    { ids: rows.map((row) => row.document_id), rows: JSON.stringify(rows), createdAt },
  );
}
