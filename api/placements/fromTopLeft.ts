import { findPage } from "../../engine/pdf/pageTree.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import { Failure } from "../failure/failure.js";
import type { PlaceOnPage } from "./markerPlaces.js";
import type { NewPlace } from "./newPlacement.js";
import { asPlacement, type PlacesInDocument } from "./placesInDocument.js";

/**
 * Finds a corner that a caller gives who knows neither where one document ends and the next begins nor how large a
 * signature is: the pages of all documents to sign are counted as one row, and a box that would leave its page is moved
 * onto it.
 * @param documents of the order
 * @param first index of the document that page 1 is in
 * @param param path of the placement, for refusals
 * @returns the place, and the index of its document
 * @throws Failure `placement_invalid` for a page that there is not, a corner outside its page, a box larger than it
 */
export function fromTopLeft(
  documents: readonly PlacesInDocument[],
  first: number,
  { page, x, y, size }: Extract<NewPlace, { by: "top_left" }>,
  param: string,
): PlaceOnPage & { readonly document: number } {
  let left = page;
  for (let index = first; index < documents.length; index += 1) {
    const { kind, pages, pdf } = documents[index]!.document;
    if (kind !== "sign") continue;
    if (left > pages) {
      left -= pages;
      continue;
    }
    const view = asPlacement(param, () => viewSize(findPage(pdf, left)));
    if (x >= view.width || y >= view.height || size.width > view.width || size.height > view.height) {
      const shown = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
      throw new Failure("placement_invalid", `${param} lies outside page ${page}, which is ${shown}.`, {
        param,
      });
    }
    const box = {
      x: Math.min(x, view.width - size.width),
      y: Math.min(y, view.height - size.height),
      ...size,
    };
    return { document: index, page: left, box };
  }
  throw new Failure("placement_invalid", `${param}: there is no page ${page}.`, { param });
}
