import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";

/** A tenant's log of one mode: a Merkle tree that only grows. */
export interface TrailLog {
  /** UUID; its public name. */
  readonly id: string;
  /** Leaves that it has. */
  readonly size: number;
  /** The beginning of the hour of its newest checkpoint. */
  readonly hour: Date;
}

/**
 * Locks a tenant's log, which is made where there is none yet. Nothing waits for this lock: whoever grows the log has
 * it, and then takes orders that nobody has locked.
 * @returns null where another process is at it
 */
export async function lockLog(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  mode: Mode,
): Promise<TrailLog | null> {
  const [, [log]] = await Promise.all([
    transaction.query(
      `INSERT INTO trail_logs (tenant_id, mode, id, size, hour) VALUES (:tenant, :mode, :id, 0, 'epoch')
       ON CONFLICT (tenant_id, mode) DO NOTHING`,
      { mode, id: newUuid(platform.clock, platform.random) },
    ),
    transaction.query<TrailLog>(
      `SELECT id, size, hour FROM trail_logs WHERE tenant_id = :tenant AND mode = :mode FOR UPDATE SKIP LOCKED`,
      { mode },
    ),
  ]);
  return log ?? null;
}

/** A tenant's log; null before its first checkpoint. */
export function readLog(transaction: Transaction, mode: Mode): Promise<TrailLog | null> {
  return transaction.one<TrailLog>(
    "SELECT id, size, hour FROM trail_logs WHERE tenant_id = :tenant AND mode = :mode",
    { mode },
  );
}

/** Whose a log is that somebody asks for by its public name; null where there is none. */
export async function findLog(
  { database }: Pick<Platform, "database">,
  id: string,
): Promise<{ tenantId: string; mode: Mode } | null> {
  const [log] = await database.lookup<{ tenantId: string; mode: Mode }>(
    `SELECT tenant_id AS "tenantId", mode FROM find_trail_log(:id)`,
    { id },
  );
  return log ?? null;
}

/** Says that a log has its checkpoint of an hour. */
export async function closeHour(transaction: Transaction, mode: Mode, hour: Date): Promise<void> {
  await transaction.query("UPDATE trail_logs SET hour = :hour WHERE tenant_id = :tenant AND mode = :mode", {
    mode,
    hour,
  });
}
