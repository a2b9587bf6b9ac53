import { createHash } from "node:crypto";
import type { Caller } from "../apiKeys/caller.js";
import type { IdempotencyKey } from "./once.js";

/**
 * For answers that hold a secret: another API key's request is another request, letter for letter the same or not.
 *
 * Threat: a key with few scopes repeats the request of one with more, under an Idempotency-Key that it guessed, and gets
 * the secret that was made for the other.
 */
export function ofKey(
  { apiKeyId }: Pick<Caller, "apiKeyId">,
  idempotency: IdempotencyKey | null,
): IdempotencyKey | null {
  if (idempotency === null) return null;
  const fingerprint = createHash("sha256").update(idempotency.fingerprint).update(apiKeyId).digest();
  return { key: idempotency.key, fingerprint };
}
