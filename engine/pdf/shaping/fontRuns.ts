import type { FontProgram } from "../font/fontProgram.js";
import { isMark, isNeutral, mustBeShaped } from "./scripts.js";

/** A part of a text that one font draws in one way: UTF-16 indices, `end` behind the last. */
export interface FontRun {
  readonly font: FontProgram;
  readonly start: number;
  end: number;
  /** `must`: illegible without a shaper; `may`: better with one; `no`: a glyph a character. */
  shaping: "must" | "may" | "no";
}

/**
 * Parts a text by font and by the need of shaping: each character goes to the first font that has it, marks and
 * joiners go with their letter, and what no font has is drawn as the first font's box.
 *
 * @param fonts in order of preference, at least one
 * @param text logical order
 * @param from first index
 * @param to index behind the last
 */
export function fontRuns(fonts: readonly FontProgram[], text: string, from: number, to: number): FontRun[] {
  const runs: FontRun[] = [];
  let current: FontRun | undefined;
  for (let at = from; at < to; ) {
    const codePoint = text.codePointAt(at)!;
    const character = String.fromCodePoint(codePoint);
    const end = at + character.length;
    const joins = isMark(character) || character === "\u200c" || character === "\u200d";
    const stays =
      current && (joins || isNeutral(character)) && (joins || current.font.glyphOf(codePoint) !== 0);
    const font = stays ? current!.font : fontOf(fonts, codePoint);
    const must = font.glyphOf(codePoint) !== 0 && mustBeShaped(character);
    const sameWay = current?.font === font && (stays || must === (current.shaping === "must"));
    if (current && sameWay) {
      current.end = end;
      if (must) current.shaping = "must";
      else if (joins && current.shaping === "no") current.shaping = "may";
    } else {
      current = { font, start: at, end, shaping: must ? "must" : joins ? "may" : "no" };
      runs.push(current);
    }
    at = end;
  }
  return runs;
}

/** The first font that has a character, else the first of all. */
export function fontOf(fonts: readonly FontProgram[], codePoint: number): FontProgram {
  for (const font of fonts) if (font.glyphOf(codePoint) !== 0) return font;
  return fonts[0]!;
}
