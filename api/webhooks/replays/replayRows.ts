import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import type { Replay } from "./replay.js";

const columns = `id, mode, endpoint_id AS "endpointId", begins_at AS "beginsAt", ends_at AS "endsAt", selection, events,
  state, after, replayed, created_at AS "createdAt", done_at AS "doneAt"`;

export type NewReplay = Omit<Replay, "state" | "after" | "replayed" | "doneAt">;

/** Writes a replay, due at once. */
export async function insertReplay(transaction: Transaction, replay: NewReplay): Promise<void> {
  await transaction.query(
    `INSERT INTO webhook_replays (tenant_id, id, mode, endpoint_id, begins_at, ends_at, selection, events, state,
       created_at, lease_until)
     VALUES (:tenant, :id, :mode, :endpointId, :beginsAt, :endsAt, :selection, :events::text[], 'pending', :createdAt,
       :createdAt)`,
    { ...replay },
  );
}

/** A tenant's replays are asked for one after the other: there is a limit to those that are not done. */
export async function countPendingReplays(transaction: Transaction): Promise<number> {
  const [, row] = await Promise.all([
    transaction.query("SELECT pg_advisory_xact_lock(hashtextextended(:tenant::text, 20))"),
    transaction.one<{ count: number }>(
      "SELECT count(*)::integer AS count FROM webhook_replays WHERE tenant_id = :tenant AND state = 'pending'",
    ),
  ]);
  return row?.count ?? 0;
}

/** Finds a replay of an endpoint of the mode. */
export async function findReplay(
  transaction: Transaction,
  mode: Mode,
  endpointId: string,
  id: string,
): Promise<Replay | null> {
  return transaction.one<Replay>(
    `SELECT ${columns} FROM webhook_replays
     WHERE tenant_id = :tenant AND id = :id AND endpoint_id = :endpointId AND mode = :mode`,
    { id, endpointId, mode },
  );
}

/** Reads a page of an endpoint's replays, newest first. @param before UUID of the last one of the page before */
export async function listReplayRows(
  transaction: Transaction,
  mode: Mode,
  endpointId: string,
  before: string | null,
  limit: number,
): Promise<Replay[]> {
  return transaction.query<Replay>(
    `SELECT ${columns} FROM webhook_replays
     WHERE tenant_id = :tenant AND endpoint_id = :endpointId AND mode = :mode
       AND (:before::uuid IS NULL OR id < :before::uuid)
     ORDER BY id DESC LIMIT :limit`,
    { endpointId, mode, before, limit },
  );
}

/** Takes a replay that is due, for as long as the lease lasts. @returns null where it is another's, or done */
export async function claimReplay(
  transaction: Transaction,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<(Replay & { readonly attempts: number }) | null> {
  return transaction.one<Replay & { attempts: number }>(
    `UPDATE webhook_replays SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until <= :now
     RETURNING ${columns}, attempts`,
    { id, now, leaseUntil },
  );
}

/**
 * Says when a replay that did not get on shall be tried again, and why it did not; nothing where another process has it
 * by now.
 */
export async function postponeReplay(
  transaction: Transaction,
  id: string,
  leaseUntil: Date,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE webhook_replays SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until = :leaseUntil`,
    { id, leaseUntil, until, error: error.slice(0, 500) },
  );
}

/** Ends a replay whose endpoint was disabled or deleted; nothing where another process has it by now. */
export async function cancelReplay(
  transaction: Transaction,
  id: string,
  leaseUntil: Date,
  now: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE webhook_replays SET state = 'cancelled', done_at = :now
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until = :leaseUntil`,
    { id, leaseUntil, now },
  );
}
