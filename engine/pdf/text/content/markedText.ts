import type { TextRun } from "../layout/textRun.js";
import { replaceText } from "./replacementText.js";

/** Deeper marked content is not followed. */
const MAX_DEPTH = 1_000;

/** Marked content (ISO 32000-2 14.6) and its /ActualText (14.9.4), which stands for all that is shown within. */
export class MarkedText {
  #depth = 0;
  /** The outermost sequence that has a replacement text: its depth, the text, and where its runs begin. */
  #replaced: { depth: number; text: string; firstRun: number } | undefined;

  constructor(readonly runs: TextRun[]) {}

  /** @returns whether what is shown next belongs to another sequence than what was shown before */
  begin(actualText: string | undefined): boolean {
    this.#depth++;
    if (actualText === undefined || this.#replaced !== undefined || this.#depth > MAX_DEPTH) return false;
    this.#replaced = { depth: this.#depth, text: actualText, firstRun: this.runs.length };
    return true;
  }

  /** @returns as begin() does */
  end(): boolean {
    if (this.#depth === 0) return false;
    const replaced = this.#replaced;
    this.#depth--;
    if (replaced === undefined || this.#depth >= replaced.depth) return false;
    this.#replaced = undefined;
    replaceText(this.runs.slice(replaced.firstRun), replaced.text);
    return true;
  }
}
