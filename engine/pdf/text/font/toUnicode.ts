import { asArray, PdfString } from "../../objects.js";
import type { ReadBudget } from "../../readBudget.js";
import { readCMapFile } from "./cmapParser.js";
import { codeIn } from "./codeMap.js";
import { CodeRanges } from "./codeRanges.js";

/** A font's /ToUnicode (ISO 32000-2 9.10.3): what each character code stands for. */
export interface ToUnicode {
  find(code: number): string | undefined;
}

/** Destinations longer than this (UTF-16 code units) are no text of one glyph. */
const MAX_UNITS = 512;

/** Reads a /ToUnicode CMap, as far as it is sound. @throws EngineError `pdf_limit_exceeded` */
export function readToUnicode(cmap: Uint8Array, budget: ReadBudget): ToUnicode {
  const ranges = new CodeRanges<string | readonly string[]>();
  readCMapFile(cmap, budget, (operator, operands) => {
    const step = operator === "endbfchar" ? 2 : operator === "endbfrange" ? 3 : 0;
    for (let i = 0; step > 0 && i + step <= operands.length; i += step) {
      const first = operands[i];
      const last = operands[i + step - 2];
      const destination = operands[i + step - 1];
      if (!(first instanceof PdfString) || !(last instanceof PdfString)) continue;
      const from = codeIn(first.bytes, 0, first.bytes.length);
      const to = codeIn(last.bytes, 0, last.bytes.length);
      if (destination instanceof PdfString) ranges.add(from, to, utf16(destination));
      else {
        const texts = asArray(destination)?.map((text) => (text instanceof PdfString ? utf16(text) : ""));
        if (texts !== undefined) ranges.add(from, Math.min(to, from + texts.length - 1), texts);
      }
    }
  });
  return {
    find(code) {
      const found = ranges.find(code);
      if (found === undefined) return undefined;
      const { value, offset } = found;
      const text = typeof value === "string" ? advance(value, offset) : value[offset];
      return text === undefined || /^\0*$/.test(text) ? undefined : text;
    },
  };
}

/** The text of a range's code: the last character of the first one's text, so many further on. */
function advance(text: string, offset: number): string | undefined {
  if (offset === 0 || text === "") return text;
  // The text is well-formed: a low surrogate at its end is the second half of a character.
  const lastLength = (text.charCodeAt(text.length - 1) & 0xfc00) === 0xdc00 ? 2 : 1;
  const point = text.codePointAt(text.length - lastLength)! + offset;
  return point > 0x10ffff ? undefined : text.slice(0, -lastLength) + String.fromCodePoint(point);
}

/** UTF-16BE; a single byte, which writers use against the rules, is its own code. */
function utf16({ bytes }: PdfString): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0]!);
  const units = Math.min(bytes.length >> 1, MAX_UNITS);
  return Buffer.from(bytes.subarray(0, 2 * units))
    .swap16()
    .toString("utf16le")
    .toWellFormed();
}
