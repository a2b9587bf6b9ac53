import type { Caller } from "../../../apiKeys/caller.js";
import type { IdempotencyKey } from "../../../idempotency/once.js";
import { cancelOrder } from "../../../orders/endOrder.js";
import { readOrder } from "../../../orders/orderRows.js";
import type { Platform } from "../../../platform.js";
import { CertSignFailure } from "../certSignFailure.js";
import type { GivenIds } from "../readIds.js";
import { hasBegun } from "../states/standing.js";
import { findOrder } from "./findOrder.js";

/**
 * deleteOrder: discards an order, whichever interface it was made in. Repeating it changes nothing.
 * @throws CertSignFailure `ORDER_STATE` once a certificate was generated for one of its signers, or is just being; Failure
 * `order_state_conflict` for one that has ended
 */
export async function discardOrder(
  platform: Platform,
  caller: Caller,
  ids: GivenIds,
  idempotency: IdempotencyKey | null,
): Promise<void> {
  const order = await platform.database.withTenant(caller.tenantId, async (transaction) =>
    readOrder(transaction, await findOrder(transaction, caller.mode, ids)),
  );
  if (order.state === "cancelled") return;
  await cancelOrder(
    platform,
    caller,
    order.id,
    "",
    idempotency,
    () => null,
    (_, signers) => {
      if (!hasBegun({ signers })) return;
      const message = "The certificate has been generated: the order cannot be deleted any more.";
      throw new CertSignFailure("ORDER_STATE", message, null, "order_state_conflict");
    },
  );
}
