import { insertApiKey } from "../apiKeys/apiKeys.js";
import type { Mode } from "../apiKeys/caller.js";
import { scopes } from "../apiKeys/scopes.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";

/**
 * Makes a tenant with its first API key.
 * @returns the tenant's UUID, and the key's secret, which is shown this once
 */
export async function createTenant(
  platform: Pick<Platform, "database" | "clock" | "random">,
  name: string,
  mode: Mode,
): Promise<{ tenantId: string; apiKey: string }> {
  const tenantId = newUuid(platform.clock, platform.random);
  return platform.database.withTenant(tenantId, async (transaction) => {
    await transaction.query(
      "INSERT INTO tenants (tenant_id, name, created_at) VALUES (:tenant, :name, :now)",
      {
        name,
        now: platform.clock.now(),
      },
    );
    const { secret } = await insertApiKey(platform, transaction, {
      name: "first key",
      mode,
      scopes,
      euSesBare: false,
      expiresAt: null,
    });
    return { tenantId, apiKey: secret };
  });
}
