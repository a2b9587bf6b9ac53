import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { Caller, Mode } from "./caller.js";
import { isScope } from "./scopes.js";
import { isApiKeyForm, secretHash } from "./secret.js";

interface FoundKey {
  tenantId: string;
  id: string;
  mode: Mode;
  scopes: string[];
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/**
 * Finds the caller behind an API key. The key is found by its hash: a comparison of 256-bit hashes by an index gives
 * nothing away about the key.
 * @throws Failure `api_key_missing`, `api_key_invalid` (unknown or revoked), `api_key_expired`
 */
export async function authenticate(
  platform: Pick<Platform, "database" | "clock">,
  token: string | null,
): Promise<Caller> {
  if (token === null) throw new Failure("api_key_missing", "Send your API key as `Authorization: Bearer …`.");
  if (!isApiKeyForm(token)) throw invalid();
  const [key] = await platform.database.lookup<FoundKey>(
    `SELECT tenant_id AS "tenantId", id, mode, scopes, expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM find_api_key(:hash)`,
    { hash: secretHash(token) },
  );
  if (!key || key.revokedAt !== null) throw invalid();
  if (key.expiresAt !== null && key.expiresAt <= platform.clock.now()) {
    throw new Failure("api_key_expired", "This API key has expired; make a new one.");
  }
  return {
    tenantId: key.tenantId,
    apiKeyId: key.id,
    mode: key.mode,
    scopes: key.scopes.filter(isScope),
    expiresAt: key.expiresAt,
  };
}

function invalid(): Failure {
  return new Failure("api_key_invalid", "This API key is unknown or revoked.");
}
