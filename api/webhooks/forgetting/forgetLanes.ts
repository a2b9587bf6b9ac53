import type { Platform } from "../../platform.js";

/** Lanes that go at a time. */
const batchSize = 200;

/**
 * The sweeper's part: deletes how it went with origins of callbacks to which nothing is owed any more, once their pause
 * is over. An endpoint's lane goes with the endpoint. No lane at all says the same: that all is well. What it passes
 * over is few: endpoints, and origins to which something waits.
 */
export async function forgetLanes(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenantId: string,
): Promise<void> {
  await database.query(
    tenantId,
    `DELETE FROM webhook_lanes WHERE tenant_id = :tenant AND lane = ANY (ARRAY(
       SELECT l.lane FROM webhook_lanes l
       WHERE l.tenant_id = :tenant AND (l.open_until IS NULL OR l.open_until <= :now)
         AND NOT EXISTS (SELECT FROM webhook_endpoints e WHERE e.tenant_id = :tenant AND e.id = l.lane)
         AND NOT EXISTS (SELECT FROM webhook_deliveries d
           WHERE d.tenant_id = :tenant AND d.lane = l.lane AND d.state = 'pending')
       LIMIT ${batchSize} FOR UPDATE SKIP LOCKED))`,
    { now: clock.now() },
  );
}
