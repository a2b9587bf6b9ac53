import type { Transaction, Writer } from "../database/transaction.js";
import type { Channel } from "../orders/order.js";
import type { DeliveryState } from "../ports/deliveryReports.js";
import type { Alphabet } from "./alphabet.js";

/** `replaced`: a newer code took its place. `used`: its signer has acted with it. */
export type CodeState = "sending" | "sent" | "verified" | "used" | "replaced" | "locked" | "failed";

export interface CodeRow {
  readonly id: string;
  readonly orderId: string;
  readonly signerId: string;
  readonly channel: Channel;
  readonly state: CodeState;
  readonly codeHash: Uint8Array;
  readonly alphabet: Alphabet;
  readonly reusable: boolean;
  readonly tries: number;
  readonly maxTries: number;
  readonly sessionSeconds: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly verifiedAt: Date | null;
  /** What became of the message, as far as its provider has said. */
  readonly delivery: DeliveryState | null;
}

const columns = `id, order_id AS "orderId", signer_id AS "signerId", channel, state, code_hash AS "codeHash", alphabet,
  reusable, tries, max_tries AS "maxTries", session_seconds AS "sessionSeconds", created_at AS "createdAt",
  expires_at AS "expiresAt", verified_at AS "verifiedAt", delivery`;

export type NewCode = Omit<CodeRow, "state" | "tries" | "verifiedAt" | "delivery"> & {
  readonly leaseUntil: Date;
};

/** Writes a code that is on its way to its provider. */
export async function insertCode(transaction: Writer, code: NewCode): Promise<void> {
  await transaction.query(
    `INSERT INTO otp_codes (tenant_id, order_id, signer_id, id, channel, state, code_hash, alphabet, reusable, max_tries,
       session_seconds, created_at, expires_at, lease_until)
     VALUES (:tenant, :orderId, :signerId, :id, :channel, 'sending', :codeHash, :alphabet, :reusable, :maxTries,
       :sessionSeconds, :createdAt, :expiresAt, :leaseUntil)`,
    { ...code },
  );
}

/** A code by its UUID, or null. */
export async function readCode(transaction: Transaction, id: string): Promise<CodeRow | null> {
  return transaction.one<CodeRow>(`SELECT ${columns} FROM otp_codes WHERE tenant_id = :tenant AND id = :id`, {
    id,
  });
}

/** The most codes that a look at a signer's history takes in: the most that a policy allows, on two channels, unlocked once. */
const mostCodes = 200;

/** The codes that a signer was given since a time, newest first; and those that are open, whatever the clock says. */
export async function readCodesSince(
  transaction: Transaction,
  signerId: string,
  since: Date,
): Promise<CodeRow[]> {
  return transaction.query<CodeRow>(
    `SELECT ${columns} FROM otp_codes
     WHERE tenant_id = :tenant AND signer_id = :signerId
       AND (created_at > :since OR state IN ('sending', 'sent', 'verified'))
     ORDER BY created_at DESC, id DESC LIMIT ${mostCodes}`,
    { signerId, since },
  );
}

/**
 * Takes back every code that the signer could still use; to be called as well when their address, their
 * authentication or what they have filled in is changed.
 * @param channel only those on this channel; null: on both
 */
export async function replaceOpenCodes(
  transaction: Writer,
  signerId: string,
  channel: Channel | null = null,
): Promise<void> {
  await transaction.query(
    `UPDATE otp_codes SET state = 'replaced', lease_until = NULL
     WHERE tenant_id = :tenant AND signer_id = :signerId AND channel = coalesce(:channel, channel)
       AND (state IN ('sending', 'sent', 'verified') OR reusable AND state = 'used')`,
    { signerId, channel },
  );
}

/** Moves a code from one of some states to another, unless somebody else has moved it. @returns whether it was moved */
export async function moveCode(
  transaction: Transaction,
  id: string,
  from: readonly CodeState[],
  to: CodeState,
): Promise<boolean> {
  const moved = await transaction.one(
    `UPDATE otp_codes SET state = :to, lease_until = NULL
     WHERE tenant_id = :tenant AND id = :id AND state = ANY(:from::text[]) RETURNING id`,
    { id, from, to },
  );
  return moved !== null;
}

/** The code has left. @returns false when it was replaced meanwhile */
export async function markSent(
  transaction: Transaction,
  id: string,
  providerMessageId: string | null,
): Promise<boolean> {
  const moved = await transaction.one(
    `UPDATE otp_codes SET state = 'sent', lease_until = NULL, provider_message_id = left(:providerMessageId, 200)
     WHERE tenant_id = :tenant AND id = :id AND state = 'sending' RETURNING id`,
    { id, providerMessageId },
  );
  return moved !== null;
}

/** The code was given. One that can be given again gets its try back. */
export async function markVerified(transaction: Writer, id: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE otp_codes SET state = 'verified', verified_at = :at,
       tries = CASE WHEN reusable THEN greatest(tries - 1, 0) ELSE tries END
     WHERE tenant_id = :tenant AND id = :id`,
    { id, at },
  );
}

/**
 * Counts a try at the code that a signer has in hand, before anything is compared, and only while the code is alive.
 * At most one code is waiting, and it is that one, whatever the clock says: two can be of one millisecond.
 * @param mode null: of whichever mode the order is
 * @returns the code as it then is, or null when there is none that takes a try
 */
export async function countTry(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  mode: string | null,
  now: Date,
): Promise<CodeRow | null> {
  return transaction.one<CodeRow>(
    `UPDATE otp_codes SET tries = tries + 1
     WHERE tenant_id = :tenant AND order_id = :orderId AND id = (
         SELECT id FROM otp_codes WHERE tenant_id = :tenant AND signer_id = :signerId
         ORDER BY (state IN ('sending', 'sent')) DESC, (state = 'verified') DESC, created_at DESC, id DESC LIMIT 1)
       AND (state = 'sent' OR reusable AND state IN ('verified', 'used')) AND tries < max_tries AND expires_at > :now
       AND EXISTS (SELECT FROM orders o WHERE o.tenant_id = :tenant AND o.id = :orderId AND o.mode = coalesce(:mode, o.mode))
     RETURNING ${columns}`,
    { orderId, signerId, mode, now },
  );
}

/** Uses codes up, those that were given and whose time is not over. @returns the channels of those that it found */
export async function useCodes(
  transaction: Transaction,
  signerId: string,
  ids: readonly string[],
  now: Date,
): Promise<{ id: string; channel: Channel }[]> {
  return transaction.query<{ id: string; channel: Channel }>(
    `UPDATE otp_codes SET state = 'used'
     WHERE tenant_id = :tenant AND signer_id = :signerId AND id = ANY(:ids::uuid[])
       AND (state = 'verified' OR reusable AND state = 'used')
       AND verified_at + session_seconds * interval '1 second' > :now
     RETURNING id, channel`,
    { signerId, ids, now },
  );
}
