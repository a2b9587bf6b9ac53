import type { Extent } from "../font/glyphExtent.js";
import { shownText } from "../font/shownText.js";
import { readingDirection } from "../shaping/bidi.js";
import { breakIntoWords, type Word } from "../shaping/lineBreaks.js";
import { isSimple } from "../shaping/scripts.js";
import type { Typeface } from "../shaping/typeface.js";

/** Longer texts are cut before they are measured, unless told otherwise; no name or date is as long. */
const MAX_CHARACTERS = 200;
const ELLIPSIS = "…";

/** One row of a paragraph. */
export interface Row {
  readonly text: string;
  /** In ems. */
  readonly width: number;
}

/** A text whose words have been measured once, and that can then be broken into rows at any size. */
export class Paragraph {
  readonly #words: readonly Word[];
  readonly #widths: readonly number[];
  readonly #space: number;
  /** The width of the whole text in one row, in ems. */
  readonly width: number;
  /** How far its ink reaches from its baseline, in ems. */
  readonly extent: Extent;
  /** That of its first letter; undefined where it has none. */
  readonly direction: "ltr" | "rtl" | undefined;

  /** @throws EngineError `font_shaper_required`, `font_damaged` */
  constructor(
    readonly typeface: Typeface,
    text: string,
    maxCharacters = MAX_CHARACTERS,
  ) {
    const shown = shownText(text);
    const bounded =
      shown.length <= maxCharacters ? shown : Array.from(shown).slice(0, maxCharacters).join("").trimEnd();
    this.#words = breakIntoWords(bounded);
    this.#widths = this.#words.map((word) => typeface.widthOf(word.text));
    this.#space = typeface.widthOf(" ");
    this.width = this.#words.reduce(
      (sum, { spaced }, i) => sum + this.#widths[i]! + (spaced ? this.#space : 0),
      0,
    );
    this.direction = isSimple(bounded) && /[A-Za-z]/.test(bounded) ? "ltr" : readingDirection(bounded);
    this.extent = typeface.extentOf(bounded, this.direction);
  }

  get empty(): boolean {
    return this.#words.length === 0;
  }

  /**
   * Breaks the text where it may be broken.
   *
   * @param width of a row, in ems
   * @param most rows
   * @returns the rows, or undefined if the text needs more, or has a word that is wider than a row
   */
  rows(width: number, most: number): Row[] | undefined {
    const rows: Array<{ text: string; width: number }> = [];
    for (const [i, { text, spaced }] of this.#words.entries()) {
      const wide = this.#widths[i]!;
      if (wide > width) return undefined;
      const row = rows.at(-1);
      const gap = spaced ? this.#space : 0;
      if (row && row.width + gap + wide <= width) {
        row.text += spaced ? ` ${text}` : text;
        row.width += gap + wide;
      } else {
        if (rows.length === most) return undefined;
        rows.push({ text, width: wide });
      }
    }
    return rows;
  }

  /**
   * Breaks the text into rows whatever comes: a word that is too wide is broken between its characters, and what is
   * left for more rows than there are is cut off.
   *
   * @param width of a row, in ems
   * @param most rows
   */
  fill(width: number, most: number): Row[] {
    const rows: Row[] = [];
    let rest = this.#words.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join("");
    while (rest !== "") {
      const paragraph = new Paragraph(this.typeface, rest, rest.length);
      if (rows.length === most - 1) return [...rows, paragraph.cutTo(width)];
      const row = paragraph.#firstRow(width);
      rows.push(row);
      rest = rest.slice(row.text.length).trimStart();
    }
    return rows;
  }

  /** As many words as fit, at least one, or as many characters of it as fit, at least one. */
  #firstRow(width: number): Row {
    let used = 0;
    let text = "";
    for (const [i, word] of this.#words.entries()) {
      const wide = this.#widths[i]! + (word.spaced ? this.#space : 0);
      if (used + wide > width) break;
      used += wide;
      text += word.spaced ? ` ${word.text}` : word.text;
    }
    if (text !== "") return { text, width: used };
    for (const character of graphemes(this.#words[0]?.text ?? "")) {
      const longer = this.typeface.widthOf(text + character);
      if (text !== "" && longer > width) break;
      text += character;
      used = longer;
    }
    return { text, width: used };
  }

  /**
   * Cuts the text to one row, with an ellipsis where something is missing. It is cut between characters as a reader
   * counts them, never between a letter and its mark.
   *
   * @param width of the row, in ems
   */
  cutTo(width: number): Row {
    const text = this.#words.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join("");
    if (this.width <= width) return { text, width: this.width };
    const characters = graphemes(text);
    const cut = (kept: number): Row => {
      const shortened = characters.slice(0, kept).join("").trimEnd() + ELLIPSIS;
      return { text: shortened, width: this.typeface.widthOf(shortened) };
    };
    let fits = 1;
    let tooMany = characters.length;
    while (tooMany - fits > 1) {
      const middle = (fits + tooMany) >> 1;
      if (cut(middle).width <= width) fits = middle;
      else tooMany = middle;
    }
    return cut(fits);
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Characters as a reader counts them: letters with their marks. */
function graphemes(text: string): string[] {
  if (isSimple(text)) return Array.from(text);
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
