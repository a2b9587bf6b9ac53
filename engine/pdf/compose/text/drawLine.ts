import { visualOrder } from "../../shaping/bidi.js";
import { type Style, trackingOf } from "./styledText.js";
import type { TextLine } from "./textLines.js";
import type { TextPiece } from "./textPieces.js";
import type { DocumentFont } from "./typesetter.js";

/** Type size in points of a space for which there is no room: some readers take none at all for a mistake. */
const LEAST_SPACE = 1;

/** Where text is shown. */
export interface TextTarget {
  /** Shows codes of a font, as the characters of a string object, from a place on the baseline on. */
  showCodes(x: number, y: number, style: Style, font: DocumentFont, codes: string): void;
  /** Shows text by operators that choose fonts and places themselves. */
  showOperators(x: number, y: number, style: Style, operators: string): void;
}

/** Where a link is on a line, and where it leads. */
export interface LinkExtent {
  readonly uri: string;
  readonly left: number;
  readonly right: number;
}

/**
 * Shows a line: its words at their places, in the order in which they are read (ISO 32000-1, 14.8.2.3), and the space at
 * its end, without which its last word and the next line's first would be read as one (14.8.2.5).
 *
 * @param x of its left end
 * @param y of its baseline
 * @param room at its end, in points: a space that would reach farther is made smaller
 * @param linked is told where a link begins and ends, or that none follows
 */
export function drawLine(
  target: TextTarget,
  line: TextLine,
  x: number,
  y: number,
  room: number,
  linked: (link: LinkExtent | undefined) => void,
): void {
  let look: Style | undefined;
  let font: DocumentFont | undefined;
  let codes = "";
  let [from, pen] = [x, x];
  let link: string | undefined;
  const flush = () => {
    if (look && font && codes !== "") target.showCodes(from, y, look, font, codes);
    codes = "";
  };
  const show = ({ style, word, width }: TextPiece, at: number) => {
    if (at !== pen) flush();
    pen = at;
    for (const part of word.plain ?? []) {
      if (codes === "" || look !== style || font !== part.font) {
        flush();
        [look, font, from] = [style, part.font, pen];
      }
      codes += part.codes;
      pen += (part.width + part.count * trackingOf(style)) * style.size;
    }
    pen = at + width;
    if (!word.operators) return;
    flush();
    target.showOperators(at, y, style, word.operators(style.size));
  };
  const { pieces, ending } = line;
  const places = placesOf(pieces, x);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const at = places?.[i] ?? pen;
    if (piece.style.link !== link) {
      flush();
      link = piece.style.link;
      linked(link === undefined ? undefined : linkFrom(pieces, places, i, at, link));
    }
    show(piece, at);
  }
  if (link !== undefined) {
    flush();
    linked(undefined);
  }
  if (ending) {
    const space = narrowed(ending, room);
    // Behind the line as it reads (UAX #9, L1).
    show(space, line.direction === "rtl" ? x - space.width : places ? x + line.width : pen);
  }
  flush();
}

function narrowed(space: TextPiece, room: number): TextPiece {
  const { style, width } = space;
  if (width <= room) return space;
  const size = Math.min(style.size, Math.max(LEAST_SPACE, (style.size * room) / width));
  return { ...space, style: { ...style, size }, width: (width * size) / style.size };
}

/** Where the pieces' left ends are; undefined where each follows the one before. */
function placesOf(pieces: readonly TextPiece[], x: number): number[] | undefined {
  if (!pieces.some(({ level }) => level > 0)) return undefined;
  let pen = x;
  const places = new Map<TextPiece, number>();
  for (const piece of visualOrder([...pieces])) {
    places.set(piece, pen);
    pen += piece.width;
  }
  return pieces.map((piece) => places.get(piece)!);
}

/** A link from its first piece on the line on. */
function linkFrom(
  pieces: readonly TextPiece[],
  places: readonly number[] | undefined,
  first: number,
  x: number,
  uri: string,
): LinkExtent {
  let [left, right, pen] = [x, x, x];
  for (let i = first; i < pieces.length && pieces[i]!.style.link === uri; i++) {
    const at = places?.[i] ?? pen;
    pen = at + pieces[i]!.width;
    left = Math.min(left, at);
    right = Math.max(right, pen);
  }
  return { uri, left, right };
}
