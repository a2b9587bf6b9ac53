import type { TextLine } from "../layout/textLine.js";
import type { TextRun } from "../layout/textRun.js";

/** Where nothing is shown: a gap that may be a space or loose setting, and one that is surely more than none. */
export const GAP = "\u{1}";
export const WIDE_GAP = "\u{2}";
/** Between two lines. */
export const LINE_END = "\u{3}";

/** The glyph that a gap comes from. */
export const NO_GLYPH = -1;

/** Gaps in ems: what is narrower is kerning, what is broader parts words. */
const GAP_EMS = 0.1;
const WIDE_GAP_EMS = 1;

/** A glyph of a line. */
export interface LineGlyph {
  readonly run: TextRun;
  readonly index: number;
}

/** The text of a line (or of lines) as it is searched, and which glyph each of its UTF-16 code units comes from. */
export interface LineText {
  readonly text: string;
  /** For each code unit, the index of its glyph; NO_GLYPH of a gap. */
  readonly owners: readonly number[];
}

/** A glyph or a gap: what it stands for, and the index of its glyph; NO_GLYPH of a gap. */
export interface Piece {
  readonly text: string;
  readonly owner: number;
}

/** Calls `visit` for each glyph of a line, as they are seen, with what stands for the gap before it: GAP, WIDE_GAP or "". */
function visitGlyphs(line: TextLine, visit: (gap: string, run: TextRun, index: number) => void): void {
  let before: TextRun | undefined;
  for (const run of line.runs) {
    const { texts, starts, ends, em } = run;
    for (let index = 0; index < texts.length; index++) {
      let gap = 0;
      if (index > 0) gap = (starts[index]! - ends[index - 1]!) / em;
      else if (before !== undefined) gap = gapBetween(before, run);
      visit(gap <= GAP_EMS ? "" : gap > WIDE_GAP_EMS ? WIDE_GAP : GAP, run, index);
    }
    before = run;
  }
}

/**
 * A line's text as it is seen, to be searched before more is made of it.
 * @param fold gives a glyph's text as it shall stand there
 */
export function seenText(line: TextLine, fold: (text: string) => string): string {
  let text = "";
  visitGlyphs(line, (gap, run, index) => {
    text += gap + fold(run.texts[index]!);
  });
  return text;
}

/**
 * The glyphs of a line as they are seen, from its beginning to its end, with the gaps between them.
 * @param fold gives a glyph's text as it shall stand in its piece
 * @param glyphs to which the line's glyphs are added; pieces count from its beginning
 */
export function piecesOf(line: TextLine, fold: (text: string) => string, glyphs: LineGlyph[]): Piece[] {
  const pieces: Piece[] = [];
  visitGlyphs(line, (gap, run, index) => {
    if (gap !== "") pieces.push({ text: gap, owner: NO_GLYPH });
    pieces.push({ text: fold(run.texts[index]!), owner: glyphs.length });
    glyphs.push({ run, index });
  });
  return pieces;
}

/** Puts pieces together, as they stand. */
export function joinPieces(pieces: readonly Piece[]): LineText {
  let text = "";
  const owners: number[] = [];
  for (const piece of pieces) {
    text += piece.text;
    for (let i = 0; i < piece.text.length; i++) owners.push(piece.owner);
  }
  return { text, owners };
}

/** Along the direction of the first run, in ems of the larger font. */
function gapBetween(before: TextRun, after: TextRun): number {
  const { alongX, alongY } = before;
  const unit = Math.hypot(alongX, alongY);
  const end = before.ends.at(-1)!;
  const start = after.starts[0]!;
  const x = after.originX + after.alongX * start - before.originX - alongX * end;
  const y = after.originY + after.alongY * start - before.originY - alongY * end;
  const em = Math.max(before.em * unit, after.em * Math.hypot(after.alongX, after.alongY));
  return (x * alongX + y * alongY) / unit / em;
}
