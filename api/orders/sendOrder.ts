import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import { requireDocumentsThere } from "../awaitedDocuments/requireThere.js";
import type { IdempotencyKey, Outcome } from "../idempotency/once.js";
import { advanceOrder } from "../signers/advanceOrder.js";
import { type ChangeNeeds, changeOrder } from "./changeOrder.js";
import { moveOrder, requireInTime } from "./moveOrder.js";
import { requireDocumentToSign } from "./newOrder.js";
import type { OrderWithParts } from "./order.js";
import { readDocuments } from "./orderRows.js";

/**
 * Sends a draft: from now on its documents stand, and the signers whose turn is first can act and are told so.
 * @throws Failure `order_state_conflict`, `field_invalid`
 */
export async function sendOrder<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order, signers) => {
    const now = platform.clock.now();
    requireDocumentsThere(order, "it cannot be sent");
    requireDocumentToSign((await readDocuments(transaction, [orderId])).map((document) => document.kind));
    const state = await moveOrder(transaction, order, "send");
    requireInTime(order, now);
    await advanceOrder(platform, transaction, { ...order, state }, signers, now);
    return { events: [{ type: "order.sent", actor: actorOf(caller) }] };
  });
}
