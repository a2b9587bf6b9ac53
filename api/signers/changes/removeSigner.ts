import type { Caller } from "../../apiKeys/caller.js";
import { actorOf } from "../../audit/append.js";
import { Failure } from "../../failure/failure.js";
import type { IdempotencyKey, Outcome } from "../../idempotency/once.js";
import { publicId } from "../../ids/id.js";
import { queueRemoved } from "../../messages/queue.js";
import type { ChangeNeeds } from "../../orders/changeOrder.js";
import type { Order, OrderWithParts, Signer } from "../../orders/order.js";
import { isPresent } from "../signingOrder.js";
import { changeSigners } from "./changeSigners.js";
import { requireChangeable, requireSigner } from "./requireChangeable.js";
import { takeOut } from "./takeOut.js";

/**
 * Takes a signer off an order. Where all others are done, the order is completed by that.
 * @throws Failure `order_state_conflict`, `signer_already_signed`, `signer_removed`
 */
export async function removeSigner<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  signerId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeSigners(
    platform,
    caller,
    orderId,
    idempotency,
    present,
    async (transaction, order, signers, now) => {
      const signer = requireSigner(signers, signerId);
      requireChangeable(order, signer, "remove");
      requireNotNeeded(order, signers, signer);
      await takeOut(transaction, signerId, "removed", null, now);
      if (signer.invitedAt !== null) await queueRemoved(platform, transaction, order, [signer]);
      return [{ type: "signer.removed", actor: actorOf(caller), signer }];
    },
  );
}

/** @throws Failure `order_state_conflict` where the others could not do without the signer */
function requireNotNeeded(order: Order, signers: readonly Signer[], signer: Signer): void {
  const others = signers.filter(({ id, state }) => id !== signer.id && isPresent(state));
  if (!others.some(({ role }) => role === "signer")) {
    throw new Failure(
      "order_state_conflict",
      "An order needs somebody who signs; replace its last signer, or cancel the order.",
      { extensions: { state: order.state } },
    );
  }
  const witness = others.find(({ witnessOf }) => witnessOf === signer.id);
  if (witness) {
    throw new Failure(
      "order_state_conflict",
      "This signer's signature is to be witnessed; remove the witness first.",
      { extensions: { state: order.state, witness: publicId("sgr", witness.id) } },
    );
  }
}
