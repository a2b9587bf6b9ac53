import type { Transaction } from "../database/transaction.js";

/** `abandoned`: the order ended before the signature could be made. */
export type SigningState = "pending" | "done" | "abandoned";

/** One signer's act of signing: all documents of the order with one one-time key. */
export interface Signing {
  readonly id: string;
  readonly orderId: string;
  readonly signerId: string;
  /** The last code that was given; null where none was asked for. */
  readonly otpCodeId: string | null;
  readonly state: SigningState;
  readonly typedName: string | null;
  /** Object key of the drawn signature. */
  readonly imageKey: string | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly attempts: number;
}

const columns = `id, order_id AS "orderId", signer_id AS "signerId", otp_code_id AS "otpCodeId", state,
  typed_name AS "typedName", image_key AS "imageKey", created_at AS "createdAt", completed_at AS "completedAt", attempts`;

/**
 * Writes a signing, whose first try has begun or is due at once. A signer has one: a second is refused by the database. A code that does not
 * exist is none here: whoever checks the session at the same time refuses it, and nothing of this is kept.
 */
export async function insertSigning(
  transaction: Transaction,
  signing: Omit<Signing, "state" | "completedAt"> & { leaseUntil: Date },
): Promise<void> {
  await transaction.query(
    `INSERT INTO signings (tenant_id, order_id, signer_id, id, otp_code_id, state, typed_name, image_key, created_at,
       attempts, lease_until)
     VALUES (:tenant, :orderId, :signerId, :id,
       (SELECT c.id FROM otp_codes c WHERE c.tenant_id = :tenant AND c.id = :otpCodeId::uuid), 'pending', :typedName,
       :imageKey, :createdAt, :attempts, :leaseUntil)`,
    { ...signing },
  );
}

/** A signing by its UUID, or null. */
export async function readSigning(transaction: Transaction, id: string): Promise<Signing | null> {
  return transaction.one<Signing>(`SELECT ${columns} FROM signings WHERE tenant_id = :tenant AND id = :id`, {
    id,
  });
}

/** A signer's one signing; null where they have not pressed "sign". @param signerId UUID */
export async function readSigningOf(transaction: Transaction, signerId: string): Promise<Signing | null> {
  return transaction.one<Signing>(
    `SELECT ${columns} FROM signings WHERE tenant_id = :tenant AND signer_id = :signerId`,
    { signerId },
  );
}

/** Takes a pending signing whose lease has run out. @returns whether it is ours now */
export async function claimSigning(
  transaction: Transaction,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<boolean> {
  const claimed = await transaction.one(
    `UPDATE signings SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until <= :now RETURNING id`,
    { id, now, leaseUntil },
  );
  return claimed !== null;
}

/** Says when a signing that did not succeed shall be tried again, and why it did not. */
export async function postponeSigning(
  transaction: Transaction,
  id: string,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE signings SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending'`,
    { id, until, error: error.slice(0, 500) },
  );
}

/** Ends a signing, unless it has ended. @returns whether this call ended it */
export async function endSigning(
  transaction: Transaction,
  id: string,
  state: "done" | "abandoned",
  at: Date,
): Promise<boolean> {
  const ended = await transaction.one(
    `UPDATE signings SET state = :state, completed_at = :at
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' RETURNING id`,
    { id, state, at },
  );
  return ended !== null;
}
