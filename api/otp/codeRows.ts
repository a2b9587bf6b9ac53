import type { Transaction } from "../database/transaction.js";
import type { Authentication } from "../orders/order.js";

/** `replaced`: a newer code took its place. `used`: its signer has signed with it. */
export type CodeState = "sending" | "sent" | "verified" | "used" | "replaced" | "locked" | "failed";

export interface CodeRow {
  readonly id: string;
  readonly orderId: string;
  readonly signerId: string;
  readonly channel: Authentication;
  readonly state: CodeState;
  readonly codeHash: Uint8Array;
  readonly tries: number;
  readonly maxTries: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly verifiedAt: Date | null;
}

const columns = `id, order_id AS "orderId", signer_id AS "signerId", channel, state, code_hash AS "codeHash", tries,
  max_tries AS "maxTries", created_at AS "createdAt", expires_at AS "expiresAt", verified_at AS "verifiedAt"`;

export async function insertCode(
  transaction: Transaction,
  code: Omit<CodeRow, "state" | "tries" | "verifiedAt"> & { leaseUntil: Date },
): Promise<void> {
  await transaction.query(
    `INSERT INTO otp_codes (tenant_id, order_id, signer_id, id, channel, state, code_hash, max_tries, created_at,
       expires_at, lease_until)
     VALUES (:tenant, :orderId, :signerId, :id, :channel, 'sending', :codeHash, :maxTries, :createdAt, :expiresAt,
       :leaseUntil)`,
    { ...code, codeHash: Buffer.from(code.codeHash) },
  );
}

export async function readCode(transaction: Transaction, id: string): Promise<CodeRow | null> {
  return transaction.one<CodeRow>(`SELECT ${columns} FROM otp_codes WHERE tenant_id = :tenant AND id = :id`, {
    id,
  });
}

/**
 * The signer's newest code, whatever became of it. At most one is open, and that is the newest, whatever the clock
 * says: two codes can be of one millisecond, and clocks are set back.
 */
export async function readNewestCode(transaction: Transaction, signerId: string): Promise<CodeRow | null> {
  return transaction.one<CodeRow>(
    `SELECT ${columns} FROM otp_codes WHERE tenant_id = :tenant AND signer_id = :signerId
     ORDER BY (state IN ('sending', 'sent', 'verified')) DESC, created_at DESC, id DESC LIMIT 1`,
    { signerId },
  );
}

/** How many codes the signer has been given since a time. Bounded by the policy's own limit on codes. */
export async function countCodesSince(
  transaction: Transaction,
  signerId: string,
  since: Date,
): Promise<number> {
  const row = await transaction.one<{ count: number }>(
    `SELECT count(*) AS count FROM otp_codes
     WHERE tenant_id = :tenant AND signer_id = :signerId AND created_at > :since`,
    { signerId, since },
  );
  return row?.count ?? 0;
}

/** Takes back every code that the signer could still use. */
export async function replaceOpenCodes(transaction: Transaction, signerId: string): Promise<void> {
  await transaction.query(
    `UPDATE otp_codes SET state = 'replaced', lease_until = NULL
     WHERE tenant_id = :tenant AND signer_id = :signerId AND state IN ('sending', 'sent', 'verified')`,
    { signerId },
  );
}

/** Moves a code from one state to another, unless somebody else has moved it. @returns whether it was moved */
export async function moveCode(
  transaction: Transaction,
  id: string,
  from: CodeState,
  to: CodeState,
  verifiedAt: Date | null = null,
): Promise<boolean> {
  const moved = await transaction.one(
    `UPDATE otp_codes SET state = :to, lease_until = NULL, verified_at = coalesce(:verifiedAt, verified_at)
     WHERE tenant_id = :tenant AND id = :id AND state = :from RETURNING id`,
    { id, from, to, verifiedAt },
  );
  return moved !== null;
}

/**
 * Counts a try before anything is compared, and only while the code is alive.
 * @returns the code as it then is, or null when it takes no more tries
 */
export async function countTry(transaction: Transaction, id: string, now: Date): Promise<CodeRow | null> {
  return transaction.one<CodeRow>(
    `UPDATE otp_codes SET tries = tries + 1
     WHERE tenant_id = :tenant AND id = :id AND state = 'sent' AND tries < max_tries AND expires_at > :now
     RETURNING ${columns}`,
    { id, now },
  );
}
