import type { RunPart } from "../glyphBox.js";
import type { TextLine } from "../layout/textLine.js";
import type { GlyphFolding } from "./foldText.js";
import {
  joinPieces,
  LINE_END,
  type LineGlyph,
  type LineText,
  NO_GLYPH,
  type Piece,
  piecesOf,
  seenText,
} from "./lineText.js";
import { hasRightToLeft, logicalOrders } from "./logicalOrder.js";
import { type FoundPart, findParts } from "./searchPattern.js";

/** A place where a text was found: what stands there, and the parts of runs that show it. */
export interface FoundText {
  readonly text: string;
  readonly parts: readonly RunPart[];
}

/** Glyphs that stand for more characters than this are parted where a match begins or ends within them. */
const LIGATURE = 4;

/** Finds a pattern within each line, in the order in which it is seen and in those in which it may be read. */
export function* findInLines(
  lines: readonly TextLine[],
  pattern: RegExp,
  folding: GlyphFolding,
): Generator<FoundText> {
  const fold = (text: string) => folding.fold(text);
  for (const line of lines) {
    const seen = seenText(line, fold);
    if (!hasRightToLeft(seen) && seen.search(pattern) < 0) continue;
    const glyphs: LineGlyph[] = [];
    const pieces = piecesOf(line, fold, glyphs);
    for (const order of [pieces, ...logicalOrders(pieces)]) yield* findIn(joinPieces(order), glyphs, pattern);
  }
}

/** Finds a pattern in all lines together, one after the other as they were shown. */
export function* findAcrossLines(
  lines: readonly TextLine[],
  pattern: RegExp,
  folding: GlyphFolding,
): Generator<FoundText> {
  const glyphs: LineGlyph[] = [];
  const seen: Piece[] = [];
  const read: Piece[] = [];
  for (const line of lines) {
    const pieces = piecesOf(line, (text) => folding.fold(text), glyphs);
    const end = { text: LINE_END, NO_GLYPH, owner: NO_GLYPH };
    for (const piece of pieces) seen.push(piece);
    for (const piece of logicalOrders(pieces)[1] ?? pieces) read.push(piece);
    seen.push(end);
    read.push(end);
  }
  yield* findIn(joinPieces(seen), glyphs, pattern);
  yield* findIn(joinPieces(read), glyphs, pattern);
}

function* findIn(line: LineText, glyphs: readonly LineGlyph[], pattern: RegExp): Generator<FoundText> {
  for (const found of findParts(pattern, line)) yield describe(line, glyphs, found);
}

function describe(line: LineText, glyphs: readonly LineGlyph[], { first, last }: FoundPart): FoundText {
  const { owners } = line;
  const parts: RunPart[] = [];
  let text = "";
  for (let at = first; at <= last; ) {
    const owner = owners[at]!;
    let end = at;
    while (end < last && owners[end + 1] === owner) end++;
    if (owner === NO_GLYPH) text += text.endsWith(" ") ? "" : " ";
    else {
      const { run, index } = glyphs[owner]!;
      text += run.texts[index];
      parts.push({ run, ...reachOf(line, at, end, run.starts[index]!, run.ends[index]!) });
    }
    at = end + 1;
  }
  return { text: text.trim(), parts };
}

/** Where the code units from `first` to `last`, all of one glyph, begin and end along its run. */
function reachOf(
  { owners }: LineText,
  first: number,
  last: number,
  start: number,
  end: number,
): { start: number; end: number } {
  let from = first;
  let to = last;
  while (from > 0 && owners[from - 1] === owners[first]) from--;
  while (to + 1 < owners.length && owners[to + 1] === owners[first]) to++;
  const units = to - from + 1;
  if (units <= LIGATURE) return { start, end };
  const unit = (end - start) / units;
  return { start: start + (first - from) * unit, end: start + (last + 1 - from) * unit };
}
