import { EngineError } from "../../engine/error.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import { Failure } from "../failure/failure.js";
import type { NewOrder, NewPlacement } from "../orders/newOrder.js";
import type { NewDocument } from "./newDocument.js";

/**
 * Refuses placements that leave their page, before anything is stored.
 * @throws Failure `placement_invalid`
 */
export function checkPlacements(order: NewOrder, documents: readonly NewDocument[]): void {
  order.signers.forEach((signer, index) => {
    signer.placements.forEach((placement, place) => {
      checkPlacement(placement, documents[placement.document]!, `signers[${index}].placements[${place}]`);
    });
  });
}

function checkPlacement(placement: NewPlacement, document: NewDocument, param: string): void {
  try {
    const view = viewSize(findPage(document.pdf, placement.page));
    if (placement.x + placement.width > view.width || placement.y + placement.height > view.height) {
      const size = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
      throw new Failure("placement_invalid", `${param} leaves page ${placement.page}, which is ${size}.`, {
        param,
      });
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure("placement_invalid", `${param}: ${error.message}`, { param, cause: error });
  }
}
