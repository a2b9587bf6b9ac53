import { Failure, notFound } from "../../failure/failure.js";
import type { Order, Signer } from "../../orders/order.js";
import { isRunning } from "../../orders/state.js";
import { requirePresent } from "../actingSigner.js";
import { nextSignerState, type SignerMove } from "../signerState.js";
import { activeGroup, isDone } from "../signingOrder.js";

/** Finds one of an order's signers. @throws Failure `not_found` */
export function requireSigner(signers: readonly Signer[], signerId: string): Signer {
  const signer = signers.find(({ id }) => id === signerId);
  if (!signer) throw notFound("signer");
  return signer;
}

/**
 * Refuses to change a signer who is done, out, or just signing.
 * @throws Failure `signer_removed`, `signer_already_signed`, `order_state_conflict`
 */
export function requireChangeable(order: Order, signer: Signer, move: SignerMove): void {
  requirePresent(signer);
  if (isDone(signer.state)) {
    throw new Failure(
      "signer_already_signed",
      `This signer has ${signer.state} already; that cannot be changed.`,
    );
  }
  if (nextSignerState(signer.role, signer.state, move) === null) {
    const why =
      signer.state === "signing"
        ? "This signer's signature is just being made"
        : `A signer who is ${signer.state} cannot be changed`;
    throw new Failure("order_state_conflict", `${why}; nothing can be changed about it.`, {
      extensions: { state: order.state },
    });
  }
}

/**
 * Refuses a group whose turn is over: whoever came into it would hold up those who come after it and act already.
 * @throws Failure `field_invalid`
 */
export function requireGroupToCome(order: Order, signers: readonly Signer[], group: number): void {
  const active = activeGroup(signers);
  if (!isRunning(order.state) || active === null || group >= active) return;
  throw new Failure("field_invalid", `group must be ${active} or later; the turn of those before is over.`, {
    param: "group",
    extensions: { active_group: active },
  });
}
