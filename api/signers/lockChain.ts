import type { ChainEnd } from "../audit/append.js";
import type { Concerned } from "../audit/personal.js";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";

/** The end of a locked order's chain, and one of its signers as events name them. */
export interface LockedChain<Signer = Concerned> {
  readonly end: ChainEnd;
  readonly signer: Signer;
}

/**
 * Locks an order as `lockOrder` does, for a line of its audit trail about one of its signers, in one statement.
 * @throws Failure `not_found`
 */
export async function lockChain(
  transaction: Transaction,
  orderId: string,
  signerId: string,
): Promise<LockedChain> {
  const { end, signer } = await lockOrderChain(transaction, orderId, signerId);
  if (!signer) throw notFound("signer");
  return { end, signer };
}

/** As `lockChain`, for a line that may be about no signer. @throws Failure `not_found` */
export async function lockOrderChain(
  transaction: Transaction,
  orderId: string,
  signerId: string | null,
): Promise<LockedChain<Concerned | null>> {
  const row = await transaction.one<
    Omit<ChainEnd, "orderId"> & { found: string | null; personalKey: Uint8Array | null }
  >(
    `SELECT o.mode, o.external_id AS "externalId", o.chain_length AS length, o.chain_head AS head, s.id AS found, s.personal_key AS "personalKey"
     FROM orders o
     LEFT JOIN signers s ON s.tenant_id = o.tenant_id AND s.order_id = o.id AND s.id = :signerId::uuid
     WHERE o.tenant_id = :tenant AND o.id = :orderId FOR UPDATE OF o`,
    { orderId, signerId },
  );
  if (!row) throw notFound("order");
  const { found, personalKey, ...end } = row;
  return { end: { orderId, ...end }, signer: found === null ? null : { id: found, personalKey } };
}
