import type { Transaction } from "../database/transaction.js";
import { keepObjects } from "../documents/claims.js";
import { failOrder } from "../orders/failOrder.js";
import { type Order, orderNow } from "../orders/order.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import type { AwaitedClaim } from "./claimAwaited.js";
import type { Fetched } from "./fetchMissing.js";

/**
 * Locks an order for the end of a try.
 * @returns null where the try counts for nothing any more: another has begun, or the order has ended or its time is over
 */
export async function lockAwaited(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  { orderId, attempts }: Pick<AwaitedClaim, "orderId" | "attempts">,
): Promise<Order | null> {
  // Run in this order: the row is read under the lock.
  const [order, ours] = await Promise.all([
    lockOrder(transaction, orderId),
    transaction.one(
      `SELECT order_id FROM awaited_orders
       WHERE tenant_id = :tenant AND order_id = :orderId AND attempts = :attempts`,
      { orderId, attempts },
    ),
  ]);
  if (ours === null || !order.awaitsDocuments) return null;
  return order.expiresAt > orderNow(order, platform.clock.now()) ? order : null;
}

/**
 * Keeps what has come, and has the rest tried again.
 * @returns whether what was stored is kept
 */
export async function awaitRest(
  platform: Pick<Platform, "database" | "clock">,
  tenantId: string,
  claim: AwaitedClaim,
  { documents, refusals }: Fetched,
  until: Date,
): Promise<boolean> {
  const { orderId } = claim;
  return platform.database.withTenant(tenantId, async (transaction) => {
    if ((await lockAwaited(platform, transaction, claim)) === null) return false;
    const keys = documents.map(({ objectKey }) => objectKey);
    await Promise.all([
      keepObjects(platform, transaction, keys),
      transaction.query(
        `UPDATE awaited_documents d SET state = 'fetched', object_key = f.key, sha256 = decode(f.sha256, 'hex'),
           tries = tries + 1, error = NULL
         FROM unnest(:ids::uuid[], :keys::text[], :digests::text[]) AS f (id, key, sha256)
         WHERE d.tenant_id = :tenant AND d.order_id = :orderId AND d.document_id = f.id`,
        {
          orderId,
          ids: documents.map(({ id }) => id),
          keys,
          digests: documents.map(({ sha256 }) => sha256.toString("hex")),
        },
      ),
      transaction.query(
        `UPDATE awaited_documents d SET tries = tries + 1, error = r.why
         FROM unnest(:ids::uuid[], :whys::text[]) AS r (id, why)
         WHERE d.tenant_id = :tenant AND d.order_id = :orderId AND d.document_id = r.id`,
        {
          orderId,
          ids: refusals.map(({ document }) => document.documentId),
          whys: refusals.map(({ why }) => why.slice(0, 500)),
        },
      ),
      postpone(transaction, claim, until, refusals[0]?.why ?? null),
    ]);
    return true;
  });
}

/** Has an order's documents tried again, unless somebody else has it by now. @param error why, as its tenant may read it */
export async function postpone(
  transaction: Transaction,
  { orderId, attempts }: Pick<AwaitedClaim, "orderId" | "attempts">,
  until: Date,
  error: string | null,
): Promise<void> {
  await transaction.query(
    `UPDATE awaited_orders SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND order_id = :orderId AND attempts = :attempts`,
    { orderId, attempts, until, error: error?.slice(0, 500) ?? null },
  );
}

/** Which document an order fails of, and why. */
export interface LastingRefusal {
  /** UUID of an awaited document; null: it is none of these alone. */
  readonly documentId: string | null;
  readonly name: string | null;
  readonly why: string;
}

/** Ends an order whose documents cannot be had, or do not take what is to be placed in them. */
export async function failAwaited(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  claim: AwaitedClaim,
  { documentId, name, why }: LastingRefusal,
): Promise<void> {
  const { orderId } = claim;
  await platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockAwaited(platform, transaction, claim);
    if (order === null) return;
    const details = { ...(name !== null && { document: name }), reason: why };
    const sentence = name === null ? why : `${name}: ${why}`;
    await failOrder(platform, transaction, order, "document_not_had", details, sentence);
    await transaction.query(
      `UPDATE awaited_documents SET state = 'failed', error = :why
       WHERE tenant_id = :tenant AND order_id = :orderId AND document_id = :documentId`,
      { orderId, documentId, why: why.slice(0, 500) },
    );
  });
}
