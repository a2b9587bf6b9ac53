import type { Transaction } from "../database/transaction.js";
import { claimObjects } from "../documents/claims.js";
import type { Platform } from "../platform.js";

/**
 * How long one try of an order's documents may take before another process takes over: at most twenty documents, four
 * side by side, of twenty seconds each, and what it takes to store them.
 */
const leaseSeconds = 150;

/** One try of an order's documents. */
export interface AwaitedClaim {
  readonly orderId: string;
  /** Of the order, this one counted. Whoever has another number has it no longer. */
  readonly attempts: number;
  /** Sealed. */
  readonly plan: Uint8Array;
  readonly isSent: boolean;
  readonly apiKeyId: string;
  /** In their places. */
  readonly documents: readonly AwaitedRow[];
  /** Where those go that are still to be fetched, by their UUIDs. */
  readonly keys: ReadonlyMap<string, string>;
  /** Until then what is stored there need not be kept. */
  readonly claimedUntil: Date;
}

/** A document that is awaited, with all that is known of it. */
export interface AwaitedRow {
  readonly position: number;
  readonly documentId: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  /** Sealed. */
  readonly source: Uint8Array;
  readonly tries: number;
  /** Null until it has been fetched; then `sha256` is there too, of 32 bytes. */
  readonly objectKey: string | null;
  readonly sha256: Uint8Array | null;
}

/** Takes an order whose documents are due. @returns null where another process has it, or nothing is awaited any more */
export async function claimAwaited(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  orderId: string,
): Promise<AwaitedClaim | null> {
  const now = platform.clock.now();
  const claimed = await transaction.one<Pick<AwaitedClaim, "attempts" | "plan" | "isSent" | "apiKeyId">>(
    `UPDATE awaited_orders SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND order_id = :orderId AND lease_until <= :now
     RETURNING attempts, plan, is_sent AS "isSent", api_key_id AS "apiKeyId"`,
    { orderId, now, leaseUntil: new Date(now.getTime() + leaseSeconds * 1000) },
  );
  if (claimed === null) return null;
  const documents = await transaction.query<AwaitedRow>(
    `SELECT position, document_id AS "documentId", name, kind, source, tries, object_key AS "objectKey", sha256
     FROM awaited_documents WHERE tenant_id = :tenant AND order_id = :orderId ORDER BY position`,
    { orderId },
  );
  const suffix = Buffer.from(platform.random.bytes(6)).toString("hex");
  // Another place at each try: what one that was cut off has left there is deleted when its claim is over.
  const keys = new Map(
    documents
      .filter(({ objectKey }) => objectKey === null)
      .map(({ documentId }) => [
        documentId,
        `${transaction.tenantId}/orders/${orderId}/${documentId}-${suffix}.pdf`,
      ]),
  );
  const claimedUntil = await claimObjects(platform, transaction, [...keys.values()]);
  return { ...claimed, orderId, documents, keys, claimedUntil };
}
