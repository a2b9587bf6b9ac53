import type { Platform } from "../../platform.js";

/** The sweeper's part: deletes a secret that signs no more. @returns false where it is gone */
export async function forgetSecret(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenantId: string,
  secretId: string,
): Promise<boolean> {
  const deleted = await database.query(
    tenantId,
    `DELETE FROM webhook_secrets WHERE tenant_id = :tenant AND id = :secretId AND expires_at <= :now RETURNING id`,
    { secretId, now: clock.now() },
  );
  return deleted.length > 0;
}
