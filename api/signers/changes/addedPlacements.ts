import type { Transaction } from "../../database/transaction.js";
import { Failure } from "../../failure/failure.js";
import type { Signer } from "../../orders/order.js";
import { readDocuments, readOrderPlacements } from "../../orders/orderRows.js";
import { placementLimits } from "../../placements/limits.js";
import { requireRoomForFields } from "../../placements/requireRoomForFields.js";
import type { ResolvedPlacement } from "../../placements/resolvedPlacement.js";

/**
 * Refuses placements of a signer who comes to an order that has others: fields that another one fills, more than an
 * order takes, and new fields once somebody signs, because the fields of all are made before the first signature.
 * @param signers all of the order, under the lock
 * @throws Failure `placement_invalid`
 */
export async function requireRoomForPlacements(
  transaction: Transaction,
  orderId: string,
  signers: readonly Signer[],
  placements: readonly ResolvedPlacement[],
): Promise<void> {
  if (placements.length === 0) return;
  const documents = await readDocuments(transaction, [orderId]);
  // A signature that is just being made was begun with the fields of those who were there.
  const signing = signers.some(({ state }) => state === "signing");
  requireRoomForFields(
    documents.map(({ signatures }) => ({ signatures: signing ? Math.max(signatures, 1) : signatures })),
    placements,
  );
  const others = await readOrderPlacements(transaction, orderId);
  if (others.length + placements.length > placementLimits.perOrder) {
    throw new Failure("placement_invalid", `An order takes at most ${placementLimits.perOrder} placements.`, {
      param: "placements",
      extensions: { limit: placementLimits.perOrder },
    });
  }
  for (const { document, fieldName, param } of placements) {
    const taken = others.some(
      (other) => other.fieldName === fieldName && other.documentId === documents[document]?.id,
    );
    if (fieldName === null || !taken) continue;
    throw new Failure("placement_invalid", `${param}.field is filled by another signer already.`, { param });
  }
}
