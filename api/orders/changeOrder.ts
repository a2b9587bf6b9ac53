import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import type { Platform } from "../platform.js";
import { moveOrder, requireInTime } from "./moveOrder.js";
import { requireDocumentToSign } from "./newOrder.js";
import type { Order, OrderWithParts } from "./order.js";
import { lockOrder, readDocuments, readOrder, readSigners, withParts } from "./orderRows.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** Sends a draft: from now on its documents stand, and its signers can sign. @throws Failure `order_state_conflict`, `field_invalid` */
export async function sendOrder<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order) => {
    requireDocumentToSign((await readDocuments(transaction, [orderId])).map((document) => document.kind));
    await moveOrder(transaction, order, "send");
    requireInTime(order, platform.clock.now());
    return { type: "order.sent", actor: actorOf(caller) };
  });
}

/** Cancels an order that has not ended. @throws Failure `order_state_conflict` */
export async function cancelOrder<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  reason: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order) => {
    await moveOrder(transaction, order, "cancel", { at: platform.clock.now(), reason });
    return { type: "order.cancelled", actor: actorOf(caller), data: { reason } };
  });
}

/** One change of one order: locked, moved, told in its audit trail and answered in one transaction. */
async function changeOrder<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  change: (transaction: Transaction, order: Order) => Promise<NewEvent>,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const order = await lockOrder(transaction, orderId, caller.mode);
      const event = await change(transaction, order);
      await appendEvents(platform, transaction, endOf(order), [event]);
      const [whole] = await withParts(transaction, [await readOrder(transaction, orderId)]);
      return present(whole!);
    }),
  );
}

/**
 * Ends an order whose time is over; nothing happens when it has ended or has been given more time meanwhile.
 * @returns whether it was ended here
 */
export async function expireOrder(platform: Needs, tenantId: string, orderId: string): Promise<boolean> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId);
    const now = platform.clock.now();
    // Whoever pressed "sign" in time has signed: their signature is made first, and the order ends after it.
    const signers = await readSigners(transaction, [orderId]);
    if (signers.some((signer) => signer.state === "signing")) return false;
    const running = order.state === "draft" || order.state === "ready" || order.state === "in_progress";
    if (!running || order.expiresAt > now) return false;
    await moveOrder(transaction, order, "expire", { at: now });
    await appendEvents(platform, transaction, endOf(order), [
      { type: "order.expired", actor: { kind: "system" } },
    ]);
    return true;
  });
}
