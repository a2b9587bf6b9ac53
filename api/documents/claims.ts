import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** Seconds that a request has between storing an object and committing the row that owns it. */
const claimSeconds = 600;

/** Seconds before an object that could not be deleted is tried again. */
const retrySeconds = 60;

export interface NewObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/**
 * Stores objects that no row owns yet. A claim is written first, so that whatever a crash leaves behind is found
 * and deleted: the transaction that makes the owning rows calls `keepObjects`, a refusal calls `dropObjects`, and
 * the sweeper does it for a process that died in between.
 * @param claimedUntil of a claim that `claimObjects` has written already; absent: it is written here
 * @throws Failure `unavailable` when it took longer than the claims last, and what the store throws
 */
export async function storeObjects(
  platform: Pick<Platform, "database" | "objectStore" | "clock">,
  tenantId: string,
  objects: readonly NewObject[],
  claimedUntil?: Date,
): Promise<void> {
  if (objects.length === 0) return;
  const keys = objects.map((object) => object.key);
  const claim = async () => {
    const until = newClaimEnd(platform);
    await platform.database.query(tenantId, claimStatement, { keys, expiresAt: until });
    return until;
  };
  const expiresAt = claimedUntil ?? (await claim());
  try {
    for (const object of objects) {
      await platform.objectStore.put(object.key, object.bytes, object.contentType);
    }
  } finally {
    // The sweeper may have deleted an object and its claim before the object was stored: it must be found again.
    if (platform.clock.now() >= expiresAt) await claim();
  }
  if (platform.clock.now() >= expiresAt) throw tookTooLong();
}

/** Claims objects that are going to be stored. @returns until when the claims last */
export async function claimObjects(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  keys: readonly string[],
): Promise<Date> {
  const expiresAt = newClaimEnd(platform);
  await transaction.query(claimStatement, { keys, expiresAt });
  return expiresAt;
}

const claimStatement = `
  INSERT INTO object_claims (tenant_id, object_key, expires_at)
  SELECT :tenant, key, :expiresAt FROM unnest(:keys::text[]) AS key
  ON CONFLICT DO NOTHING`;

function newClaimEnd(platform: Pick<Platform, "clock">): Date {
  return new Date(platform.clock.now().getTime() + claimSeconds * 1000);
}

/** Gives objects to the rows that this transaction writes. @throws Failure `unavailable` when a claim ran out */
export async function keepObjects(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const kept = await transaction.query(
    `DELETE FROM object_claims WHERE tenant_id = :tenant AND object_key = ANY(:keys::text[]) AND expires_at > :now
     RETURNING object_key`,
    { keys, now: platform.clock.now() },
  );
  if (kept.length !== keys.length) throw tookTooLong();
}

/** Gives up objects whose rows this transaction changes: they are due at once, and the sweeper deletes them. */
export async function releaseObjects(
  transaction: Transaction,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await transaction.query(
    `INSERT INTO object_claims (tenant_id, object_key, expires_at)
     SELECT :tenant, key, :at FROM unnest(:keys::text[]) AS key
     ON CONFLICT DO NOTHING`,
    { keys, at },
  );
}

/**
 * Deletes objects that nobody will own, then their claims. An object whose claim is gone stays: a commit of which we
 * only heard that the connection broke may have given it to its rows.
 */
export async function dropObjects(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) await deleteClaimed(platform, tenantId, key, null);
}

/** Clears away after a refusal; what cannot be deleted now stays claimed, and the sweeper deletes it. */
export async function dropQuietly(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  keys: readonly string[],
): Promise<void> {
  await dropObjects(platform, tenantId, keys).catch(() => undefined);
}

/**
 * The sweeper's part: deletes an object whose claim ran out, unless a transaction is just keeping it.
 * @returns whether it was deleted here
 */
export async function sweepClaim(
  platform: Pick<Platform, "database" | "objectStore" | "clock">,
  tenantId: string,
  key: string,
): Promise<boolean> {
  const now = platform.clock.now();
  try {
    return await deleteClaimed(platform, tenantId, key, now);
  } catch (error) {
    // Behind the others, so that what cannot be deleted does not keep them from their turn.
    await platform.database.withTenant(tenantId, (transaction) =>
      transaction.query(
        `UPDATE object_claims SET expires_at = :until
         WHERE tenant_id = :tenant AND object_key = :key AND expires_at <= :now`,
        { key, now, until: new Date(now.getTime() + retrySeconds * 1000) },
      ),
    );
    throw error;
  }
}

/**
 * Whoever deletes an object holds its claim, so that no transaction can keep it meanwhile.
 * @returns false where there is no such claim, or somebody else holds it
 */
async function deleteClaimed(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  key: string,
  expiredBy: Date | null,
): Promise<boolean> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const claim = await transaction.one(
      `SELECT object_key FROM object_claims
       WHERE tenant_id = :tenant AND object_key = :key
         AND (:expiredBy::timestamptz IS NULL OR expires_at <= :expiredBy::timestamptz)
       FOR UPDATE SKIP LOCKED`,
      { key, expiredBy },
    );
    if (!claim) return false;
    await platform.objectStore.delete(key);
    await transaction.query("DELETE FROM object_claims WHERE tenant_id = :tenant AND object_key = :key", {
      key,
    });
    return true;
  });
}

function tookTooLong(): Failure {
  return new Failure("unavailable", "Storing the documents took too long; nothing was kept. Try again.");
}
