import { findPage } from "../../engine/pdf/pageTree.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import { Failure } from "../failure/failure.js";
import type { PlaceOnPage } from "./markerPlaces.js";
import { type Box, type NewPlace, type NewPlacement, nowhere } from "./newPlacement.js";
import { asPlacement, type PlacesInDocument } from "./placesInDocument.js";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of a signature whose caller says nothing of its size or looks, in points. */
const usualSize: Size = { width: 180, height: 56 };

/**
 * The box of a placement that is counted from the bottom: points from the top left of the page as a reader sees it,
 * turned and cut to what is shown.
 * @param corner from the lower left corner of the page to that of the box, in points
 * @param size of the box, in points
 * @param view size of the page, in points
 * @returns null where no part of the box is on the page
 */
export function fromBottomLeft(
  corner: { readonly x: number; readonly y: number },
  size: Size,
  view: Size,
): Box | null {
  const { x } = corner;
  const { width, height } = size;
  const y = view.height - corner.y - height;
  const seen = x < view.width && y < view.height && x + width > 0 && y + height > 0;
  return seen ? { x, y, width, height } : null;
}

/**
 * Finds the place that a caller counts from the lower left corner of a page.
 * @param ownSize of the placement's own appearance, in points; null: there is none, or nothing to see of it
 * @param param path of the placement, for refusals
 * @throws Failure `placement_invalid` for a page that there is not, and a box that is not on it
 */
export function placeFromBottomLeft(
  places: PlacesInDocument,
  { page, x, y, size }: Extract<NewPlace, { by: "bottom_left" }>,
  { appearance }: Pick<NewPlacement, "appearance">,
  ownSize: Size | null,
  param: string,
): PlaceOnPage {
  const view = asPlacement(param, () => viewSize(findPage(places.document.pdf, page)));
  if (size === null && appearance !== null && ownSize === null) return { page, box: nowhere };
  const box = fromBottomLeft({ x, y }, size ?? ownSize ?? usualSize, view);
  if (box !== null) return { page, box };
  const shown = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
  throw new Failure("placement_invalid", `${param} lies outside page ${page}, which is ${shown}.`, { param });
}
