import { actorOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { ofKey } from "../idempotency/ofKey.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { notify } from "../webhooks/outbox/notify.js";
import type { Caller, Mode } from "./caller.js";
import { requireGivable, scopesOf } from "./givenScopes.js";
import { newSecret, secretHash, visiblePrefix } from "./secret.js";

/** An API key as it may be shown again: never its secret. */
export interface ApiKey {
  readonly id: string;
  readonly mode: Mode;
  readonly name: string;
  readonly prefix: string;
  /** Ours, and those that name calls (`METHOD:host/path`). */
  readonly scopes: readonly string[];
  /** Whether its answers in the EU-SES dialect come without their envelope. */
  readonly euSesBare: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly mode: Mode;
  /** Empty: all. */
  readonly scopes: readonly string[];
  readonly euSesBare: boolean;
  readonly expiresAt: Date | null;
}

const columns = `id, mode, name, prefix, scopes, eu_ses_bare AS "euSesBare", created_at AS "createdAt", expires_at AS "expiresAt",
  revoked_at AS "revokedAt"`;

/**
 * Makes a key. Its secret is in the answer and nowhere else. A key can give no more than it has itself, its time
 * included, and a test key makes no live one.
 * @throws Failure `field_invalid`, `scope_missing`
 */
export async function createApiKey<View>(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  caller: Caller,
  input: NewApiKey,
  idempotency: IdempotencyKey | null,
  present: (key: ApiKey, secret: string) => View,
): Promise<Outcome<View>> {
  if (caller.mode === "test" && input.mode === "live") {
    throw new Failure("scope_missing", "A test key cannot make a live key.", { param: "mode" });
  }
  if (input.expiresAt !== null && input.expiresAt <= platform.clock.now()) {
    throw new Failure("field_invalid", "expires_at must lie in the future.", { param: "expires_at" });
  }
  if (caller.expiresAt !== null && input.expiresAt !== null && input.expiresAt > caller.expiresAt) {
    throw new Failure("field_invalid", "expires_at must not lie after the end of the key that asks.", {
      param: "expires_at",
    });
  }
  const expiresAt = input.expiresAt ?? caller.expiresAt;
  const wanted = input.scopes.length === 0 ? scopesOf(caller) : requireGivable(caller, input.scopes);
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, ofKey(caller, idempotency), async () => {
      const { key, secret } = await insertApiKey(platform, transaction, {
        ...input,
        scopes: wanted,
        expiresAt,
      });
      await tellOfNewKey(platform, transaction, caller, key);
      return present(key, secret);
    }),
  );
}

/** Writes a key's row. */
export async function insertApiKey(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  input: NewApiKey,
): Promise<{ key: ApiKey; secret: string }> {
  const secret = newSecret(platform, input.mode);
  const key = await transaction.one<ApiKey>(
    `INSERT INTO api_keys
       (tenant_id, id, mode, name, prefix, secret_hash, scopes, eu_ses_bare, created_at, expires_at)
     VALUES (:tenant, :id, :mode, :name, :prefix, :hash, :scopes::text[], :euSesBare, :now, :expiresAt)
     RETURNING ${columns}`,
    {
      id: newUuid(platform.clock, platform.random),
      mode: input.mode,
      name: input.name,
      prefix: visiblePrefix(secret),
      hash: secretHash(secret),
      scopes: input.scopes,
      euSesBare: input.euSesBare,
      now: platform.clock.now(),
      expiresAt: input.expiresAt,
    },
  );
  return { key: key!, secret };
}

/** A page of the keys of the caller's mode, newest first. @param before UUID of the key after which the page begins */
export async function listApiKeys(
  platform: Pick<Platform, "database">,
  caller: Caller,
  page: { before: string | null; limit: number },
): Promise<ApiKey[]> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    transaction.query<ApiKey>(
      `SELECT ${columns} FROM api_keys
       WHERE tenant_id = :tenant AND mode = :mode AND (:before::uuid IS NULL OR id < :before::uuid)
       ORDER BY id DESC LIMIT :limit`,
      { mode: caller.mode, ...page },
    ),
  );
}

/** Revokes a key at once; a key that is revoked already stays so. @throws Failure `not_found` */
export async function revokeApiKey(
  platform: Pick<Platform, "database" | "clock" | "random">,
  caller: Caller,
  id: string,
): Promise<ApiKey> {
  const { mode } = caller;
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const revoked = await transaction.one<ApiKey>(
      `UPDATE api_keys SET revoked_at = :now
       WHERE tenant_id = :tenant AND id = :id AND mode = :mode AND revoked_at IS NULL RETURNING ${columns}`,
      { id, mode, now: platform.clock.now() },
    );
    if (revoked) {
      const data = { key: publicId("key", id), actor: actorOf(caller) };
      await notify(platform, transaction.last, { type: "key.revoked", mode, data });
      return revoked;
    }
    const key = await transaction.one<ApiKey>(
      `SELECT ${columns} FROM api_keys WHERE tenant_id = :tenant AND id = :id AND mode = :mode`,
      { id, mode },
    );
    if (!key) throw notFound("API key");
    return key;
  });
}

/** Tells those who listen in the key's own mode. Nothing of its secret. */
async function tellOfNewKey(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  caller: Caller,
  { id, mode, name, scopes: given, expiresAt }: ApiKey,
): Promise<void> {
  const data = {
    key: publicId("key", id),
    name,
    scopes: [...given],
    expires_at: expiresAt?.toISOString() ?? null,
    actor: actorOf(caller),
  };
  await notify(platform, transaction, { type: "key.created", mode, data });
}
