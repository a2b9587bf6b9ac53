import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { Caller } from "./caller.js";
import { callerWith, type FoundKey, keyColumns } from "./foundKey.js";
import { isApiKeyForm, secretHash } from "./secret.js";

/**
 * The caller behind an API key, wherever from.
 * @throws Failure `api_key_missing`, `api_key_invalid` (unknown or revoked), `api_key_expired`
 */
export async function authenticate(
  platform: Pick<Platform, "database" | "clock">,
  token: string | null,
): Promise<Caller> {
  if (token === null) throw new Failure("api_key_missing", "Send your API key as `Authorization: Bearer …`.");
  return callerWith(await findKeyBySecret(platform, token, null), null);
}

/**
 * Finds a key by its secret's hash: a comparison of 256-bit hashes by an index gives nothing away about the key.
 * @param address where the caller comes from, as it is compared; null: unknown
 * @throws Failure `api_key_invalid` (unknown or revoked), `api_key_expired`
 */
export async function findKeyBySecret(
  platform: Pick<Platform, "database" | "clock">,
  secret: string,
  address: string | null,
): Promise<FoundKey> {
  if (!isApiKeyForm(secret)) throw invalid();
  const [key] = await platform.database.lookup<FoundKey>(
    `SELECT ${keyColumns} FROM find_api_key(:hash, :address)`,
    { hash: secretHash(secret), address },
  );
  if (!key || key.revokedAt !== null) throw invalid();
  if (key.expiresAt !== null && key.expiresAt <= platform.clock.now()) {
    throw new Failure("api_key_expired", "This API key has expired; make a new one.");
  }
  return key;
}

function invalid(): Failure {
  return new Failure("api_key_invalid", "This API key is unknown or revoked.");
}
