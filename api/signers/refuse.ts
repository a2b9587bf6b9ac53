import { appendEvents, endOf } from "../audit/append.js";
import { endOrder } from "../orders/endOrder.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "./actingSigner.js";
import { requireReason } from "./requireReason.js";
import { markRefused, startOrder } from "./signerRows.js";
import type { Visitor } from "./visitor.js";

/**
 * A signer refuses, to sign or to approve, which ends the order for all; the sender is told who, and why.
 * @param reason the signer's own words, 1 to 1000 characters
 * @returns when
 * @throws Failure `field_invalid` for a blank reason, and those of a signer who may not act
 */
export async function refuseToSign(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  orderId: string,
  signerId: string,
  reason: string,
  visitor: Visitor,
): Promise<Date> {
  requireReason(reason);
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const { order, signer, signers } = await lockActingSigner(transaction, orderId, signerId, now);
    await startOrder(transaction, order);
    await markRefused(transaction, signerId, now);
    const after = signers.map((other) =>
      other.id === signerId ? { ...other, state: "refused" as const } : other,
    );
    const begun = { ...order, state: "in_progress" as const };
    await endOrder(platform, transaction, begun, after, "refuse", now, reason);
    await appendEvents(platform, transaction, endOf(order), [
      {
        type: "signer.refused",
        actor: visitor.actor(signerId),
        signer,
        personal: { ...visitor.personal(), reason },
      },
      { type: "order.refused", actor: { kind: "system" } },
    ]);
    return now;
  });
}
