import { shownText } from "../font/shownText.js";
import type { FontProgram } from "../font/trueType.js";

/** Longer texts are cut before they are measured; no name or date is as long. */
const MAX_CHARACTERS = 200;
const ELLIPSIS = "…";

/** A text whose words have been measured once, and that can then be broken into rows at any size. */
export class Paragraph {
  readonly #font: FontProgram;
  readonly #words: string[];
  readonly #widths: number[];
  readonly #space: number;
  /** The width of the whole text in one row, in ems. */
  readonly width: number;

  constructor(font: FontProgram, text: string) {
    this.#font = font;
    this.#words = Array.from(shownText(text)).slice(0, MAX_CHARACTERS).join("").split(" ").filter(Boolean);
    this.#widths = this.#words.map((word) => font.widthOf(word));
    this.#space = font.widthOf(" ");
    this.width = this.#widths.reduce((sum, width) => sum + width, this.#space * (this.#words.length - 1));
  }

  get empty(): boolean {
    return this.#words.length === 0;
  }

  /**
   * Breaks the text at spaces.
   *
   * @param width of a row, in ems
   * @param most rows
   * @returns the rows, or undefined if the text needs more, or has a word that is wider than a row
   */
  rows(width: number, most: number): string[] | undefined {
    const rows: string[] = [];
    let used = Number.POSITIVE_INFINITY;
    for (const [i, word] of this.#words.entries()) {
      const wide = this.#widths[i]!;
      if (wide > width) return undefined;
      if (used + this.#space + wide <= width) {
        rows[rows.length - 1] += ` ${word}`;
        used += this.#space + wide;
      } else {
        if (rows.length === most) return undefined;
        rows.push(word);
        used = wide;
      }
    }
    return rows;
  }

  /**
   * Cuts the text to one row, with an ellipsis where something is missing.
   *
   * @param width of the row, in ems
   */
  cutTo(width: number): string {
    const text = this.#words.join(" ");
    if (this.width <= width) return text;
    const characters = Array.from(text);
    let room = width - this.#font.widthOf(ELLIPSIS);
    const kept = characters.findIndex((character) => {
      room -= this.#font.widthOf(character);
      return room < 0;
    });
    return characters.slice(0, Math.max(kept, 1)).join("").trimEnd() + ELLIPSIS;
  }
}
