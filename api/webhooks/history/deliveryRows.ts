import type { Transaction } from "../../database/transaction.js";
import type { Delivery, DeliveryAttempt, WebhookDeliveryState } from "./delivery.js";
import { greatestId } from "./idBounds.js";
import type { ListFilter } from "./listFilter.js";

/** Attempts that are shown of a delivery, the newest: each may hold 16 KiB of a stranger's answer. */
export const mostAttempts = 50;

const columns = `d.destination, d.kind, d.notification_id AS "notificationId", d.state, d.attempts,
  d.created_at AS "createdAt", d.concluded_at AS "concludedAt", d.last_status AS "lastStatus",
  d.last_error AS "lastError"`;

const ofNotification = `n.type, n.order_id AS "orderId", n.occurred_at AS "occurredAt", n.example AS "isExample"`;

/** What waits is tried when it is due and its lane's circuit is closed again; nothing is while the lane is held. */
const nextTry = `CASE WHEN d.state = 'pending' AND l.held IS NOT TRUE
  THEN greatest(d.due_at, d.created_at, l.open_until) END AS "nextTryAt"`;

const joins = `
  JOIN notifications n ON n.tenant_id = :tenant AND n.id = d.notification_id
  LEFT JOIN webhook_lanes l ON l.tenant_id = :tenant AND l.lane = d.lane`;

/** Which deliveries a list is to hold; null: whatever it is. A type is told from others within an order only. */
export interface DeliveryFilter extends ListFilter {
  readonly state: WebhookDeliveryState | null;
}

/**
 * Reads a page of what is owed to a destination, newest notification first: by the key or by the index of states; of one
 * order by what was told of that, each looked up by the key, where a join could read all that the destination is owed.
 * @param destination UUID of an endpoint, or of an order
 * @param before UUID of the last notification of the page before
 */
export async function listDeliveries(
  transaction: Transaction,
  destination: string,
  { state, type, orderId }: DeliveryFilter,
  before: string | null,
  limit: number,
): Promise<Delivery[]> {
  const inState = state === null ? "" : "AND w.state = :state";
  const ofType = type === null ? "" : "AND o.type = :type";
  const owed = `SELECT destination, kind, notification_id, lane, state, attempts, due_at, created_at, concluded_at,
      last_status, last_error FROM webhook_deliveries w
    WHERE w.tenant_id = :tenant AND w.destination = :destination ${inState}`;
  const page =
    orderId === null
      ? `${owed} AND w.notification_id < :before::uuid ORDER BY w.notification_id DESC LIMIT :limit`
      : `SELECT d.* FROM notifications o CROSS JOIN LATERAL (${owed} AND w.notification_id = o.id OFFSET 0) d
         WHERE o.tenant_id = :tenant AND o.order_id = :orderId::uuid ${ofType} AND o.id < :before::uuid
         ORDER BY o.id DESC LIMIT :limit`;
  return transaction.query<Delivery>(
    `SELECT ${columns}, ${ofNotification}, ${nextTry} FROM (${page}) d ${joins} ORDER BY d.notification_id DESC`,
    { destination, state, type, orderId, before: before ?? greatestId, limit },
  );
}

/** Reads what is owed to one destination of one notification; null where it is not, and was not. */
export async function findDelivery(
  transaction: Transaction,
  destination: string,
  notificationId: string,
): Promise<Delivery | null> {
  return transaction.one<Delivery>(
    `SELECT ${columns}, ${ofNotification}, ${nextTry} FROM webhook_deliveries d ${joins}
     WHERE d.tenant_id = :tenant AND d.destination = :destination AND d.notification_id = :notificationId`,
    { destination, notificationId },
  );
}

/** Reads to whom a notification is owed: endpoints of its mode, as many as there may be, and a callback. */
export async function readDeliveriesOf(
  transaction: Transaction,
  notificationId: string,
): Promise<Delivery[]> {
  return transaction.query<Delivery>(
    `SELECT ${columns}, ${ofNotification}, ${nextTry} FROM webhook_deliveries d ${joins}
     WHERE d.tenant_id = :tenant AND d.notification_id = :notificationId
     ORDER BY d.destination LIMIT 1000`,
    { notificationId },
  );
}

/** Reads the newest attempts of a delivery, oldest first. */
export async function readAttempts(
  transaction: Transaction,
  destination: string,
  notificationId: string,
): Promise<DeliveryAttempt[]> {
  const newest = await transaction.query<DeliveryAttempt>(
    `SELECT number, started_at AS "startedAt", timing, request, status, response_headers AS "responseHeaders",
       response_body AS "responseBody", response_truncated AS "isTruncated", error_class AS "errorClass", error
     FROM webhook_attempts
     WHERE tenant_id = :tenant AND destination = :destination AND notification_id = :notificationId
     ORDER BY number DESC LIMIT ${mostAttempts}`,
    { destination, notificationId },
  );
  return newest.reverse();
}
