import { trackingOf } from "./styledText.js";
import { pieceOf, type TextPiece } from "./textPieces.js";
import type { Typesetter } from "./typesetter.js";

/** A line that fits its column. Lengths in points. */
export interface TextLine {
  /** In logical order, without the spaces at its end. */
  readonly pieces: readonly TextPiece[];
  /** The space that parts it from the next line: shown after it for whoever reads the text, and no part of its width. */
  readonly ending: TextPiece | undefined;
  readonly width: number;
  /** From its top to its baseline, and from there to its bottom. */
  readonly above: number;
  readonly below: number;
  readonly direction: "ltr" | "rtl";
}

/** What is wider than a column begins where it stands if so much of the column is left, else on a new line. */
const WORTH_BEGINNING = 1 / 3;
/** A break after one of these is looked for in the last part of a line. */
const GOOD_BREAK = /[/\-_.@&=?:,;+|)\]}]/;
const LOOKED_FOR_FROM = 0.6;
/** What must not be parted from what is before it. */
const FOLLOWS = /^[\p{M}\p{Cf}\p{Sk}]/u;
/** A rounding error is no reason for a new line. */
const TOLERANCE = 0.001;

/** A word, which may have several pieces. */
interface Word {
  readonly pieces: readonly TextPiece[];
  readonly width: number;
}

/**
 * Breaks pieces into lines that are never wider than their column: at spaces and between ideographs; within a word only
 * where it is wider than the column, then best after punctuation, and never within a character as a reader counts them.
 *
 * @param pieces of one styled line, not empty
 * @param column its width in points, more than 0
 */
export function breakLines(
  typesetter: Typesetter,
  pieces: readonly TextPiece[],
  column: number,
  direction: "ltr" | "rtl",
): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextPiece[] = [];
  let width = 0;
  let spaces: TextPiece[] = [];
  const finish = () => {
    const made = lineOf(line, width, direction);
    lines.push(spaces.length > 0 ? withSpace(typesetter, made) : made);
    [line, width, spaces] = [[], 0, []];
  };
  const place = (word: Word) => {
    for (const space of spaces) width += space.width;
    line.push(...spaces, ...word.pieces);
    width += word.width;
    spaces = [];
  };
  for (const word of wordsOf(pieces)) {
    if (word.pieces[0]!.space) {
      if (line.length > 0) spaces.push(...word.pieces);
      continue;
    }
    const left = column - width - spaces.reduce((sum, space) => sum + space.width, 0);
    if (word.width <= left + TOLERANCE) {
      place(word);
      continue;
    }
    if (word.width <= column + TOLERANCE) {
      finish();
      place(word);
      continue;
    }
    if (line.length > 0 && left < column * WORTH_BEGINNING) finish();
    for (let rest: Word | undefined = word; rest; ) {
      const room: number = line.length > 0 ? left : column;
      const [head, tail]: [Word | undefined, Word | undefined] = cut(
        typesetter,
        rest,
        room,
        line.length === 0,
      );
      if (head) place(head);
      if (tail) finish();
      rest = tail;
    }
  }
  if (line.length > 0 || lines.length === 0) finish();
  return lines;
}

function* wordsOf(pieces: readonly TextPiece[]): Generator<Word> {
  let word: TextPiece[] = [];
  let width = 0;
  for (const piece of pieces) {
    if (word.length > 0 && (piece.mayBreak || piece.space || word[0]!.space)) {
      yield { pieces: word, width };
      [word, width] = [[], 0];
    }
    word.push(piece);
    width += piece.width;
  }
  if (word.length > 0) yield { pieces: word, width };
}

/** As much of a word as has room, at least a character of it where `must`; and what is left. */
function cut(
  typesetter: Typesetter,
  { pieces }: Word,
  room: number,
  must: boolean,
): [head: Word | undefined, tail: Word | undefined] {
  const head: TextPiece[] = [];
  let left = room;
  for (const [i, piece] of pieces.entries()) {
    if (piece.width <= left + TOLERANCE) {
      head.push(piece);
      left -= piece.width;
      continue;
    }
    const { text } = piece;
    const kept = fitting(typesetter, piece, left, must && head.length === 0);
    const after = pieces.slice(i + 1);
    if (kept === 0) return [wordOf(head), wordOf([piece, ...after])];
    head.push(shrunk(piecePart(typesetter, piece, text.slice(0, kept)), room));
    const rest = kept === text.length ? [] : [piecePart(typesetter, piece, text.slice(kept))];
    return [wordOf(head), wordOf([...rest, ...after])];
  }
  return [wordOf(head), undefined];
}

/** How much of a piece's text has room, in UTF-16 units, a good place to break preferred. */
function fitting(typesetter: Typesetter, piece: TextPiece, room: number, must: boolean): number {
  const { text, style } = piece;
  const plain = typesetter.fitting(text, (room + TOLERANCE) / style.size, trackingOf(style));
  const fits = plain ?? measured(typesetter, piece, room);
  if (fits === 0) return must ? firstCharacter(text) : 0;
  for (let i = fits; i > fits * LOOKED_FOR_FROM && i < text.length; i--)
    if (GOOD_BREAK.test(text[i - 1]!) && !FOLLOWS.test(text.slice(i, i + 2))) return i;
  return fits;
}

/** By halving; what a part of a word is like cannot be told but by setting it. */
function measured(typesetter: Typesetter, piece: TextPiece, room: number): number {
  const ends: number[] = [0];
  for (const character of graphemes(piece.text)) ends.push(ends.at(-1)! + character.length);
  let fits = 0;
  let tooMany = ends.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const { width } = piecePart(typesetter, piece, piece.text.slice(0, ends[middle]));
    if (width <= room + TOLERANCE) fits = middle;
    else tooMany = middle;
  }
  return ends[fits]!;
}

function piecePart(typesetter: Typesetter, piece: TextPiece, text: string): TextPiece {
  return pieceOf(typesetter, text, piece.style, piece.level, false, false);
}

/** There are characters as wide as ten: one that is wider than the column becomes smaller. */
function shrunk(piece: TextPiece, room: number): TextPiece {
  if (piece.width <= room + TOLERANCE) return piece;
  const size = (piece.style.size * room) / piece.width;
  return { ...piece, style: { ...piece.style, size }, width: room };
}

function wordOf(pieces: readonly TextPiece[]): Word | undefined {
  if (pieces.length === 0) return undefined;
  return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) };
}

function lineOf(pieces: readonly TextPiece[], width: number, direction: "ltr" | "rtl"): TextLine {
  let [above, below] = [0, 0];
  for (const { word, style } of pieces) {
    above = Math.max(above, word.above * style.size);
    below = Math.max(below, word.below * style.size);
  }
  return { pieces, width, above, below, direction, ending: undefined };
}

/** A line with the space that parts it from the next, in the style of its last word: it must not be higher. */
export function withSpace(typesetter: Typesetter, line: TextLine): TextLine {
  const last = line.pieces.at(-1);
  if (line.ending || !last) return line;
  return { ...line, ending: pieceOf(typesetter, " ", last.style, last.level, true, false) };
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader counts them: letters with their marks. */
function* graphemes(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function firstCharacter(text: string): number {
  return graphemes(text).next().value?.length ?? text.length;
}
