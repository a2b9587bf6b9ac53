import type { Transaction } from "../../database/transaction.js";
import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { disableEndpoint } from "../endpoints/disableEndpoint.js";
import type { DisabledReason } from "../endpoints/endpoint.js";
import { queueNotice } from "../notices/queueNotice.js";
import { notify } from "../outbox/notify.js";
import { disabledFrom } from "./circuit.js";
import type { Attempt, ClaimedDelivery } from "./delivery.js";

/** The attempt that showed that something has to be done about an endpoint. */
export interface LastAttempt {
  readonly delivery: ClaimedDelivery;
  readonly attempt: Attempt;
}

type Needs = Pick<Platform, "clock" | "random">;

/** Tells of an endpoint of which nothing but failure comes, unless nothing is sent to it any more. */
export async function warnOfEndpoint(
  platform: Needs,
  transaction: Transaction,
  { delivery, attempt }: LastAttempt,
  since: Date,
): Promise<void> {
  const endpointId = delivery.destination;
  const enabled = await transaction.one(
    `SELECT id FROM webhook_endpoints
     WHERE tenant_id = :tenant AND id = :endpointId AND state = 'enabled' AND deleted_at IS NULL`,
    { endpointId },
  );
  if (!enabled) return;
  const until = disabledFrom(since);
  const data = {
    endpoint: publicId("whe", endpointId),
    failing_since: since.toISOString(),
    disabled_at: until.toISOString(),
    last_error: attempt.errorClass,
  };
  const facts = { since, until, last: failureOf(attempt) };
  await Promise.all([
    notify(platform, transaction, { type: "endpoint.failing", mode: delivery.notification.mode, data }),
    queueNotice(platform, transaction, { kind: "endpoint_failing", endpointId, facts }),
  ]);
}

/** Disables an endpoint. @param since nothing but failure came of it, where that is the reason */
export async function endEndpoint(
  platform: Needs,
  transaction: Transaction,
  { delivery, attempt }: LastAttempt,
  reason: DisabledReason,
  since: Date | null,
): Promise<void> {
  await disableEndpoint(platform, transaction, delivery.destination, reason, {
    url: attempt.request.url,
    failingSince: reason === "failing" ? since : null,
    last: failureOf(attempt),
  });
}

function failureOf({ response, errorClass }: Attempt) {
  return { status: response?.status ?? null, error: errorClass };
}
