import type { Caller } from "../apiKeys/caller.js";
import { requireGivable } from "../apiKeys/givenScopes.js";
import { Failure } from "../failure/failure.js";
import type { ServedKey } from "./certificateRows.js";

/** Certificates that act for one key at a time: enough for every machine of a farm, few enough to be looked through. */
const mostOfAKey = 50;

/**
 * The key that a certificate is to act for, if the caller may issue one for it, and it has room for one more.
 * @throws Failure `field_invalid`, `scope_missing`
 */
export function requireServed(key: ServedKey | null, caller: Caller, now: Date): ServedKey {
  const param = "api_key";
  if (key === null) throw new Failure("field_invalid", "api_key names no API key of this mode.", { param });
  if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
    throw new Failure("field_invalid", "api_key is revoked or has ended: a certificate would open nothing.", {
      param,
    });
  }
  if (key.id !== caller.apiKeyId) requireNoMore(key, caller);
  if (key.live >= mostOfAKey) {
    throw new Failure(
      "field_invalid",
      `A key has at most ${mostOfAKey} certificates that are neither revoked nor over; revoke one first.`,
      { param, extensions: { limit: mostOfAKey } },
    );
  }
  return key;
}

/** Else a certificate would be a way to what the caller itself is not let to. */
function requireNoMore(key: ServedKey, caller: Caller): void {
  try {
    requireGivable(caller, key.scopes);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const message = "api_key has scopes that the calling key has not, so it can issue no certificate for it.";
    throw new Failure("scope_missing", message, { param: "api_key", cause });
  }
}
