import type { Caller } from "../../apiKeys/caller.js";
import { notFound } from "../../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import { rotateSecret } from "../signatures/rotateSecret.js";
import { type SecretRow, secretRows } from "../signatures/signingSecrets.js";
import { findEndpoint, lockEndpoint } from "./endpointRows.js";
import { tellOfEndpoint } from "./tellOfEndpoint.js";

/** What an endpoint's requests are signed with now, the newest first. @param id UUID @throws Failure `not_found` */
export async function readEndpointSecrets(
  platform: Pick<Platform, "database" | "clock">,
  caller: Caller,
  id: string,
): Promise<SecretRow[]> {
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const owner = { mode: caller.mode, endpointId: id };
    const [endpoint, rows] = await Promise.all([
      findEndpoint(transaction, caller.mode, id),
      secretRows(transaction, owner, platform.clock.now()),
    ]);
    if (!endpoint || rows.length === 0) throw notFound("webhook endpoint");
    return rows;
  });
}

/**
 * Gives an endpoint a new secret. It is told so itself, in a request that both sign.
 * @param id UUID
 * @param overlapSeconds how long the old one signs as well
 * @throws Failure `not_found`
 */
export async function rotateEndpointSecret<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  id: string,
  overlapSeconds: number,
  idempotency: IdempotencyKey | null,
  present: (rows: readonly SecretRow[]) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const endpoint = await lockEndpoint(transaction, caller.mode, id);
      if (!endpoint) throw notFound("webhook endpoint");
      const owner = { mode: caller.mode, endpointId: id };
      const rows = await rotateSecret(platform, transaction, owner, overlapSeconds);
      const until = new Date(platform.clock.now().getTime() + overlapSeconds * 1000);
      const more = { old_expires_at: until.toISOString() };
      await tellOfEndpoint(platform, transaction.last, caller, "endpoint.secret_rotated", id, more);
      return present(rows);
    }),
  );
}
