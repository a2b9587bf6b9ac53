import { appendEvents, endOf } from "../audit/append.js";
import { moveOrder } from "../orders/moveOrder.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "./actingSigner.js";
import { markRefused, startOrder } from "./signerRows.js";
import type { Visitor } from "./visitor.js";

/**
 * A signer refuses, which ends the order for all.
 * @param reason the signer's own words, 1 to 1000 characters
 * @returns when
 * @throws Failure of a signer who may not act
 */
export async function refuseToSign(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  orderId: string,
  signerId: string,
  reason: string,
  visitor: Visitor,
): Promise<Date> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const { order, signer } = await lockActingSigner(transaction, orderId, signerId, now);
    await startOrder(transaction, order);
    await markRefused(transaction, signerId, now);
    await moveOrder(transaction, { ...order, state: "in_progress" }, "refuse", { at: now, reason });
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
