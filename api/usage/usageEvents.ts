import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { firstIdAt } from "../ids/firstIdAt.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { fanOut, somethingOwed } from "../webhooks/outbox/fanOut.js";
import { notificationRow } from "../webhooks/outbox/notification.js";

/** One signer's first signature in an order: what is billed, whatever it costs. Never changed, never deleted. */
export interface UsageEvent {
  readonly id: string;
  readonly mode: Mode;
  readonly orderId: string;
  readonly signerId: string;
  readonly profileId: string | null;
  readonly labels: readonly string[];
  readonly occurredAt: Date;
}

/**
 * Writes the usage event of a signer's signature, in the transaction of that signature, and tells whoever listens. A
 * signer has one in an order, however often this is called.
 */
export async function recordUsage(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  { id: orderId, mode, externalId, profileId, labels }: CountedOrder,
  signerId: string,
): Promise<void> {
  const now = platform.clock.now();
  const id = newUuid(platform.clock, platform.random);
  const data = {
    order: publicId("ord", orderId),
    external_id: externalId,
    signer: publicId("sgr", signerId),
    usage_event: publicId("usg", id),
    profile: profileId && publicId("prf", profileId),
    ...(labels.length > 0 && { labels: [...labels] }),
  };
  const { notification, type, payload } = notificationRow(
    platform,
    { type: "billing.signer_counted", mode, data },
    now,
  );
  await transaction.announcing("webhooks", statement, {
    id,
    mode,
    orderId,
    signerId,
    profileId,
    labels,
    time: now,
    notification,
    type,
    payload,
  });
}

type CountedOrder = Pick<Order, "id" | "mode" | "externalId" | "profileId" | "labels">;

/** One statement, because a signer waits for it. */
const statement = `
  WITH counted AS (
    INSERT INTO usage_events (tenant_id, id, mode, order_id, signer_id, profile_id, labels, occurred_at)
    VALUES (:tenant, :id, :mode, :orderId::uuid, :signerId, :profileId, :labels::text[], :time)
    ON CONFLICT (tenant_id, order_id, signer_id) DO NOTHING
    RETURNING id
  ), told AS (
    SELECT :notification::uuid AS notification, :type::text AS type, NULL::integer AS sequence, :payload::text AS payload
    FROM counted
  ), ${fanOut}
  SELECT ${somethingOwed}`;

/**
 * A page of usage events, newest first.
 * @param page.before UUID of the event after which the page begins
 * @param page.from events of this time or later
 * @param page.to events before this time
 */
export async function readUsage(
  transaction: Transaction,
  mode: Mode,
  page: { before: string | null; from: Date | null; to: Date | null; limit: number },
): Promise<UsageEvent[]> {
  return transaction.query<UsageEvent>(
    `SELECT id, mode, order_id AS "orderId", signer_id AS "signerId", profile_id AS "profileId", labels,
       occurred_at AS "occurredAt"
     FROM usage_events
     WHERE tenant_id = :tenant AND mode = :mode AND (:before::uuid IS NULL OR id < :before::uuid)
       AND (:first::uuid IS NULL OR id >= :first::uuid) AND (:end::uuid IS NULL OR id < :end::uuid)
     ORDER BY id DESC LIMIT :limit`,
    {
      mode,
      before: page.before,
      first: page.from && firstIdAt(page.from),
      end: page.to && firstIdAt(page.to),
      limit: page.limit,
    },
  );
}
