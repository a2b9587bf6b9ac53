import type { Caller } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** What a caller sent along to make a repeat of its request harmless. */
export interface IdempotencyKey {
  /** The `Idempotency-Key` header, 1 to 255 characters. */
  readonly key: string;
  /** SHA-256 over method, path and body: another request under the same key is a mistake. */
  readonly fingerprint: Uint8Array;
}

export interface Outcome<T> {
  readonly value: T;
  /** True when the answer is that of an earlier request with the same key. */
  readonly replayed: boolean;
}

/**
 * Answers from an earlier request with the same key, if there was one; a cheap look before costly work.
 * @throws Failure `idempotency_key_reused`
 */
export async function findReplay<T>(
  platform: Pick<Platform, "database" | "secretBox">,
  caller: Caller,
  idempotency: IdempotencyKey | null,
): Promise<T | null> {
  if (!idempotency) return null;
  const bindings = { mode: caller.mode, key: idempotency.key };
  const [row] = await platform.database.query<StoredAnswer>(caller.tenantId, readStatement, bindings);
  return openAnswer<T>(platform, caller, idempotency, row);
}

/**
 * Runs `work` at most once per key: the answer is stored in the transaction of the change itself, so that there is
 * never one without the other. A second request with the same key waits for the first and gets its answer.
 * @throws Failure `idempotency_key_reused` when the key came with another request before
 */
export async function once<T>(
  platform: Pick<Platform, "clock" | "secretBox">,
  transaction: Transaction,
  caller: Caller,
  idempotency: IdempotencyKey | null,
  work: () => Promise<T>,
): Promise<Outcome<T>> {
  if (!idempotency) return { value: await work(), replayed: false };
  const bindings = { mode: caller.mode, key: idempotency.key };
  const inserted = await transaction.one(
    `INSERT INTO idempotency_keys (tenant_id, mode, idempotency_key, fingerprint, created_at)
     VALUES (:tenant, :mode, :key, :fingerprint, :now)
     ON CONFLICT DO NOTHING RETURNING idempotency_key`,
    { ...bindings, fingerprint: Buffer.from(idempotency.fingerprint), now: platform.clock.now() },
  );
  if (!inserted) {
    const row = await transaction.one<StoredAnswer>(readStatement, bindings);
    const earlier = openAnswer<T>(platform, caller, idempotency, row);
    if (earlier === null) {
      throw new Failure("idempotency_in_progress", "A request with this Idempotency-Key is under way.");
    }
    return { value: earlier, replayed: true };
  }
  const value = await work();
  const response = Buffer.from(
    platform.secretBox.seal(Buffer.from(JSON.stringify(value), "utf8"), context(caller, idempotency)),
  );
  await transaction.last.query(
    `UPDATE idempotency_keys SET response = :response
     WHERE tenant_id = :tenant AND mode = :mode AND idempotency_key = :key`,
    { ...bindings, response },
  );
  return { value, replayed: false };
}

/**
 * For work that is more than one transaction and can do no harm when it is begun twice (a code has a pause, a signer
 * signs once): its answer is kept afterwards, so that a repeat gets the same.
 * @throws Failure `idempotency_key_reused`
 */
export async function remember<T>(
  platform: Pick<Platform, "database" | "clock" | "secretBox">,
  caller: Caller,
  idempotency: IdempotencyKey | null,
  work: () => Promise<T>,
): Promise<Outcome<T>> {
  const replay = await findReplay<T>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  const value = await work();
  if (!idempotency) return { value, replayed: false };
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => value),
  );
}

/** The sweeper's part: an answer is kept for 24 hours. */
export async function forgetOld(
  platform: Pick<Platform, "database" | "clock">,
  tenantId: string,
  key: string,
): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - 86_400_000);
  await platform.database.withTenant(tenantId, (transaction) =>
    transaction.query(
      "DELETE FROM idempotency_keys WHERE tenant_id = :tenant AND idempotency_key = :key AND created_at <= :before",
      { key, before },
    ),
  );
}

interface StoredAnswer {
  readonly fingerprint: Buffer;
  readonly response: Buffer | null;
}

const readStatement = `
  SELECT fingerprint, response FROM idempotency_keys
  WHERE tenant_id = :tenant AND mode = :mode AND idempotency_key = :key`;

/** @returns null where there is no answer yet */
function openAnswer<T>(
  platform: Pick<Platform, "secretBox">,
  caller: Caller,
  idempotency: IdempotencyKey,
  row: StoredAnswer | null | undefined,
): T | null {
  if (!row) return null;
  if (!row.fingerprint.equals(idempotency.fingerprint)) {
    throw new Failure(
      "idempotency_key_reused",
      "This Idempotency-Key came with a different request before; use a new key for a new request.",
      { param: "Idempotency-Key" },
    );
  }
  if (row.response === null) return null;
  const opened = platform.secretBox.open(row.response, context(caller, idempotency));
  return JSON.parse(Buffer.from(opened).toString("utf8")) as T;
}

function context(caller: Caller, idempotency: IdempotencyKey): string {
  return `answer ${caller.tenantId} ${caller.mode} ${idempotency.key}`;
}
