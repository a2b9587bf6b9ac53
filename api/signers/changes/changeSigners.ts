import type { Caller } from "../../apiKeys/caller.js";
import type { NewEvent } from "../../audit/append.js";
import type { Transaction } from "../../database/transaction.js";
import type { IdempotencyKey, Outcome } from "../../idempotency/once.js";
import { type ChangeNeeds, changeOrder, isBeingSealed } from "../../orders/changeOrder.js";
import { requireInTime, requireMove } from "../../orders/moveOrder.js";
import type { Order, OrderWithParts, Signer } from "../../orders/order.js";
import { readDocuments, readSigners } from "../../orders/orderRows.js";
import type { Platform } from "../../platform.js";
import { replaceTerms } from "../../search/orderTerms.js";
import { advanceOrder } from "../advanceOrder.js";

/** A change of an order's signers, under the lock on it. @returns its lines of the audit trail */
export type SignerChange = (
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  now: Date,
) => Promise<readonly NewEvent[]>;

/**
 * One change of an order's signers by its tenant, drafts included, and whatever follows from it. Links of the signers
 * who are not changed stay as they are.
 * @param change is given the order and all of its signers
 * @throws Failure `order_state_conflict` when the order has ended or is being sealed, and those of the change
 */
export async function changeSigners<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  change: SignerChange,
): Promise<Outcome<View>> {
  return changeOrder(platform, caller, orderId, idempotency, present, async (transaction, order, signers) => {
    const now = platform.clock.now();
    requireMove(order, "change", isBeingSealed(order, signers));
    requireInTime(order, now);
    const events = await change(transaction, order, signers, now);
    return { events, allDone: await settleSigners(platform, transaction, order, now) };
  });
}

/** Draws the consequences of signers that were changed. @returns whether everybody is done now */
export async function settleSigners(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  order: Order,
  now: Date,
): Promise<boolean> {
  const signers = await readSigners(transaction, [order.id]);
  const documents = await readDocuments(transaction, [order.id]);
  await replaceTerms(transaction, order.id, order.mode, { ...order, signers, documents });
  return (await advanceOrder(platform, transaction, order, signers, now)).allDone;
}
