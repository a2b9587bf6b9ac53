import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { EvidenceFileRow } from "../evidence/evidenceRows.js";

/** An order's evidence with its documents, kept for the full term. It has the order's UUID. */
export interface Deposit
  extends Pick<EvidenceFileRow, "orderId" | "state" | "attempts" | "lastError" | "renewAt"> {
  readonly title: string;
  /** The order's end, where the order itself asks for it. */
  readonly requestedAt: Date;
  /** Since when it is there with the documents. */
  readonly archivedAt: Date | null;
  /** In the order's own time. */
  readonly until: Date;
  readonly evidenceRemovedAt: Date | null;
}

const select = `
  SELECT e.order_id AS "orderId", e.state, coalesce(e.archive_asked_at, e.created_at) AS "requestedAt", e.attempts,
    e.last_error AS "lastError", e.archived_at AS "archivedAt", e.renew_at AS "renewAt", o.title,
    r.evidence_until AS until,
    r.evidence_removed_at AS "evidenceRemovedAt"
  FROM evidence_files e
  JOIN orders o ON o.tenant_id = e.tenant_id AND o.id = e.order_id
  JOIN retentions r ON r.tenant_id = e.tenant_id AND r.order_id = e.order_id
  WHERE e.tenant_id = :tenant AND e.archive AND o.mode = :mode
    AND (e.state <> 'none' OR r.evidence_removed_at IS NOT NULL)`;

/** One deposit; null where the order was not deposited. @param orderId UUID */
export async function readDeposit(
  transaction: Transaction,
  orderId: string,
  mode: Mode,
): Promise<Deposit | null> {
  return transaction.one<Deposit>(`${select} AND e.order_id = :orderId`, { orderId, mode });
}

/** The deposits of these orders, as far as they were deposited. @param orderIds UUIDs */
export async function readDeposits(
  transaction: Transaction,
  orderIds: readonly string[],
  mode: Mode,
): Promise<Deposit[]> {
  if (orderIds.length === 0) return [];
  return transaction.query<Deposit>(`${select} AND e.order_id = ANY(:orderIds::uuid[])`, { orderIds, mode });
}

/** Deposits that a look passes over at most: those of the other mode, and of orders in which nobody did anything. */
const looks = 1000;

/** A page of deposits. */
interface DepositPage {
  readonly deposits: readonly Deposit[];
  /** UUID to go on behind; null on the last page. */
  readonly next: string | null;
}

/**
 * Deposits, those of the newest orders first. A page costs the same however many there are, and may hold fewer than
 * asked for although there are more.
 * @param before UUID of the order that the page before ended with
 */
export async function listDeposits(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<DepositPage> {
  const [deposits, looked] = await Promise.all([
    transaction.query<Deposit>(
      `WITH near AS (
         SELECT order_id FROM evidence_files
         WHERE tenant_id = :tenant AND archive AND order_id < :before::uuid ORDER BY order_id DESC LIMIT ${looks}
       )
       ${select} AND e.order_id IN (SELECT order_id FROM near) ORDER BY e.order_id DESC LIMIT :limit`,
      { mode, before: before ?? newest, limit: limit + 1 },
    ),
    transaction.one<{ id: string }>(
      `SELECT order_id AS id FROM evidence_files
       WHERE tenant_id = :tenant AND archive AND order_id < :before::uuid
       ORDER BY order_id DESC OFFSET ${looks - 1} LIMIT 1`,
      { before: before ?? newest },
    ),
  ]);
  if (deposits.length > limit)
    return { deposits: deposits.slice(0, limit), next: deposits[limit - 1]!.orderId };
  return { deposits, next: looked?.id ?? null };
}

const newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";
