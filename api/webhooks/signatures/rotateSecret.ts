import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import { newSecretRow, ofOwner, type SecretOwner, type SecretRow, secretRows } from "./signingSecrets.js";

/** Secrets of one owner that sign at a time: each makes two signatures in the header of every request. */
const mostSigning = 3;

/** Seconds that an old secret goes on signing for, unless the caller says otherwise; a day. */
export const usualOverlapSeconds = 86_400;

/**
 * Makes a new secret; those before it sign as well until the overlap ends, or until their own end, if that is sooner.
 * Of more than three the oldest ends at once. The caller holds a lock on the owner.
 * @param overlapSeconds 0: the old ones end at once, which is for secrets that somebody else has got hold of
 * @returns all that sign from now on, the newest first
 */
export async function rotateSecret(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  owner: SecretOwner,
  overlapSeconds: number,
): Promise<SecretRow[]> {
  const now = platform.clock.now();
  const bindings = { ...owner, now, until: new Date(now.getTime() + overlapSeconds * 1000) };
  const of = ofOwner(owner);
  const [, , , , rows] = await Promise.all([
    transaction.query(
      `UPDATE webhook_secrets SET expires_at = least(expires_at, :until) WHERE ${of}`,
      bindings,
    ),
    transaction.query(`DELETE FROM webhook_secrets WHERE ${of} AND expires_at <= :now`, bindings),
    transaction.query(
      `DELETE FROM webhook_secrets WHERE tenant_id = :tenant AND id IN (
         SELECT id FROM webhook_secrets WHERE ${of} ORDER BY created_at DESC, id DESC OFFSET ${mostSigning - 1})`,
      bindings,
    ),
    newSecretRow(platform, transaction, owner),
    secretRows(transaction, owner, now),
  ]);
  return rows;
}

/** Changes to the secret of a mode's callbacks happen one after the other. */
export async function lockCallbackSecret(transaction: Transaction, mode: Mode): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended(:tenant::text || :mode, 18))", {
    mode,
  });
}
