import type { TextRun } from "../layout/textRun.js";

/** Accents that are shown by themselves, and the marks that they are upon a letter (Unicode, Combining Diacritical Marks). */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["`", "\u{300}"],
  ["\u{b4}", "\u{301}"],
  ["^", "\u{302}"],
  ["\u{2c6}", "\u{302}"],
  ["~", "\u{303}"],
  ["\u{2dc}", "\u{303}"],
  ["\u{af}", "\u{304}"],
  ["\u{2d8}", "\u{306}"],
  ["\u{2d9}", "\u{307}"],
  ["\u{a8}", "\u{308}"],
  ["\u{2da}", "\u{30a}"],
  ["\u{2dd}", "\u{30b}"],
  ["\u{2c7}", "\u{30c}"],
  ["\u{b8}", "\u{327}"],
  ["\u{2db}", "\u{328}"],
]);

const LETTER = /^\p{L}$/u;

/**
 * Joins an accent and a letter that are shown at the same place, as TeX does with fonts that lack accented letters.
 * @param text of the glyph that is shown next, from `start` to `end`
 * @returns whether the run's last glyph now stands for both
 */
export function joinAccent(run: TextRun, text: string, start: number, end: number): boolean {
  const last = run.texts.length - 1;
  const before = run.texts[last];
  if (before === undefined) return false;
  const accent = MARKS.get(before);
  if (accent !== undefined && LETTER.test(text)) {
    const middle = (run.starts[last]! + run.ends[last]!) / 2;
    if (middle < start || middle > end) return false;
    run.texts[last] = text + accent;
    run.starts[last] = start;
    run.ends[last] = end;
    return true;
  }
  const mark = MARKS.get(text);
  const middle = (start + end) / 2;
  if (mark === undefined || !LETTER.test(before) || middle < run.starts[last]! || middle > run.ends[last]!)
    return false;
  run.texts[last] = before + mark;
  return true;
}
