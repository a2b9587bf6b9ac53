import { textOperators } from "../../appearance/textOperators.js";
import type { FontProgram } from "../../font/fontProgram.js";
import { FontUse } from "../../font/fontUse.js";
import { fontOf } from "../../shaping/fontRuns.js";
import { isSimple } from "../../shaping/scripts.js";
import type { SetGlyph, SetRun } from "../../shaping/setLine.js";
import type { Shaper } from "../../shaping/shaper.js";
import { Typeface } from "../../shaping/typeface.js";
import { stringCode } from "./stringCode.js";

/** A font of the document: its resource name, the glyphs that are used, and how much room its lines need, in ems. */
export interface DocumentFont {
  readonly name: string;
  readonly use: FontUse;
  readonly above: number;
  readonly below: number;
}

/** Codes of one font, as the characters of a string object. */
export interface Codes {
  readonly font: DocumentFont;
  codes: string;
  /** In ems. */
  width: number;
  /** How many codes. */
  count: number;
}

/** A part of a line that is ready to be shown; its width in ems. */
export interface SetWord {
  readonly width: number;
  readonly above: number;
  readonly below: number;
  /** Glyphs that follow one another by their widths. */
  readonly plain?: readonly Codes[];
  /** Glyphs that have places of their own: what shows them, at a size in points. */
  readonly operators?: (size: number) => string;
}

interface PlainGlyph {
  readonly font: DocumentFont;
  readonly advance: number;
  readonly code: string;
}

/** What stands in for a character that no font has. */
const REPLACEMENT = 0xfffd;
/** Characters below this are found by number: all of Latin, Greek and Cyrillic. */
const BY_NUMBER = 0x530;
/** Fonts say of themselves what they like; a line is never lower nor higher than this, in ems. */
const ABOVE = { least: 0.75, most: 1.6 };
const BELOW = { least: 0.2, most: 0.9 };

/** Letters, digits and signs that no other may belong to. */
const APART = /^[ -~]*$/;

/** Chooses the glyphs of one document's words, each only once. */
export class Typesetter {
  readonly typeface: Typeface;
  /** Characters that no font has. */
  readonly missing = new Set<string>();
  readonly #fonts = new Map<FontProgram, DocumentFont>();
  readonly #low: Array<PlainGlyph | undefined> = new Array(BY_NUMBER);
  readonly #high = new Map<number, PlainGlyph>();
  readonly #words = new Map<string, SetWord>();
  readonly #replacement: { font: FontProgram; glyph: number };

  constructor(fonts: readonly FontProgram[], shaper: Shaper | undefined) {
    this.typeface = new Typeface(fonts, shaper);
    const font = fontOf(fonts, REPLACEMENT);
    this.#replacement = { font, glyph: font.glyphOf(REPLACEMENT) };
    // The first font is the one after which empty lines are measured.
    this.font(fonts[0]!);
  }

  /** The fonts that are used, in the order of their names. */
  get fonts(): Iterable<DocumentFont> {
    return this.#fonts.values();
  }

  font(program: FontProgram): DocumentFont {
    const known = this.#fonts.get(program);
    if (known) return known;
    const { ascent, descent } = program.metrics;
    const font = {
      name: `F${this.#fonts.size}`,
      use: new FontUse(program),
      above: Math.min(ABOVE.most, Math.max(ABOVE.least, ascent / 1000)),
      below: Math.min(BELOW.most, Math.max(BELOW.least, -descent / 1000)),
    };
    this.#fonts.set(program, font);
    return font;
  }

  /**
   * Sets a part of a line that reads in one direction.
   * @throws EngineError `font_shaper_required`, `font_damaged`
   */
  word(text: string, rightToLeft: boolean): SetWord {
    const key = rightToLeft ? `\u200f${text}` : text;
    let word = this.#words.get(key);
    if (!word) {
      word = !rightToLeft && isSimple(text) ? this.#plain(text) : this.#shaped(text, rightToLeft);
      this.#words.set(key, word);
    }
    return word;
  }

  /**
   * How many UTF-16 units of a text are no wider than so many ems, where each character has a place of its own.
   * @param tracking what is added to each of them, in ems
   */
  fitting(text: string, ems: number, tracking: number): number | undefined {
    if (!APART.test(text)) return undefined;
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      width += this.#glyph(text.charCodeAt(i)).advance + tracking;
      if (width > ems) return i;
    }
    return text.length;
  }

  #plain(text: string): SetWord {
    let [width, above, below] = [0, 0, 0];
    const parts: Codes[] = [];
    let part: Codes | undefined;
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      const { font, advance, code } = this.#glyph(codePoint);
      width += advance;
      if (part?.font === font) {
        part.codes += code;
        part.width += advance;
        part.count++;
      } else {
        part = { font, codes: code, width: advance, count: 1 };
        parts.push(part);
        above = Math.max(above, font.above);
        below = Math.max(below, font.below);
      }
    }
    return { width, above, below, plain: parts };
  }

  #glyph(codePoint: number): PlainGlyph {
    const known = codePoint < BY_NUMBER ? this.#low[codePoint] : this.#high.get(codePoint);
    if (known) return known;
    const text = String.fromCodePoint(codePoint);
    let program = fontOf(this.typeface.fonts, codePoint);
    let glyph = program.glyphOf(codePoint);
    if (glyph === 0) {
      this.missing.add(text);
      ({ font: program, glyph } = this.#replacement);
    }
    const font = this.font(program);
    const made = { font, advance: program.advanceOf(glyph), code: stringCode(font.use.code(glyph, text)) };
    if (codePoint < BY_NUMBER) this.#low[codePoint] = made;
    else this.#high.set(codePoint, made);
    return made;
  }

  #shaped(text: string, rightToLeft: boolean): SetWord {
    const runs = this.typeface.setPart(text, rightToLeft).flatMap((run) => this.#complete(run));
    let [width, above, below] = [0, 0, 0];
    for (const { font, glyphs } of runs) {
      const entry = this.font(font);
      above = Math.max(above, entry.above);
      below = Math.max(below, entry.below);
      for (const { advance } of glyphs) width += advance;
    }
    return { width, above, below, operators: this.#operators(runs, width) };
  }

  /** Texts repeat their words: what shows one is made once for each size. */
  #operators(runs: readonly SetRun[], width: number): (size: number) => string {
    const made = new Map<number, string>();
    return (size) => {
      let operators = made.get(size);
      if (operators === undefined) {
        operators = textOperators({ runs, width, rightToLeft: false }, size, (program) => this.font(program));
        made.set(size, operators);
      }
      return operators;
    };
  }

  /** Puts the replacement where the font has no glyph: ISO 19005-3, 6.2.11.8 forbids that .notdef is shown. */
  #complete(run: SetRun): SetRun[] {
    if (!run.glyphs.some(({ glyph }) => lacks(glyph))) return [run];
    const runs: SetRun[] = [];
    for (const one of run.glyphs) {
      const { font, glyph } = lacks(one.glyph)
        ? this.#replaced(one, run.font)
        : { font: run.font, glyph: one };
      const last = runs.at(-1);
      if (last?.font === font) (last.glyphs as SetGlyph[]).push(glyph);
      else runs.push({ font, glyphs: [glyph] });
    }
    return runs;
  }

  #replaced(one: SetGlyph, own: FontProgram): { font: FontProgram; glyph: SetGlyph } {
    for (const character of one.text)
      if (fontOf(this.typeface.fonts, character.codePointAt(0)!).glyphOf(character.codePointAt(0)!) === 0)
        this.missing.add(character);
    // Of a letter with its marks, what the font has is drawn.
    if (typeof one.glyph !== "number")
      return { font: own, glyph: { ...one, glyph: one.glyph.filter(({ glyph }) => glyph !== 0) } };
    const { font, glyph } = this.#replacement;
    return { font, glyph: { glyph, text: one.text, advance: font.advanceOf(glyph), right: 0, up: 0 } };
  }
}

function lacks(glyph: SetGlyph["glyph"]): boolean {
  return typeof glyph === "number" ? glyph === 0 : glyph.some((part) => part.glyph === 0);
}
