import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import { closeAwaited } from "../awaitedDocuments/closeAwaited.js";
import type { Transaction } from "../database/transaction.js";
import type { IdempotencyKey, Outcome } from "../idempotency/once.js";
import { queueEndMessages } from "../messages/queue.js";
import type { Platform } from "../platform.js";
import { endReminders } from "../signers/signerRows.js";
import { type ChangeNeeds, changeOrder, isBeingSealed } from "./changeOrder.js";
import { moveOrder, requireMove } from "./moveOrder.js";
import { type Order, type OrderWithParts, orderNow, type Signer } from "./order.js";
import { lockOrder, readSigners } from "./orderRows.js";

/**
 * Cancels an order that has not ended, and tells those who were invited.
 * @param check what else has to hold, under the lock on the order: throws where it does not
 * @throws Failure `order_state_conflict`
 */
export async function cancelOrder<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  reason: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  check?: (order: Order, signers: readonly Signer[]) => void,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order, signers) => {
    check?.(order, signers);
    await endOrder(platform, transaction, order, signers, "cancel", platform.clock.now(), reason);
    return { events: [{ type: "order.cancelled", actor: actorOf(caller), data: { reason } }] };
  });
}

/**
 * Ends an order whose time is over; nothing happens when it has ended or has been given more time meanwhile.
 * @returns whether it was ended here
 */
export async function expireOrder(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  tenantId: string,
  orderId: string,
): Promise<boolean> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId);
    const now = platform.clock.now();
    const running = order.state === "draft" || order.state === "ready" || order.state === "in_progress";
    if (!running || order.expiresAt > orderNow(order, now)) return false;
    const signers = await readSigners(transaction, [orderId]);
    // Whoever pressed "sign" in time has signed: their signature is made first, and the order ends after it. What all
    // have signed is sealed, and ends by that.
    if (signers.some((signer) => signer.state === "signing") || isBeingSealed(order, signers)) return false;
    await endOrder(platform, transaction, order, signers, "expire", now);
    await appendEvents(platform, transaction, endOf(order), [
      { type: "order.expired", actor: { kind: "system" } },
    ]);
    return true;
  });
}

const ends = { cancel: "cancelled", expire: "expired", refuse: "refused" } as const;

/**
 * Ends an order before all are done: nobody is reminded any more, and whoever was invited is told.
 * @param signers all of the order, in the state that they have by now
 * @throws Failure `order_state_conflict`
 */
export async function endOrder(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  move: keyof typeof ends,
  at: Date,
  reason?: string,
): Promise<void> {
  requireMove(order, move, isBeingSealed(order, signers));
  const state = await moveOrder(transaction, order, move, {
    at,
    ...(reason !== undefined && { reason }),
  });
  if (order.awaitsDocuments) await closeAwaited(transaction, order.id, at);
  await endReminders(transaction, order.id);
  const ended = { ...order, state, endedAt: at, endReason: reason ?? null };
  await queueEndMessages(platform, transaction, ended, signers, ends[move]);
}
