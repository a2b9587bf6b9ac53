import type { Transaction } from "../database/transaction.js";

/** The evidence file of an order that has ended. */
export interface EvidenceFileRow {
  readonly orderId: string;
  /** Deposited: with the documents in it. */
  readonly archive: boolean;
  /** `none`: nobody did anything in the order that would have to be proven. */
  readonly state: "pending" | "stored" | "none";
  readonly createdAt: Date;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly storedAt: Date | null;
  /** The newest; 0: there is none yet. */
  readonly revision: number;
  readonly renewAt: Date | null;
  readonly renewalAttempts: number;
  /** SHA-256 of what may stand under the key of the next revision. */
  readonly made: readonly Uint8Array[];
}

/** A stored container. Each renewal of its time-stamps adds one, and so does a deposit that comes later. */
export interface EvidenceRevisionRow {
  readonly orderId: string;
  readonly revision: number;
  readonly objectKey: string;
  readonly bytes: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  readonly createdAt: Date;
  /** Until when the store refuses to delete it; null: it does not promise that. */
  readonly lockedUntil: Date | null;
}

/** Of an EvidenceFileRow. */
export const fileColumns = `
  order_id AS "orderId", archive, state, created_at AS "createdAt", attempts, last_error AS "lastError",
  stored_at AS "storedAt", revision, renew_at AS "renewAt", renewal_attempts AS "renewalAttempts", made`;

const revisionColumns = `
  order_id AS "orderId", revision, object_key AS "objectKey", bytes, sha256, created_at AS "createdAt",
  locked_until AS "lockedUntil"`;

/** Null for an order that has not ended. */
export async function readEvidenceFile(
  transaction: Transaction,
  orderId: string,
): Promise<EvidenceFileRow | null> {
  return transaction.one<EvidenceFileRow>(
    `SELECT ${fileColumns} FROM evidence_files WHERE tenant_id = :tenant AND order_id = :orderId`,
    { orderId },
  );
}

/** Oldest first. There are as many as renewals: some in ten years. */
export async function readEvidenceRevisions(
  transaction: Transaction,
  orderIds: readonly string[],
): Promise<EvidenceRevisionRow[]> {
  return transaction.query<EvidenceRevisionRow>(
    `SELECT ${revisionColumns} FROM evidence_revisions
     WHERE tenant_id = :tenant AND order_id = ANY(:orderIds::uuid[]) ORDER BY order_id, revision`,
    { orderIds },
  );
}

/**
 * Notes what is about to be stored under the next revision's key, so that whoever comes after a crash knows it.
 * @returns false where another revision was made meanwhile, or none is to be made any more, because its term is over
 */
export async function noteMade(
  transaction: Transaction,
  orderId: string,
  revision: number,
  sha256: Uint8Array,
): Promise<boolean> {
  const noted = await transaction.one(
    `UPDATE evidence_files SET made = array_append(made, :sha256)
     WHERE tenant_id = :tenant AND order_id = :orderId AND revision = :revision::integer - 1
       AND state <> 'none'
     RETURNING order_id`,
    { orderId, revision, sha256 },
  );
  return noted !== null;
}

/** Ends one without a file, for there is nothing to prove. */
export async function endWithout(transaction: Transaction, orderId: string): Promise<void> {
  await transaction.query(
    `UPDATE evidence_files SET state = 'none', last_error = NULL
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'`,
    { orderId },
  );
}

/**
 * Adds a revision and makes it the newest, under the lock on the order.
 * @param state `pending` where another is to be made at once
 */
export async function insertEvidenceRevision(
  transaction: Transaction,
  row: EvidenceRevisionRow,
  state: "pending" | "stored",
  renewAt: Date,
): Promise<void> {
  await transaction.query(
    `WITH added AS (
       INSERT INTO evidence_revisions (tenant_id, order_id, revision, object_key, bytes, sha256, created_at,
         locked_until)
       VALUES (:tenant, :orderId, :revision, :objectKey, :bytes, :sha256, :createdAt, :lockedUntil)
     ), held AS (
       -- A legal hold is placed on the new object as well.
       UPDATE retentions SET hold_due_at = :createdAt WHERE tenant_id = :tenant AND order_id = :orderId AND held
     )
     UPDATE evidence_files SET state = :state, revision = :revision, stored_at = coalesce(stored_at, :createdAt),
       archived_at = CASE WHEN archive AND :state::text = 'stored' THEN coalesce(archived_at, :createdAt) END,
       renew_at = :renewAt, lease_until = :createdAt, attempts = 0, renewal_attempts = 0, last_error = NULL, made = '{}'
     WHERE tenant_id = :tenant AND order_id = :orderId`,
    { ...row, state, renewAt },
  );
}
