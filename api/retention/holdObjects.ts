import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import { causeOf } from "../work/causeOf.js";
import { retryAt } from "../work/retryAt.js";

/** Seconds that one run has the order for itself. */
const leaseSeconds = 60;

interface ToTell {
  readonly held: boolean;
  readonly keys: readonly string[];
  /** Tries so far, this one counted. */
  readonly attempts: number;
}

/**
 * Has the store follow an order's legal holds, where it keeps some itself: its evidence then stays although its lock has
 * ended. One run at a time; a change that comes meanwhile is told by the next.
 * @returns false where there was nothing to tell, or somebody else is at it
 */
export async function holdObjects(
  platform: Pick<Platform, "database" | "objectLock" | "clock" | "log">,
  tenantId: string,
  orderId: string,
): Promise<boolean> {
  const { database, objectLock, clock } = platform;
  const now = clock.now();
  const until = new Date(now.getTime() + leaseSeconds * 1000);
  const found = await database.withTenant(tenantId, (transaction) => take(transaction, orderId, now, until));
  if (found === null) return false;
  if (objectLock !== null) {
    try {
      for (const key of found.keys) await holdOne(objectLock, key, found.held);
    } catch (error) {
      platform.log.warn(
        { order: orderId, error },
        "the store was not told of a legal hold; it will be again",
      );
      await database.withTenant(tenantId, (transaction) =>
        postpone(transaction, orderId, until, retryAt(clock.now(), found.attempts), causeOf(error)),
      );
      throw error;
    }
  }
  await database.withTenant(tenantId, (transaction) =>
    transaction.query(
      `UPDATE retentions SET hold_due_at = CASE WHEN held = :held THEN NULL ELSE :now::timestamptz END,
         hold_attempts = 0, last_error = NULL
       WHERE tenant_id = :tenant AND order_id = :orderId AND hold_due_at = :until`,
      { orderId, held: found.held, until, now: clock.now() },
    ),
  );
  return true;
}

/** Should the process die, it is due again after a while. */
async function take(
  transaction: Transaction,
  orderId: string,
  now: Date,
  until: Date,
): Promise<ToTell | null> {
  return transaction.one<ToTell>(
    `UPDATE retentions r SET hold_due_at = :until, hold_attempts = hold_attempts + 1
     WHERE r.tenant_id = :tenant AND r.order_id = :orderId AND r.hold_due_at <= :now
     RETURNING r.held, r.hold_attempts AS attempts, ARRAY(
       SELECT e.object_key FROM evidence_revisions e
       WHERE e.tenant_id = r.tenant_id AND e.order_id = r.order_id) AS keys`,
    { orderId, now, until },
  );
}

/** Says when a store that could not be told is told again, unless somebody else is at it by now. */
async function postpone(
  transaction: Transaction,
  orderId: string,
  lease: Date,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE retentions SET hold_due_at = :until, last_error = :error
     WHERE tenant_id = :tenant AND order_id = :orderId AND hold_due_at = :lease`,
    { orderId, lease, until, error: error.slice(0, 500) },
  );
}

/** What is not there any more needs no hold. */
async function holdOne(lock: NonNullable<Platform["objectLock"]>, key: string, on: boolean): Promise<void> {
  try {
    await lock.hold(key, on);
  } catch (error) {
    if (!(error instanceof ObjectStoreError) || error.code !== "not_found") throw error;
  }
}
