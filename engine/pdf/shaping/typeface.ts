import { EngineError } from "../../error.js";
import type { FontProgram } from "../font/fontProgram.js";
import { type Extent, glyphExtent, partsExtent } from "../font/glyphExtent.js";
import { mirrored, orderLine } from "./bidi.js";
import { type FontRun, fontOf, fontRuns } from "./fontRuns.js";
import { isSimple, mayReadRightToLeft } from "./scripts.js";
import type { SetGlyph, SetLine, SetRun } from "./setLine.js";
import { shapedRuns } from "./shapedRuns.js";
import type { Shaper } from "./shaper.js";

export type Direction = "auto" | "ltr" | "rtl";

/** One font or several of which each draws what those before it lack, and what places their glyphs. */
export class Typeface {
  readonly fonts: readonly FontProgram[];
  /** Of the first font, in ems. */
  readonly capHeight: number;
  /** Lines that have been set, because what is measured first is drawn afterwards; kept as long as the typeface. */
  readonly #known = new Map<string, SetLine>();

  /**
   * @param fonts in order of preference, at least one
   * @param shaper for scripts that need one
   */
  constructor(
    fonts: FontProgram | readonly FontProgram[],
    readonly shaper?: Shaper,
  ) {
    this.fonts = Array.isArray(fonts) ? fonts : [fonts as FontProgram];
    const [first] = this.fonts;
    if (!first) throw new RangeError("Text needs at least one font.");
    this.capHeight = first.metrics.capHeight / 1000;
  }

  /**
   * Chooses and places the glyphs of a line, from left to right as it is seen.
   *
   * @param text one line, as `shownText` gives it
   * @param direction of the paragraph it is in
   * @throws EngineError `font_shaper_required` when there is no shaper and the text is illegible without one;
   *   `font_damaged`
   */
  set(text: string, direction: Direction = "auto"): SetLine {
    if (isSimple(text) && direction !== "rtl") return this.#line(this.#simple(text), false);
    const key = `${direction} ${text}`;
    let line = this.#known.get(key);
    if (!line) {
      line = this.#order(text, direction);
      this.#known.set(key, line);
    }
    return line;
  }

  #order(text: string, direction: Direction): SetLine {
    if (!mayReadRightToLeft(text) && direction !== "rtl")
      return this.#line(this.#directional(text, 0, text.length, false), false);
    const { runs, rightToLeft } = orderLine(text, direction);
    const set = runs.flatMap((run) => this.#directional(text, run.start, run.end, run.rightToLeft));
    return this.#line(set, rightToLeft);
  }

  /**
   * Chooses and places the glyphs of a part of a line that reads in one direction.
   * @returns its runs, from left to right
   * @throws EngineError as `set`
   */
  setPart(text: string, rightToLeft: boolean): readonly SetRun[] {
    return this.#directional(text, 0, text.length, rightToLeft);
  }

  /** The width of a line in ems. @throws EngineError as `set` */
  widthOf(text: string): number {
    if (!isSimple(text)) return this.set(text).width;
    let width = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0)!;
      const font = fontOf(this.fonts, codePoint);
      width += font.advanceOf(font.glyphOf(codePoint));
    }
    return width;
  }

  /** How far a line's ink reaches above and below its baseline, in ems. @throws EngineError as `set` */
  extentOf(text: string, direction?: Direction): Extent {
    let above = 0;
    let below = 0;
    if (isSimple(text)) {
      for (const character of text) {
        const codePoint = character.codePointAt(0)!;
        const font = fontOf(this.fonts, codePoint);
        const extent = glyphExtent(font, font.glyphOf(codePoint));
        if (extent.above > above) above = extent.above;
        if (extent.below > below) below = extent.below;
      }
      return { above, below };
    }
    for (const { font, glyphs } of this.set(text, direction).runs)
      for (const { glyph, up } of glyphs) {
        const extent = typeof glyph === "number" ? glyphExtent(font, glyph) : partsExtent(font, glyph);
        above = Math.max(above, extent.above + up);
        below = Math.max(below, extent.below - up);
      }
    return { above, below };
  }

  #line(runs: readonly SetRun[], rightToLeft: boolean): SetLine {
    let width = 0;
    for (const { glyphs } of runs) for (const { advance } of glyphs) width += advance;
    return { runs, width, rightToLeft };
  }

  /** Left to right, a glyph a character, a run for each change of font. */
  #simple(text: string): SetRun[] {
    const runs: Array<{ font: FontProgram; glyphs: SetGlyph[] }> = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0)!;
      const font = fontOf(this.fonts, codePoint);
      let run = runs.at(-1);
      if (run?.font !== font) {
        run = { font, glyphs: [] };
        runs.push(run);
      }
      run.glyphs.push(plainGlyph(font, codePoint, character));
    }
    return runs;
  }

  /** A part that reads in one direction, in visual order. */
  #directional(text: string, start: number, end: number, rightToLeft: boolean): SetRun[] {
    const runs = fontRuns(this.fonts, text, start, end);
    if (rightToLeft) runs.reverse();
    return runs.flatMap((run) => this.#run(run, text.slice(run.start, run.end), rightToLeft));
  }

  #run({ font, shaping }: FontRun, text: string, rightToLeft: boolean): SetRun[] {
    if (shaping !== "no" && this.shaper) return shapedRuns(this.shaper, font, text, rightToLeft);
    if (shaping === "must")
      throw new EngineError(
        "font_shaper_required",
        `The text ${quoted(text)} cannot be drawn without a shaper.`,
      );
    const characters = Array.from(text);
    if (!rightToLeft)
      return [{ font, glyphs: characters.map((one) => plainGlyph(font, one.codePointAt(0)!, one)) }];
    const glyphs = characters.reverse().map((one) => plainGlyph(font, mirrored(one).codePointAt(0)!, one));
    return [{ font, glyphs }];
  }
}

function plainGlyph(font: FontProgram, codePoint: number, text: string): SetGlyph {
  const glyph = font.glyphOf(codePoint);
  return { glyph, text, advance: font.advanceOf(glyph), right: 0, up: 0 };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
