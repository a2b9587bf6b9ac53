import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import type { LastFailure } from "../notices/notice.js";
import { queueNotice } from "../notices/queueNotice.js";
import { notify } from "../outbox/notify.js";
import type { DisabledReason } from "./endpoint.js";
import { holdLane } from "./endpointRows.js";

/** What led to it. */
export interface DisablingFacts {
  /** The URL that answered: where the caller has given another one since, that one is not to blame. */
  readonly url?: string;
  readonly failingSince?: Date | null;
  readonly last?: LastFailure | null;
}

/**
 * Disables an endpoint, unless it is so already, or deleted, or has another URL: what waits is held, nothing more is
 * written for it, the mode's other endpoints are told, and whoever looks after it gets a letter. The lane's row is taken
 * first, as `lockEndpoint` does.
 * @param endpointId UUID
 * @returns whether it was this that disabled it
 */
export async function disableEndpoint(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  endpointId: string,
  reason: DisabledReason,
  { url, failingSince = null, last = null }: DisablingFacts,
): Promise<boolean> {
  const [, disabled] = await Promise.all([
    transaction.query(
      "SELECT FROM webhook_lanes WHERE tenant_id = :tenant AND lane = :endpointId FOR UPDATE",
      {
        endpointId,
      },
    ),
    transaction.one<{ mode: Mode }>(
      `UPDATE webhook_endpoints
       SET state = 'disabled', disabled_reason = :reason, disabled_at = :now, updated_at = :now
       WHERE tenant_id = :tenant AND id = :endpointId AND state <> 'disabled' AND deleted_at IS NULL
         AND (:url::text IS NULL OR url = :url) RETURNING mode`,
      { endpointId, reason, now: platform.clock.now(), url: url ?? null },
    ),
  ]);
  if (!disabled) return false;
  const data = {
    endpoint: publicId("whe", endpointId),
    reason,
    failing_since: failingSince?.toISOString() ?? null,
  };
  await Promise.all([
    holdLane(transaction, endpointId, true),
    notify(platform, transaction, { type: "endpoint.disabled", mode: disabled.mode, data }),
    queueNotice(platform, transaction, {
      kind: "endpoint_disabled",
      endpointId,
      facts: { since: failingSince, last },
    }),
  ]);
  return true;
}
