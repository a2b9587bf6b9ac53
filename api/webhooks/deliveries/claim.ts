import type { BoundStatement } from "../../database/database.js";
import type { Platform } from "../../platform.js";
import type { ClaimedDelivery, Notification } from "./delivery.js";
import {
  type Destination,
  type EndpointRow,
  endpointDestination,
  endpointStatement,
  readCallbackDestinations,
} from "./destination.js";

/** Longer than an attempt and noting what came of it can take. */
const leaseMs = 60_000;

/** Until when what is claimed now is ours. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}

/** A delivery that is ours, and where it goes. */
export interface Claimed {
  readonly delivery: ClaimedDelivery;
  /** Undefined: there is nobody to tell any more. */
  readonly destination: Destination | undefined;
}

/**
 * Claims deliveries of a lane that are due, the longest due first. None where the lane is held or its circuit is open;
 * one where it is half open and nobody else has won that (the time up to which it was open is replaced under the row's
 * lock, and only one finds it still there). Each is an attempt and a try more, whatever comes of it. What is sealed of
 * where they go is opened once for all of them.
 * @param atMost of them
 */
export async function claimDeliveries(
  platform: Pick<Platform, "database" | "secretBox" | "log">,
  tenantId: string,
  lane: string,
  atMost: number,
  now: Date,
): Promise<readonly Claimed[]> {
  const leaseUntil = leaseEnd(now);
  // Where the lane is no endpoint, the other statement finds none: it goes with this one.
  const [, claims, endpoint] = await platform.database.queries(tenantId, [
    unhurried,
    claimStatement({ lane, atMost, now, leaseUntil }),
    endpointStatement(lane, now),
  ]);
  const deliveries = (claims as Row[]).map(
    ({ destination, kind, notificationId, number, isProbe, isTrial, ...told }) => ({
      destination,
      kind,
      lane,
      notification: { id: notificationId, ...told },
      number,
      leaseUntil,
      isProbe,
      isTrial,
    }),
  );
  if (deliveries.length === 0) return [];
  if (deliveries[0]!.kind === "endpoint") {
    const destination = endpointDestination(platform, lane, endpoint as EndpointRow[]) ?? undefined;
    return deliveries.map((delivery) => ({ delivery, destination }));
  }
  const destinations = await platform.database.withTenant(tenantId, (transaction) =>
    readCallbackDestinations(platform, transaction, deliveries, now),
  );
  return deliveries.map((delivery) => ({
    delivery,
    destination: destinations.get(delivery.destination),
  }));
}

interface Row extends Omit<Notification, "id"> {
  readonly destination: string;
  readonly kind: ClaimedDelivery["kind"];
  readonly notificationId: string;
  readonly number: number;
  readonly isProbe: boolean;
  readonly isTrial: boolean;
}

/**
 * A claim need not be on the disk: one that is lost together with the database was never made, and what was sent for it is
 * sent again, with the same `webhook-id`. No request has to wait for the disk.
 */
const unhurried: BoundStatement = {
  sql: "SELECT set_config('synchronous_commit', 'off', true)",
  bindings: {},
};

function claimStatement(bindings: {
  readonly lane: string;
  readonly atMost: number;
  readonly now: Date;
  readonly leaseUntil: Date;
}): BoundStatement {
  return { sql: statement, bindings };
}

const statement = `
  WITH due AS MATERIALIZED (
    SELECT destination, notification_id FROM webhook_deliveries
    WHERE tenant_id = :tenant AND lane = :lane AND state = 'pending' AND due_at <= :now
    ORDER BY due_at LIMIT :atMost FOR UPDATE SKIP LOCKED
  ), probe AS (
    UPDATE webhook_lanes SET open_until = :leaseUntil
    WHERE tenant_id = :tenant AND lane = :lane AND NOT held AND open_until <= :now AND EXISTS (SELECT FROM due)
    RETURNING lane
  ), granted AS MATERIALIZED (
    SELECT destination, notification_id FROM due LIMIT (
      SELECT CASE WHEN EXISTS (SELECT FROM probe) THEN 1
        WHEN EXISTS (SELECT FROM webhook_lanes
          WHERE tenant_id = :tenant AND lane = :lane AND (held OR open_until IS NOT NULL)) THEN 0
        ELSE :atMost END)
  )
  UPDATE webhook_deliveries d SET due_at = :leaseUntil, attempts = d.attempts + 1, tries = d.tries + 1
  FROM granted g JOIN notifications n ON n.tenant_id = :tenant AND n.id = g.notification_id
  WHERE d.tenant_id = :tenant AND d.destination = g.destination AND d.notification_id = g.notification_id
  RETURNING d.destination, d.kind, d.notification_id AS "notificationId", d.attempts AS number,
    n.type, n.mode, n.order_id AS "orderId", n.sequence, n.occurred_at AS "occurredAt", n.payload,
    EXISTS (SELECT FROM probe) AS "isProbe", n.example AS "isTrial"`;
