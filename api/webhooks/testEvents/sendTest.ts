import type { Caller } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { notFound } from "../../failure/failure.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { attempt } from "../deliveries/attempt.js";
import { leaseEnd } from "../deliveries/claim.js";
import { concludeAttempts } from "../deliveries/conclude.js";
import type { ClaimedDelivery } from "../deliveries/delivery.js";
import { type Destination, readEndpointDestination } from "../deliveries/destination.js";
import { findEndpoint } from "../endpoints/endpointRows.js";
import type { DeliveryAttempt } from "../history/delivery.js";
import { readAttempts } from "../history/deliveryRows.js";
import type { NotificationType } from "../outbox/notificationTypes.js";
import { countTest } from "./countTest.js";
import { testPayload } from "./testPayload.js";

type Needs = Parameters<typeof attempt>[0] & Pick<Platform, "database" | "secretBox">;

/** What came of a test. */
export interface TestResult {
  /** UUID. */
  readonly notificationId: string;
  readonly type: NotificationType;
  /** Null: the endpoint was deleted, or the test purged, while it was under way. */
  readonly attempt: DeliveryAttempt | null;
}

/**
 * Sends an endpoint a test now, in whatever state it is, and waits for the answer. It is written down as what happened
 * is, and tried once: what comes of it says nothing about how it goes with the endpoint otherwise.
 * @throws Failure `not_found`, `rate_limited`
 */
export async function sendTest(
  platform: Needs,
  caller: Caller,
  endpointId: string,
  type: NotificationType,
): Promise<TestResult> {
  const { database } = platform;
  const { delivery, destination } = await database.withTenant(caller.tenantId, (transaction) =>
    claimTest(platform, transaction, caller, endpointId, type),
  );
  const outcome = await attempt(platform, caller.tenantId, delivery, destination);
  await concludeAttempts(platform, caller.tenantId, [outcome]);
  const notificationId = delivery.notification.id;
  const attempts = await database.withTenant(caller.tenantId, (transaction) =>
    readAttempts(transaction, endpointId, notificationId),
  );
  return { notificationId, type, attempt: attempts[0] ?? null };
}

/** Writes a test down as one that is being tried. */
async function claimTest(
  platform: Needs,
  transaction: Transaction,
  caller: Caller,
  endpointId: string,
  type: NotificationType,
): Promise<{ delivery: ClaimedDelivery; destination: Destination }> {
  const { mode } = caller;
  const now = platform.clock.now();
  const [endpoint, destination] = await Promise.all([
    findEndpoint(transaction, mode, endpointId),
    readEndpointDestination(platform, transaction, endpointId, now),
  ]);
  if (endpoint === null || destination === null) throw notFound("webhook endpoint");
  await countTest(platform, transaction, endpointId);
  const notification = {
    id: newUuid(platform.clock, platform.random),
    type,
    mode,
    orderId: null,
    sequence: null,
    occurredAt: now,
    payload: testPayload(type, caller, endpointId, now),
  };
  const leaseUntil = leaseEnd(now);
  const { id, payload } = notification;
  await Promise.all([
    transaction.query(
      `INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload, example)
       VALUES (:tenant, :id, :mode, :type, :now, :payload, true)`,
      { id, mode, type, now, payload },
    ),
    transaction.query(
      `INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, attempts, tries,
         due_at, created_at)
       VALUES (:tenant, :endpointId, :id, 'endpoint', :endpointId, 'pending', 1, 1, :leaseUntil, :now)`,
      { id, endpointId, leaseUntil, now },
    ),
  ]);
  const claimed = { destination: endpointId, kind: "endpoint", lane: endpointId, notification } as const;
  return {
    delivery: { ...claimed, number: 1, leaseUntil, isProbe: false, isTrial: true },
    destination,
  };
}
