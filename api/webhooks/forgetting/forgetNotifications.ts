import type { Platform } from "../../platform.js";
import { idNotBefore } from "../history/idBounds.js";
import { keptSince } from "../history/keptDays.js";

/** Notifications that go in one transaction; with each up to 51 deliveries, and what was answered to ten tries of each. */
const batchSize = 100;

/**
 * The sweeper's part: deletes what a tenant was told of longer than 30 days ago, the oldest first; its deliveries and
 * attempts go with it, also what waits for a paused endpoint. Found by the key, so that it costs what goes and no more.
 * @returns false where nothing was deleted, or another process is at it
 */
export async function forgetNotifications(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenantId: string,
): Promise<boolean> {
  const before = keptSince(clock.now());
  const deleted = await database.query(
    tenantId,
    `WITH alone AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtextextended(:tenant::uuid::text, 21)) AS is_ours)
     DELETE FROM notifications WHERE tenant_id = :tenant AND id = ANY (ARRAY(
       SELECT o.id FROM (
         SELECT id, occurred_at FROM notifications
         WHERE tenant_id = :tenant AND id < :bound::uuid AND (SELECT is_ours FROM alone)
         ORDER BY id LIMIT ${batchSize}) o
       WHERE o.occurred_at <= :before))
     RETURNING id`,
    { before, bound: idNotBefore(before) },
  );
  return deleted.length > 0;
}
