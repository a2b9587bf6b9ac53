import type { Caller } from "../apiKeys/caller.js";
import type { Platform } from "../platform.js";
import type { CountedRefusal } from "./refusal.js";

/**
 * A page of what was refused to the keys and certificates of the caller's mode: what was met last for the first time
 * comes first.
 * @param before UUID of the one after which the page begins
 */
export async function listRefusals(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  page: { readonly before: string | null; readonly limit: number },
): Promise<CountedRefusal[]> {
  return platform.database.query<CountedRefusal>(
    tenantId,
    `SELECT id, mode, api_key_id AS "apiKeyId", nullif(credential, api_key_id) AS "certificateId", reason,
       refused::float8 AS refused, first_at AS "firstAt", last_at AS "lastAt"
     FROM access_refusals
     WHERE tenant_id = :tenant AND mode = :mode AND (:before::uuid IS NULL OR id < :before::uuid)
     ORDER BY id DESC LIMIT :limit`,
    { mode, ...page },
  );
}
