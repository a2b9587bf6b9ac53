import type { Mode } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Placement } from "../orders/order.js";
import { readOrder, readPlacements, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";

/** The placements of one signer of an order. @throws Failure `not_found` */
export async function listFields(
  platform: Pick<Platform, "database">,
  tenantId: string,
  orderId: string,
  signerId: string,
  mode: Mode,
): Promise<Placement[]> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    await readOrder(transaction, orderId, mode);
    const signers = await readSigners(transaction, [orderId]);
    if (!signers.some(({ id }) => id === signerId)) throw notFound("signer");
    return readPlacements(transaction, signerId);
  });
}
