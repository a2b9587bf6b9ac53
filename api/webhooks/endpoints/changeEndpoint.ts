import type { Caller } from "../../apiKeys/caller.js";
import { notFound } from "../../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import { checkUrl } from "./checkUrl.js";
import { changed, type EndpointChange } from "./endpointChange.js";
import { type EndpointRow, healLane, holdLane, lockEndpoint, updateEndpoint } from "./endpointRows.js";
import { tellOfEndpoint } from "./tellOfEndpoint.js";

/**
 * Changes a webhook endpoint. What was against it counts no more where it gets another URL, or is enabled again: then all
 * that is due goes at once, also where its circuit was open. What has failed and waits for its next try keeps its time:
 * a replay brings it at once.
 * @param id UUID
 * @throws Failure `not_found`, `field_invalid`
 */
export async function changeEndpoint<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox" | "outboundHttp">,
  caller: Caller,
  id: string,
  change: EndpointChange,
  idempotency: IdempotencyKey | null,
  present: (endpoint: EndpointRow) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  if (change.url !== undefined) await checkUrl(platform, caller.mode, change.url, "url");
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const before = await lockEndpoint(transaction, caller.mode, id);
      if (!before) throw notFound("webhook endpoint");
      const { endpoint, fields } = changed(platform, before, change);
      if (fields.length === 0) return present(before);
      const after = { ...endpoint, updatedAt: platform.clock.now() };
      const isHealed = fields.includes("url") || (fields.includes("status") && after.state === "enabled");
      await Promise.all([
        updateEndpoint(transaction, after),
        holdLane(transaction, id, after.state !== "enabled"),
        ...(isHealed ? [healLane(transaction, id)] : []),
      ]);
      // What waited for the endpoint goes now.
      if (isHealed && after.state === "enabled") transaction.announce("webhooks");
      const more = { fields: [...fields], status: after.state };
      await tellOfEndpoint(platform, transaction.last, caller, "endpoint.changed", id, more);
      const { failingSince, openUntil } = isHealed ? { failingSince: null, openUntil: null } : before;
      return present({ ...after, failingSince, openUntil });
    }),
  );
}
