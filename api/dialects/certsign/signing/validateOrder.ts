import type { Caller } from "../../../apiKeys/caller.js";
import { Failure } from "../../../failure/failure.js";
import { editOrder } from "../../../orders/editOrder.js";
import { sendOrder } from "../../../orders/sendOrder.js";
import { sendCode } from "../../../otp/sendCode.js";
import type { Platform } from "../../../platform.js";
import type { Visitor } from "../../../signers/visitor.js";
import { CertSignFailure } from "../certSignFailure.js";
import { codeFields, inTheseWords } from "../inTheseWords.js";
import { findOwnOrder, type OwnOrder } from "../orders/ownOrder.js";
import type { GivenIds } from "../readIds.js";

/**
 * validateTriggeredEphemeralOrderRequest: from now on the documents stand, and the holder is sent a code; called again,
 * another one. Each step is a transaction of its own and may be done by an earlier call that was cut off.
 * @param application code of the application profile by whose rules it is sent; null: the default one
 * @throws CertSignFailure; Failure, those of `sendCode`
 */
export async function validateOrder(
  platform: Platform,
  caller: Caller,
  ids: GivenIds,
  application: string | null,
  visitor: Visitor,
): Promise<void> {
  const own = await findOwnOrder(platform, caller, ids, "triggered");
  const { order, holder } = own;
  requireDocuments(own);
  await inTheseWords(codeFields, () =>
    editOrder(platform, caller, order.id, { profile: application }, null, () => null),
  );
  if (order.state === "draft") await sendIfDraft(platform, caller, order.id);
  await sendCode(platform, caller.tenantId, order.id, holder.id, visitor, caller.mode);
}

/** Sends a draft, unless somebody else has just sent it. */
export async function sendIfDraft(platform: Platform, caller: Caller, orderId: string): Promise<void> {
  try {
    await sendOrder(platform, caller, orderId, null, () => null);
  } catch (error) {
    const isSent = error instanceof Failure && error.code === "order_state_conflict";
    if (!isSent || (error.extensions["state"] !== "ready" && error.extensions["state"] !== "in_progress"))
      throw error;
  }
}

/** @throws CertSignFailure `ORDER_STATE` for an order that there is nothing to sign in */
export function requireDocuments({ documents }: Pick<OwnOrder, "documents">): void {
  if (documents.some(({ kind }) => kind === "sign")) return;
  const message = "The order has no documents yet: add them first.";
  throw new CertSignFailure("ORDER_STATE", message, null, "order_state_conflict");
}
