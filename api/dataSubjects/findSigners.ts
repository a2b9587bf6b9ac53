import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { Subject } from "./subject.js";

/** A data subject as a signer of an order. */
export interface SubjectSigner {
  /** UUID. */
  readonly id: string;
  /** UUID. */
  readonly orderId: string;
}

/** Upper and lower case are the database's on both sides: another's rules would miss an address in some scripts. */
const conditions: Readonly<Record<Subject["kind"], string>> = {
  email: "(s.email_lower = lower(:address) OR s.code_contact_lower = lower(:address))",
  phone: "(s.phone = :address OR s.code_contact_lower = :address)",
};

/**
 * Where a data subject is a signer, one after the other, along an index of addresses.
 * @param after UUID of the signer behind whom to begin
 * @param limit signers that are looked at; those of the other mode, and of later orders, are among them and left out
 * @param madeBy only in orders that were made by then; null: in all
 * @returns `next`: where to go on; null at the end
 */
export async function findSigners(
  transaction: Transaction,
  mode: Mode,
  { kind, address }: Subject,
  after: string | null,
  limit: number,
  madeBy: Date | null,
): Promise<{ readonly signers: readonly SubjectSigner[]; readonly next: string | null }> {
  const rows = await transaction.query<SubjectSigner & { mode: Mode; createdAt: Date }>(
    `SELECT s.id, s.order_id AS "orderId", o.mode, o.created_at AS "createdAt"
     FROM signers s JOIN orders o ON o.tenant_id = s.tenant_id AND o.id = s.order_id
     WHERE s.tenant_id = :tenant AND ${conditions[kind]} AND (:after::uuid IS NULL OR s.id > :after::uuid)
     ORDER BY s.id LIMIT :limit`,
    { address, after, limit },
  );
  return {
    signers: rows.filter((row) => row.mode === mode && (madeBy === null || row.createdAt <= madeBy)),
    next: rows.length < limit ? null : rows.at(-1)!.id,
  };
}
