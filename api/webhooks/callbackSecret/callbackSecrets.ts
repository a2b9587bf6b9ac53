import type { Caller } from "../../apiKeys/caller.js";
import { type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import { tellOfEndpoint } from "../endpoints/tellOfEndpoint.js";
import { lockCallbackSecret, rotateSecret } from "../signatures/rotateSecret.js";
import { requireCallbackSecret, type SecretRow, secretRows } from "../signatures/signingSecrets.js";

/** What the callbacks of the caller's mode are signed with now, the newest first; made here where there was none. */
export async function readCallbackSecrets(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
): Promise<SecretRow[]> {
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    await requireCallbackSecret(platform, transaction, caller.mode);
    return secretRows(transaction, { mode: caller.mode, endpointId: null }, platform.clock.now());
  });
}

/**
 * Gives the callbacks of the caller's mode a new secret. The mode's endpoints are told.
 * @param overlapSeconds how long the old one signs as well
 */
export async function rotateCallbackSecret<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  overlapSeconds: number,
  idempotency: IdempotencyKey | null,
  present: (rows: readonly SecretRow[]) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const owner = { mode: caller.mode, endpointId: null };
      await lockCallbackSecret(transaction, caller.mode);
      const rows = await rotateSecret(platform, transaction, owner, overlapSeconds);
      const until = new Date(platform.clock.now().getTime() + overlapSeconds * 1000);
      const more = { old_expires_at: until.toISOString() };
      await tellOfEndpoint(platform, transaction.last, caller, "endpoint.secret_rotated", null, more);
      return present(rows);
    }),
  );
}
