import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { newUuid } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { type SealedSecret, secretContext } from "./openedSecrets.js";
import { publicKeyOf, secretBytes, signingSecret } from "./signingSecret.js";

/** Whose secrets: an endpoint's, or those of all callbacks of a mode. */
export interface SecretOwner {
  readonly mode: Mode;
  /** UUID; null: the callbacks. */
  readonly endpointId: string | null;
}

/** A secret as its row holds it. */
export interface SecretRow extends SealedSecret {
  readonly publicKey: Uint8Array;
  readonly createdAt: Date;
  /** Until when it signs beside newer ones; null: it is the newest. */
  readonly expiresAt: Date | null;
}

/** The rows of one owner; which index finds them depends on whose they are. */
export function ofOwner({ endpointId }: SecretOwner): string {
  const owner = endpointId === null ? "endpoint_id IS NULL" : "endpoint_id = :endpointId";
  return `tenant_id = :tenant AND mode = :mode AND ${owner}`;
}

/** What signs an owner's requests at a time, the newest first. */
export async function secretRows(
  transaction: Transaction,
  owner: SecretOwner,
  now: Date,
): Promise<SecretRow[]> {
  return transaction.query<SecretRow>(
    `SELECT id, secret, public_key AS "publicKey", created_at AS "createdAt", expires_at AS "expiresAt"
     FROM webhook_secrets WHERE ${ofOwner(owner)} AND (expires_at IS NULL OR expires_at > :now)
     ORDER BY expires_at DESC NULLS FIRST, created_at DESC`,
    { mode: owner.mode, endpointId: owner.endpointId, now },
  );
}

/**
 * Makes an owner's newest secret. It counts as made after those before it, also in the same millisecond, or by a process
 * whose clock is behind: else the one that was the newest a moment ago would be taken for the oldest, and end.
 * @returns its row; null where there is a newest one already, which stays
 */
export async function newSecretRow(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  { mode, endpointId }: SecretOwner,
): Promise<SecretRow | null> {
  const bytes = platform.random.bytes(secretBytes);
  const id = newUuid(platform.clock, platform.random);
  const row = {
    id,
    secret: Buffer.from(platform.secretBox.seal(bytes, secretContext(id))),
    publicKey: publicKeyOf(signingSecret(id, bytes)),
  };
  bytes.fill(0);
  const written = await transaction.one<{ createdAt: Date }>(
    `INSERT INTO webhook_secrets (tenant_id, id, mode, endpoint_id, secret, public_key, created_at)
     SELECT :tenant, :id, :mode, :endpointId, :secret, :publicKey,
       greatest(:now, max(created_at) + interval '1 millisecond') FROM webhook_secrets WHERE ${ofOwner({ mode, endpointId })}
     ON CONFLICT DO NOTHING RETURNING created_at AS "createdAt"`,
    { ...row, mode, endpointId, now: platform.clock.now() },
  );
  return written && { ...row, ...written, expiresAt: null };
}

/** Sees to it that the callbacks of a mode have a secret. Of two that ask at once, one makes it. */
export async function requireCallbackSecret(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  mode: Mode,
): Promise<void> {
  const owner = { mode, endpointId: null };
  const there = await transaction.one(
    `SELECT id FROM webhook_secrets WHERE ${ofOwner(owner)} AND expires_at IS NULL`,
    { mode },
  );
  if (!there) await newSecretRow(platform, transaction, owner);
}
