import { embeddingLevels } from "../../shaping/bidi.js";
import { breakIntoWords } from "../../shaping/lineBreaks.js";
import { mayReadRightToLeft } from "../../shaping/scripts.js";
import { isIsolate, type Style, type StyledLine, trackingOf } from "./styledText.js";
import type { SetWord, Typesetter } from "./typesetter.js";

/**
 * UTF-16 units of a piece, about. Threat: a "word" of ten thousand letters, which would be shaped again, whole, for each
 * line that it is broken into.
 */
const LONGEST = 256;
/** What belongs to the character before it. */
const FOLLOWS = /[\p{M}\p{Cf}\p{Sk}\udc00-\udfff]/u;

/** A part of a line in one style and one direction; its width in points. */
export interface TextPiece {
  readonly text: string;
  readonly style: Style;
  /** The embedding level (UAX #9): odd where it reads from the right. */
  readonly level: number;
  readonly word: SetWord;
  readonly width: number;
  readonly space: boolean;
  /** Whether a line may be broken before it. */
  readonly mayBreak: boolean;
}

/**
 * Parts a line into words, and words where the style or the direction changes.
 *
 * @throws EngineError `font_shaper_required`, `font_damaged`
 */
export function textPieces(typesetter: Typesetter, { text, spans, direction }: StyledLine): TextPiece[] {
  const pieces: TextPiece[] = [];
  const mixed = direction === "rtl" || mayReadRightToLeft(text);
  const levels = mixed ? embeddingLevels(text, direction) : undefined;
  let at = 0;
  let span = 0;
  const add = (from: number, to: number, space: boolean, mayBreak: boolean) => {
    while (span < spans.length - 1 && spans[span]!.end <= from) span++;
    const { style } = spans[span]!;
    const part = text.slice(from, to);
    pieces.push(pieceOf(typesetter, part, style, levels?.[from] ?? 0, space, mayBreak));
  };
  for (const { text: word, spaced } of breakIntoWords(text)) {
    if (spaced) add(at, ++at, true, false);
    const end = at + word.length;
    let mayBreak = pieces.length > 0;
    for (let from = at; from < end; ) {
      if (isIsolate(text[from]!)) {
        from++;
        continue;
      }
      const to = pieceEnd(text, from, end, spans, span, levels);
      add(from, to, false, mayBreak);
      mayBreak = false;
      from = to;
    }
    at = end;
  }
  return pieces;
}

/** A piece with its glyphs. */
export function pieceOf(
  typesetter: Typesetter,
  text: string,
  style: Style,
  level: number,
  space: boolean,
  mayBreak: boolean,
): TextPiece {
  const word = typesetter.word(text, level % 2 === 1 && !space);
  const tracking = trackingOf(style);
  let ems = word.width;
  if (tracking > 0) for (const { count } of word.plain ?? []) ems += count * tracking;
  return { text, style, level, word, width: ems * style.size, space, mayBreak };
}

function pieceEnd(
  text: string,
  from: number,
  end: number,
  spans: StyledLine["spans"],
  span: number,
  levels: Uint8Array | undefined,
): number {
  let index = span;
  while (index < spans.length - 1 && spans[index]!.end <= from) index++;
  const most = Math.min(end, index === spans.length - 1 ? end : spans[index]!.end);
  let to = from + 1;
  while (to < most && !isIsolate(text[to]!) && (!levels || levels[to] === levels[from])) {
    if (to - from >= LONGEST && !FOLLOWS.test(text[to]!)) break;
    to++;
  }
  return to;
}
