import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { greatestId, idNotAfter, idNotBefore, leastId } from "./idBounds.js";

/** What somebody was told of, without its payload. */
export interface ToldNotification {
  readonly id: string;
  readonly type: string;
  readonly orderId: string | null;
  readonly sequence: number | null;
  readonly occurredAt: Date;
  /** Whether nothing happened, and it was told for a test. */
  readonly isExample: boolean;
}

/** Which notifications a list is to hold; null: whatever it is. */
export interface NotificationFilter {
  readonly type: string | null;
  readonly orderId: string | null;
  readonly from: Date | null;
  /** It itself is not in it. */
  readonly to: Date | null;
}

const columns = `n.id, n.type, n.order_id AS "orderId", n.sequence, n.occurred_at AS "occurredAt",
  n.example AS "isExample"`;

/**
 * Reads a page of a mode's notifications, newest first. What is filtered by stands in the statement's text, so that
 * each has the plan of its index: by mode, by type or by order.
 * @param before UUID of the last one of the page before
 */
export async function listNotifications(
  transaction: Transaction,
  mode: Mode,
  { type, orderId, from, to }: NotificationFilter,
  before: string | null,
  limit: number,
): Promise<ToldNotification[]> {
  const conditions = [
    "n.tenant_id = :tenant",
    "n.mode = :mode",
    "n.id > :after::uuid",
    "n.id < :before::uuid",
  ];
  if (type !== null) conditions.push("n.type = :type");
  if (orderId !== null) conditions.push("n.order_id = :orderId::uuid");
  if (from !== null) conditions.push("n.occurred_at >= :from");
  if (to !== null) conditions.push("n.occurred_at < :to");
  const newest = to === null ? greatestId : idNotBefore(to);
  return transaction.query<ToldNotification>(
    `SELECT ${columns} FROM notifications n WHERE ${conditions.join(" AND ")} ORDER BY n.id DESC LIMIT :limit`,
    {
      mode,
      type,
      orderId,
      from,
      to,
      limit,
      after: from === null ? leastId : idNotAfter(from),
      before: before === null || before > newest ? newest : before,
    },
  );
}

/** A notification with what is sent. */
export interface WholeNotification extends ToldNotification {
  /** JSON, as it is sent. */
  readonly payload: string;
}

/** Reads a notification of a mode; null where there is none, or it is forgotten. */
export async function findNotification(
  transaction: Transaction,
  mode: Mode,
  id: string,
): Promise<WholeNotification | null> {
  return transaction.one<WholeNotification>(
    `SELECT ${columns}, n.payload FROM notifications n
     WHERE n.tenant_id = :tenant AND n.id = :id AND n.mode = :mode`,
    { mode, id },
  );
}
