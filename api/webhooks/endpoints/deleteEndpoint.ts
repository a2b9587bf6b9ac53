import type { Caller } from "../../apiKeys/caller.js";
import { notFound } from "../../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import type { EndpointRow } from "./endpointRows.js";
import { holdLane, lockEndpoint } from "./endpointRows.js";
import { tellOfEndpoint } from "./tellOfEndpoint.js";

/**
 * Deletes a webhook endpoint: it is told nothing more, and nothing that waits goes there. Its secrets, headers and contact
 * are gone at once; the row stays a while for what is to be read of its deliveries.
 * @param id UUID
 * @param present what is answered of it as it last was
 * @throws Failure `not_found`
 */
export async function deleteEndpoint<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  id: string,
  idempotency: IdempotencyKey | null,
  present: (endpoint: EndpointRow) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const endpoint = await lockEndpoint(transaction, caller.mode, id);
      if (!endpoint) throw notFound("webhook endpoint");
      const now = platform.clock.now();
      await Promise.all([
        transaction.query(
          `UPDATE webhook_endpoints SET deleted_at = :now, updated_at = :now, headers = NULL, contact_email = NULL,
             contact_language = NULL
           WHERE tenant_id = :tenant AND id = :id`,
          { id, now },
        ),
        holdLane(transaction, id, true),
        transaction.query("DELETE FROM webhook_secrets WHERE tenant_id = :tenant AND endpoint_id = :id", {
          id,
        }),
      ]);
      await tellOfEndpoint(platform, transaction.last, caller, "endpoint.deleted", id);
      return present({ ...endpoint, updatedAt: now });
    }),
  );
}
