import type { Caller } from "../../apiKeys/caller.js";
import { actorOf } from "../../audit/append.js";
import type { IdempotencyKey, Outcome } from "../../idempotency/once.js";
import { publicId } from "../../ids/id.js";
import { queueRemoved } from "../../messages/queue.js";
import type { ChangeNeeds } from "../../orders/changeOrder.js";
import type { OrderWithParts } from "../../orders/order.js";
import type { Platform } from "../../platform.js";
import type { ReplaceSignerRequest } from "./changeRequests.js";
import { changeSigners } from "./changeSigners.js";
import { putInPlace } from "./putInPlace.js";
import { requireChangeable, requireSigner } from "./requireChangeable.js";

/**
 * Has another person act in a signer's place; the signer's own data are corrected with `changeSigner`.
 * @throws Failure `order_state_conflict`, `signer_already_signed`, `signer_removed`, `field_invalid`
 */
export async function replaceSigner<View>(
  platform: ChangeNeeds & Pick<Platform, "limits" | "typefaces">,
  caller: Caller,
  orderId: string,
  signerId: string,
  person: ReplaceSignerRequest,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  const actor = actorOf(caller);
  return changeSigners(
    platform,
    caller,
    orderId,
    idempotency,
    present,
    async (transaction, order, signers, now) => {
      const before = requireSigner(signers, signerId);
      requireChangeable(order, before, "remove");
      const replacement = {
        person,
        authentication: person.authentication ?? before.authentication,
        how: "removed",
      } as const;
      const { id, added } = await putInPlace(
        platform,
        transaction,
        actor,
        order,
        signers,
        before,
        replacement,
        now,
      );
      if (before.invitedAt !== null) await queueRemoved(platform, transaction, order, [before]);
      return [{ type: "signer.replaced", actor, signer: before, data: { by: publicId("sgr", id) } }, added];
    },
  );
}
