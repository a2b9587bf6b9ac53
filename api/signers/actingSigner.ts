import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { type Order, type OrderDocument, orderNow, type Signer } from "../orders/order.js";
import { lockOrder, readDocuments, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import { activeGroup, isPresent, turnOf } from "./signingOrder.js";

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
  // Run in this order: what is read here is read under the lock.
  const [order, signers, documents] = await Promise.all([
    lockOrder(transaction, orderId, mode),
    readSigners(transaction, [orderId]),
    readDocuments(transaction, [orderId]),
  ]);
  const signer = signers.find((candidate) => candidate.id === signerId);
  if (!signer) throw notFound("signer");
  return { order, signer, signers, documents };
}

/**
 * As `lockSigner`, for a signer who is about to act.
 * @throws Failure `signer_removed`, `signer_already_signed`, `order_state_conflict`, `signer_not_signing`,
 * `signer_not_yet`
 */
export async function lockActingSigner(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  now: Date,
  mode?: Mode,
): Promise<ActingSigner> {
  const acting = await lockSigner(transaction, orderId, signerId, mode);
  requireMayAct(acting, now);
  return acting;
}

/** Refuses a signer who may not act, for rows that were read under the lock on their order. @throws Failure, as `lockActingSigner` */
export function requireMayAct({ order, signer, signers }: Omit<ActingSigner, "documents">, now: Date): void {
  requirePresent(signer);
  if (signer.state === "signed" || signer.state === "signing") {
    throw new Failure("signer_already_signed", "This signer has signed already.");
  }
  if (signer.state === "approved") {
    throw new Failure("signer_already_signed", "This signer has approved already.");
  }
  if (!isRunning(order.state) || order.expiresAt <= orderNow(order, now)) {
    const state = isRunning(order.state) ? "expired" : order.state;
    throw new Failure("order_state_conflict", `The order is ${state}; nobody can sign it.`, {
      extensions: { state },
    });
  }
  if (signer.state === "refused") {
    throw new Failure("signer_not_signing", "This signer has refused.");
  }
  requireTurn(signers, signer);
}

/** @throws Failure `signer_removed` */
export function requirePresent(signer: Pick<Signer, "state">): void {
  if (isPresent(signer.state)) return;
  const why = signer.state === "delegated" ? "has named somebody in their place" : "was taken off the order";
  throw new Failure("signer_removed", `This signer ${why}; their link is no longer in use.`, {
    extensions: { state: signer.state },
  });
}

/** @throws Failure `signer_not_signing` for a copy, `signer_not_yet` */
export function requireTurn(signers: readonly Signer[], signer: Signer): void {
  const turn = turnOf(signers, signer);
  if (turn === "none") {
    throw new Failure("signer_not_signing", "A copy receives the documents; there is nothing for it to do.");
  }
  if (turn !== "later") return;
  const group = activeGroup(signers);
  const whose =
    group === signer.signingGroup
      ? "the signer whose signature they witness has not signed yet"
      : `it is the turn of group ${group}, and theirs is ${signer.signingGroup}`;
  throw new Failure("signer_not_yet", `It is not this signer's turn: ${whose}.`, {
    extensions: { active_group: group, group: signer.signingGroup },
  });
}
