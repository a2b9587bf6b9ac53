import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import type { Order, OrderDocument, Signer } from "../orders/order.js";
import { lockOrder, readDocuments, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";

/** A signer of a locked order, who may act. */
export interface ActingSigner {
  readonly order: Order;
  readonly signer: Signer;
  readonly signers: readonly Signer[];
  readonly documents: readonly OrderDocument[];
}

/**
 * Locks an order and finds one of its signers.
 * @throws Failure `not_found`
 */
export async function lockSigner(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  mode?: Mode,
): Promise<ActingSigner> {
  const order = await lockOrder(transaction, orderId, mode);
  const signers = await readSigners(transaction, [orderId]);
  const signer = signers.find((candidate) => candidate.id === signerId);
  if (!signer) throw notFound("signer");
  return { order, signer, signers, documents: await readDocuments(transaction, [orderId]) };
}

/**
 * As `lockSigner`, for a signer who is about to act.
 * @throws Failure `order_state_conflict`, `signer_already_signed`, `signer_not_signing`
 */
export async function lockActingSigner(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  now: Date,
  mode?: Mode,
): Promise<ActingSigner> {
  const acting = await lockSigner(transaction, orderId, signerId, mode);
  const { order, signer } = acting;
  if (signer.state === "signed" || signer.state === "signing") {
    throw new Failure("signer_already_signed", "This signer has signed already.");
  }
  if (!isRunning(order.state) || order.expiresAt <= now) {
    const state = isRunning(order.state) ? "expired" : order.state;
    throw new Failure("order_state_conflict", `The order is ${state}; nobody can sign it.`, {
      extensions: { state },
    });
  }
  if (signer.state === "refused") {
    throw new Failure("signer_not_signing", "This signer has refused.");
  }
  return acting;
}
