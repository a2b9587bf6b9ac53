import { EngineError } from "../../engine/error.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import type { DocumentText } from "../../engine/pdf/text/documentText.js";
import { findText, type TextMatch } from "../../engine/pdf/text/findText.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import { Failure } from "../failure/failure.js";
import type { PlacementKind } from "../orders/order.js";
import { placementLimits } from "./limits.js";
import type { Box, NewPlace } from "./newPlacement.js";

/** The least that a kind needs to be read and hit with a finger, in points: the size at a marker that gives none. */
const leastSizes: Readonly<Record<PlacementKind, { readonly width: number; readonly height: number }>> = {
  signature: { width: 150, height: 50 },
  initials: { width: 48, height: 24 },
  text: { width: 120, height: 18 },
  date: { width: 80, height: 18 },
  checkbox: { width: 14, height: 14 },
  name: { width: 150, height: 18 },
};

/** A page, counted from 1, and a box on it. */
export interface PlaceOnPage {
  readonly page: number;
  readonly box: Box;
}

/**
 * The boxes at a text of a document: at each of its occurrences, or the one that is asked for. A box that would leave
 * its page is moved back onto it, because whoever names a text does not know where on the page it stands.
 * @param text the document's, kept for further searches
 * @param param path of the placement, for refusals
 * @throws Failure `placement_invalid` naming the text, where it is not found or not so often
 */
export function markerPlaces(
  text: DocumentText,
  kind: PlacementKind,
  place: Extract<NewPlace, { by: "marker" }>,
  param: string,
): PlaceOnPage[] {
  const matches = searched(text, place.text, param);
  const { occurrence } = place;
  const wanted = occurrence === null ? matches : matches.slice(occurrence - 1, occurrence);
  if (wanted.length === 0) {
    const shown = JSON.stringify(place.text.slice(0, 80));
    const often = matches.length === 0 ? "does not stand in it" : `stands in it ${matches.length} times only`;
    throw new Failure("placement_invalid", `${param}.marker: the text ${shown} ${often}.`, { param });
  }
  return wanted.map((match) => ({ page: match.page, box: boxAt(text, kind, place, match, param) }));
}

/** What was found in a document, by text: many signers sign at the same one. */
const known = new WeakMap<DocumentText, Map<string, TextMatch[]>>();

function searched(text: DocumentText, marker: string, param: string): TextMatch[] {
  const found = known.get(text) ?? new Map<string, TextMatch[]>();
  known.set(text, found);
  const limit = placementLimits.markerTexts;
  if (!found.has(marker) && found.size >= limit) {
    const message = `${param}.marker: at most ${limit} different texts are looked for in a document.`;
    throw new Failure("placement_invalid", message, { param, extensions: { limit } });
  }
  const matches = found.get(marker) ?? search(text, marker, param);
  found.set(marker, matches);
  return matches;
}

function search(text: DocumentText, marker: string, param: string): TextMatch[] {
  try {
    // What a reader does not show of a page is no place for anything.
    return findText(text, { text: marker }).filter(({ onPage }) => onPage);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure("placement_invalid", `${param}.marker: ${error.message}`, { param, cause: error });
  }
}

function boxAt(
  text: DocumentText,
  kind: PlacementKind,
  place: Extract<NewPlace, { by: "marker" }>,
  match: TextMatch,
  param: string,
): Box {
  const view = viewSize(findPage(text.document, match.page));
  const least = leastSizes[kind];
  const { width, height } = place.size ?? {
    width: Math.min(Math.max(match.width, least.width), view.width),
    height: Math.min(Math.max(match.height, least.height), view.height),
  };
  if (width > view.width || height > view.height) {
    const size = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
    throw new Failure("placement_invalid", `${param} is larger than page ${match.page}, which is ${size}.`, {
      param,
    });
  }
  return {
    x: Math.min(Math.max(match.x + place.dx, 0), view.width - width),
    y: Math.min(Math.max(match.y + place.dy, 0), view.height - height),
    width,
    height,
  };
}
