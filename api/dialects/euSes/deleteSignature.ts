import type { Caller } from "../../apiKeys/caller.js";
import { Failure } from "../../failure/failure.js";
import type { IdempotencyKey } from "../../idempotency/once.js";
import { cancelOrder } from "../../orders/endOrder.js";
import type { Platform } from "../../platform.js";
import { purgeDocuments } from "../../retention/requestPurge.js";

/**
 * Cancels an order that has not ended; of one that has, removes the documents now. Its audit trail stays.
 * @throws Failure `order_state_conflict` while it is being sealed, `legal_hold`, `evidence_pending` as long as its
 * evidence file is to be made of the documents
 */
export async function deleteSignature(
  platform: Platform,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
): Promise<void> {
  try {
    await cancelOrder(platform, caller, orderId, "", idempotency, () => ({ deleted: true }));
  } catch (error) {
    if (!(error instanceof Failure && error.code === "order_state_conflict")) throw error;
    await purgeDocuments(platform, caller, orderId);
  }
}
