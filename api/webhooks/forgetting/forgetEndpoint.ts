import type { Transaction } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import { keptDays } from "../history/keptDays.js";

/** Deliveries that are cancelled in one transaction. */
const batchSize = 500;

const dayMs = 86_400_000;

/**
 * The sweeper's part of deleting an endpoint: cancels what it is still owed, a minute after it was deleted, when nobody
 * who had not heard of that owes it anything new. When the last of its deliveries is forgotten it goes itself, with
 * all that hangs on it.
 * @returns false where it is gone, or another process is at it
 */
export async function forgetEndpoint(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenantId: string,
  endpointId: string,
): Promise<boolean> {
  const now = clock.now();
  return database.withTenant(tenantId, async (transaction) => {
    // The lane first, as everybody who locks both.
    const [, endpoint] = await Promise.all([
      transaction.query(
        "SELECT FROM webhook_lanes WHERE tenant_id = :tenant AND lane = :endpointId FOR UPDATE",
        { endpointId },
      ),
      transaction.one<{ deletedAt: Date }>(
        `SELECT deleted_at AS "deletedAt" FROM webhook_endpoints
         WHERE tenant_id = :tenant AND id = :endpointId AND deleted_at IS NOT NULL FOR UPDATE SKIP LOCKED`,
        { endpointId },
      ),
    ]);
    if (endpoint === null) return false;
    const cancelled = await cancelSome(transaction, endpointId, now);
    if (cancelled === batchSize) return true;
    const forgottenAt = new Date(endpoint.deletedAt.getTime() + (keptDays + 1) * dayMs);
    if (now >= forgottenAt && !(await isOwedAnything(transaction, endpointId))) {
      await remove(transaction, endpointId);
      return true;
    }
    const forgetAt = now < forgottenAt ? forgottenAt : new Date(now.getTime() + dayMs);
    await transaction.query(
      "UPDATE webhook_endpoints SET forget_at = :forgetAt WHERE tenant_id = :tenant AND id = :endpointId",
      { endpointId, forgetAt },
    );
    return true;
  });
}

async function cancelSome(transaction: Transaction, endpointId: string, now: Date): Promise<number> {
  const cancelled = await transaction.query(
    `WITH owed AS MATERIALIZED (
       SELECT notification_id FROM webhook_deliveries
       WHERE tenant_id = :tenant AND destination = :endpointId AND state = 'pending'
       ORDER BY notification_id LIMIT ${batchSize} FOR UPDATE
     )
     UPDATE webhook_deliveries d SET state = 'cancelled', concluded_at = :now FROM owed o
     WHERE d.tenant_id = :tenant AND d.destination = :endpointId AND d.notification_id = o.notification_id
     RETURNING d.notification_id`,
    { endpointId, now },
  );
  return cancelled.length;
}

async function isOwedAnything(transaction: Transaction, endpointId: string): Promise<boolean> {
  const delivery = await transaction.one(
    "SELECT notification_id FROM webhook_deliveries WHERE tenant_id = :tenant AND destination = :endpointId LIMIT 1",
    { endpointId },
  );
  return delivery !== null;
}

async function remove(transaction: Transaction, endpointId: string): Promise<void> {
  await Promise.all([
    ...["webhook_replays", "notices", "webhook_secrets"].map((table) =>
      transaction.query(`DELETE FROM ${table} WHERE tenant_id = :tenant AND endpoint_id = :endpointId`, {
        endpointId,
      }),
    ),
    transaction.query("DELETE FROM webhook_lanes WHERE tenant_id = :tenant AND lane = :endpointId", {
      endpointId,
    }),
    transaction.query("DELETE FROM webhook_endpoints WHERE tenant_id = :tenant AND id = :endpointId", {
      endpointId,
    }),
  ]);
}
