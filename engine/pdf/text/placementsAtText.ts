import { EngineError } from "../../error.js";
import type { PdfPage } from "../page.js";
import { findPage } from "../pageTree.js";
import { type Placement, viewSize } from "../viewPlacement.js";
import { type DocumentText, openTextOnce, type TextSource } from "./documentText.js";
import { matchesByPage, type TextMatch, type TextQuery } from "./findText.js";

/** Where a placement is, seen from the marker: upon it, beside it, or about it. */
export type Anchor = "at" | "above" | "below" | "left" | "right" | "center";

/** A marker in the text of a document, and the box that goes where it stands. */
export interface MarkerPlacement extends Omit<TextQuery, "text"> {
  /** The text to look for, such as `[[sign:1]]` or `Signature:`. */
  readonly marker: string;
  /**
   * `at` (absent): the box's lower left corner is the marker's. `above`, `below`: flush left with it. `left`, `right`:
   * at the height of its middle. `center`: about its middle.
   */
  readonly anchor?: Anchor;
  /** Points by which the box is moved from there, as the reader sees the page. */
  readonly offset?: { readonly right?: number; readonly up?: number };
  /** Of the box, in points. */
  readonly width: number;
  readonly height: number;
  /** Which of the places where the marker stands, in the order of reading; a number counts from 1. Absent: the first. */
  readonly occurrence?: "first" | "last" | "all" | number;
  /** What becomes of a box that leaves the page: it is moved back onto it (absent), or refused. */
  readonly outside?: "move" | "refuse";
}

/**
 * Placements for signatures where a marker stands in the text of a document: at one place, or with `all` at each.
 * @param source the whole file, or it opened; openText() keeps what several searches share
 * @returns at least one placement, in the order of pages and of reading
 * @throws EngineError `pdf_text_not_found` when the marker does not stand there, or not so many times;
 *   `pdf_placement_invalid` when a box has no area, is larger than its page, or leaves it and shall not be moved; and
 *   what findText() throws
 */
export function placementsAtText(source: TextSource, wanted: MarkerPlacement): Placement[] {
  const { width, height } = wanted;
  if (!(width > 0) || !(height > 0) || !Number.isFinite(width + height)) {
    throw new EngineError("pdf_placement_invalid", "A placement needs a width and a height above 0 points.");
  }
  const text = openTextOnce(source, wanted.limits);
  return selectMatches(text, wanted).map((match) =>
    place(findPage(text.document, match.page), match, wanted),
  );
}

/** No page is read behind the one that has the match. */
function selectMatches(text: DocumentText, wanted: MarkerPlacement): TextMatch[] {
  const { marker, occurrence = "first" } = wanted;
  const number = occurrence === "first" ? 1 : occurrence;
  const found: TextMatch[] = [];
  for (const matches of matchesByPage(text, { ...wanted, text: marker, origin: "bottom-left" })) {
    // What a reader does not show of a page is no place for a signature.
    found.push(...matches.filter(({ onPage }) => onPage));
    if (typeof number === "number" && found.length >= number) break;
  }
  const selected =
    number === "all" ? found : number === "last" ? found.slice(-1) : found.slice(number - 1, number);
  if (selected.length === 0) throw notFound(text, wanted, found.length);
  return selected;
}

function notFound(text: DocumentText, { marker, page }: MarkerPlacement, times: number): EngineError {
  const where = page === undefined ? "in the PDF" : `on page ${page}`;
  const often = times === 0 ? "does not stand" : `stands only ${times} time${times === 1 ? "" : "s"}`;
  const unknown = text.unknownCharacters;
  const unread =
    unknown === 0
      ? ""
      : ` ${unknown} characters could not be read, for their fonts do not say what they are.`;
  return new EngineError(
    "pdf_text_not_found",
    `The text ${JSON.stringify(marker.slice(0, 80))} ${often} ${where}.${unread}`,
  );
}

function place(page: PdfPage, match: TextMatch, wanted: MarkerPlacement): Placement {
  const { width, height, offset, outside = "move", origin = "top-left" } = wanted;
  const corner = anchored(match, wanted);
  const left = corner.x + (offset?.right ?? 0);
  const bottom = corner.y + (offset?.up ?? 0);
  const view = viewSize(page);
  const x = Math.max(0, Math.min(left, view.width - width));
  const y = Math.max(0, Math.min(bottom, view.height - height));
  const isMoved = Math.abs(x - left) > TOLERANCE || Math.abs(y - bottom) > TOLERANCE;
  const isTooLarge = width > view.width || height > view.height;
  if (isTooLarge || (isMoved && outside === "refuse") || !Number.isFinite(x + y)) {
    const size = `${Math.round(view.width)} by ${Math.round(view.height)} points`;
    throw new EngineError(
      "pdf_placement_invalid",
      `The placement at ${JSON.stringify(wanted.marker.slice(0, 80))} leaves page ${match.page}, which is ${size}.`,
    );
  }
  return {
    page: match.page,
    x,
    y: origin === "bottom-left" ? y : view.height - y - height,
    width,
    height,
    origin,
  };
}

/** Points by which a box may leave a page unseen. */
const TOLERANCE = 0.01;

/** The lower left corner of the box, counted from that of the page, as the match is. */
function anchored(
  match: TextMatch,
  { anchor = "at", width, height }: MarkerPlacement,
): { x: number; y: number } {
  const middleX = match.x + match.width / 2 - width / 2;
  const middleY = match.y + match.height / 2 - height / 2;
  switch (anchor) {
    case "at":
      return { x: match.x, y: match.y };
    case "above":
      return { x: match.x, y: match.y + match.height };
    case "below":
      return { x: match.x, y: match.y - height };
    case "left":
      return { x: match.x - width, y: middleY };
    case "right":
      return { x: match.x + match.width, y: middleY };
    case "center":
      return { x: middleX, y: middleY };
  }
}
