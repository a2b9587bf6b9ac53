import type { Transaction } from "../../database/transaction.js";
import { idNotAfter, idNotBefore } from "../history/idBounds.js";
import { keptSince } from "../history/keptDays.js";
import type { Replay } from "./replay.js";
import { takenUp } from "./takeUp.js";

/** Notifications that one transaction looks at. */
export const batchSize = 500;

/** How far a replay has got. */
export type ReplayProgress = Pick<Replay, "state" | "after">;

/**
 * Looks at the next notifications of a replay, takes up those that are wanted, and writes down how far it has got: in
 * one statement, so that each is taken up once, wherever a process dies.
 * @param leaseUntil of the caller's claim; where another process has it by now nothing is done
 * @param next the lease that it has afterwards
 * @returns null where the claim is not the caller's any more, or the endpoint cannot be told anything
 */
export async function replayBatch(
  transaction: Transaction,
  replay: Replay,
  after: string | null,
  leaseUntil: Date,
  next: Date,
  now: Date,
): Promise<ReplayProgress | null> {
  const { id, mode, endpointId, beginsAt, endsAt, selection } = replay;
  const progress = await transaction.one<ReplayProgress & { taken: number }>(statement, {
    id,
    mode,
    endpointId,
    beginsAt,
    endsAt,
    selection,
    leaseUntil,
    next,
    now,
    keptSince: keptSince(now),
    after: after ?? idNotAfter(beginsAt),
    end: idNotBefore(endsAt),
  });
  if (progress !== null && progress.taken > 0) transaction.announce("webhooks");
  return progress;
}

// Deliveries are locked in the order of their notifications, as by everybody who locks several. They are looked up one by
// one: a join could read all that the endpoint was ever owed.
const statement = `
  WITH ours AS MATERIALIZED (
    SELECT coalesce(r.events, e.events) AS events
    FROM webhook_replays r JOIN webhook_endpoints e ON e.tenant_id = :tenant AND e.id = r.endpoint_id
    WHERE r.tenant_id = :tenant AND r.id = :id AND r.state = 'pending' AND r.lease_until = :leaseUntil
      AND e.deleted_at IS NULL AND e.state <> 'disabled'
    FOR UPDATE OF r
  ), looked AS MATERIALIZED (
    SELECT n.id, n.type, n.occurred_at, n.example FROM notifications n
    WHERE n.tenant_id = :tenant AND n.mode = :mode AND n.id > :after::uuid AND n.id < :end::uuid
      AND EXISTS (SELECT FROM ours)
    ORDER BY n.id LIMIT ${batchSize}
  ), wanted AS MATERIALIZED (
    SELECT n.id FROM looked n CROSS JOIN ours o CROSS JOIN LATERAL (
      SELECT (SELECT w.state FROM webhook_deliveries w
        WHERE w.tenant_id = :tenant AND w.destination = :endpointId AND w.notification_id = n.id) AS state) AS d
    WHERE NOT n.example AND n.occurred_at >= :beginsAt AND n.occurred_at < :endsAt AND n.occurred_at > :keptSince
      AND (n.type = ANY (o.events) OR split_part(n.type, '.', 1) || '.*' = ANY (o.events) OR '*' = ANY (o.events))
      AND CASE :selection::text WHEN 'all' THEN true WHEN 'missed' THEN d.state IS DISTINCT FROM 'delivered'
        ELSE d.state IS NOT DISTINCT FROM 'failed' END
  ), taken AS (
    INSERT INTO webhook_deliveries AS d (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
    SELECT :tenant, :endpointId, w.id, 'endpoint', :endpointId, 'pending', :now, :now FROM wanted w ORDER BY w.id
    ON CONFLICT (tenant_id, destination, notification_id) DO UPDATE SET ${takenUp}
      WHERE CASE :selection::text WHEN 'all' THEN true WHEN 'missed' THEN d.state <> 'delivered'
        ELSE d.state = 'failed' END
    RETURNING 1
  )
  UPDATE webhook_replays SET
    after = coalesce((SELECT l.id FROM looked l ORDER BY l.id DESC LIMIT 1), after),
    replayed = replayed + (SELECT count(*) FROM taken),
    state = CASE WHEN (SELECT count(*) FROM looked) < ${batchSize} THEN 'done' ELSE 'pending' END,
    done_at = CASE WHEN (SELECT count(*) FROM looked) < ${batchSize} THEN :now::timestamptz END,
    attempts = 0, last_error = NULL, lease_until = :next
  WHERE tenant_id = :tenant AND id = :id AND EXISTS (SELECT FROM ours)
  RETURNING state, after, (SELECT count(*) FROM taken)::integer AS taken`;
