import { Failure } from "../failure/failure.js";
import type { OrderDocument } from "../orders/order.js";
import type { ResolvedPlacement } from "./resolvedPlacement.js";
import { signatureWidget } from "./signatureWidget.js";

/**
 * Refuses placements of a signer who comes to an order when somebody has signed: a document that carries a signature
 * takes further signatures and values of the fields that it has, and no new fields.
 * @param documents of the order, in their order
 * @param placements of the new signer
 * @throws Failure `placement_invalid`
 */
export function requireRoomForFields(
  documents: readonly Pick<OrderDocument, "signatures">[],
  placements: readonly ResolvedPlacement[],
): void {
  const positioned = placements.map((placement, position) => ({ ...placement, position }));
  for (const [document, own] of Map.groupBy(positioned, (placement) => placement.document)) {
    if ((documents[document]?.signatures ?? 0) === 0) continue;
    const widget = signatureWidget(own);
    const late = own.find((placement) => placement !== widget && placement.fieldName === null);
    if (late === undefined) continue;
    const why = "the document carries a signature already and takes no more fields, only a signature";
    throw new Failure("placement_invalid", `${late.param}: ${why}.`, { param: late.param });
  }
}
