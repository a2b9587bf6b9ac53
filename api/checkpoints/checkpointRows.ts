import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";

/** How long one try of signing and storing may take before another process takes over. */
const leaseSeconds = 60;

/** A checkpoint that was made and is to be signed and stored. */
export interface PendingCheckpoint {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  readonly note: string;
  readonly createdAt: Date;
  readonly attempts: number;
  /** What was signed already; null: nothing yet. */
  readonly signature: Uint8Array | null;
  /** Until when it is to be locked, decided together with the signature. */
  readonly lockedUntil: Date | null;
}

/** A checkpoint that anybody may have. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  /** Detached CAdES over the note, DER. */
  readonly signature: Uint8Array;
  readonly createdAt: Date;
  readonly storedAt: Date;
  readonly lockedUntil: Date | null;
}

const storedColumns = `size, root, note, signature, created_at AS "createdAt", stored_at AS "storedAt",
  locked_until AS "lockedUntil"`;

/** The size of a log's newest checkpoint, stored or not; 0 where it has none. */
export async function newestSize(transaction: Transaction, mode: Mode): Promise<number> {
  const newest = await transaction.one<{ size: number }>(
    "SELECT size FROM checkpoints WHERE tenant_id = :tenant AND mode = :mode ORDER BY size DESC LIMIT 1",
    { mode },
  );
  return newest?.size ?? 0;
}

/** Writes a checkpoint down, to be signed and stored by whoever calls this, and by the sweeper where that fails. */
export async function insertCheckpoint(
  transaction: Transaction,
  mode: Mode,
  checkpoint: { size: number; root: Uint8Array; note: string; createdAt: Date },
): Promise<void> {
  await transaction.query(
    `INSERT INTO checkpoints (tenant_id, mode, size, root, created_at, note, state, attempts, lease_until)
     VALUES (:tenant, :mode, :size, :root, :createdAt, :note, 'pending', 1, :leaseUntil)`,
    { mode, ...checkpoint, leaseUntil: leaseEnd(checkpoint.createdAt) },
  );
}

/** Takes a pending checkpoint whose lease has run out. @returns whether it is ours now */
export async function claimCheckpoint(
  transaction: Transaction,
  mode: Mode,
  size: number,
  now: Date,
): Promise<boolean> {
  const claimed = await transaction.one(
    `UPDATE checkpoints SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'pending' AND lease_until <= :now
     RETURNING size`,
    { mode, size, now, leaseUntil: leaseEnd(now) },
  );
  return claimed !== null;
}

/** A checkpoint that is not stored yet; null where it is, or there is none. */
export function readPending(
  transaction: Transaction,
  mode: Mode,
  size: number,
): Promise<PendingCheckpoint | null> {
  return transaction.one<PendingCheckpoint>(
    `SELECT size, root, note, created_at AS "createdAt", attempts, signature, locked_until AS "lockedUntil"
     FROM checkpoints WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'pending'`,
    { mode, size },
  );
}

/** Decides a checkpoint's signature, for every process that may be at it: the first one counts. */
export async function decideSignature(
  transaction: Transaction,
  mode: Mode,
  size: number,
  decision: { readonly signature: Uint8Array; readonly lockedUntil: Date },
): Promise<void> {
  await transaction.query(
    `UPDATE checkpoints SET signature = :signature, locked_until = :lockedUntil
     WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'pending' AND signature IS NULL`,
    { mode, size, ...decision },
  );
}

/** Says that a checkpoint's objects are stored: from now on it is shown. */
export async function completeCheckpoint(
  transaction: Transaction,
  mode: Mode,
  size: number,
  stored: { readonly objectKey: string; readonly lockedUntil: Date | null; readonly at: Date },
): Promise<void> {
  await transaction.query(
    `UPDATE checkpoints SET state = 'stored', object_key = :objectKey, locked_until = :lockedUntil, stored_at = :at,
       last_error = NULL
     WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'pending'`,
    { mode, size, ...stored },
  );
}

/** Says when a checkpoint that was not stored shall be tried again, and why it was not. */
export async function postponeCheckpoint(
  transaction: Transaction,
  mode: Mode,
  size: number,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE checkpoints SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'pending'`,
    { mode, size, until, error: error.slice(0, 500) },
  );
}

/** A stored checkpoint by its size; null where there is none. */
export function readStored(
  transaction: Transaction,
  mode: Mode,
  size: number,
): Promise<StoredCheckpoint | null> {
  return transaction.one<StoredCheckpoint>(
    `SELECT ${storedColumns} FROM checkpoints
     WHERE tenant_id = :tenant AND mode = :mode AND size = :size AND state = 'stored'`,
    { mode, size },
  );
}

/** Stored checkpoints of a log, newest first. @param below only those of smaller trees */
export function listStored(
  transaction: Transaction,
  mode: Mode,
  below: number,
  limit: number,
): Promise<StoredCheckpoint[]> {
  return transaction.query<StoredCheckpoint>(
    `SELECT ${storedColumns} FROM checkpoints
     WHERE tenant_id = :tenant AND mode = :mode AND state = 'stored' AND size < :below
     ORDER BY size DESC LIMIT :limit`,
    { mode, below, limit },
  );
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000);
}
