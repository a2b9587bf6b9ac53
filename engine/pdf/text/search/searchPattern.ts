import { foldText } from "./foldText.js";
import { GAP, LINE_END, type LineText, WIDE_GAP } from "./lineText.js";

/** How a text is compared with what a page shows. */
export interface Comparison {
  readonly caseSensitive: boolean;
  /** White space counts neither in the text nor on the page. */
  readonly ignoreWhitespace: boolean;
}

/** A part of a line that was found: indices of its first and last code unit. */
export interface FoundPart {
  readonly first: number;
  readonly last: number;
}

/** Marks that belong to the letter before them: a letter that one follows is another letter. */
const COMBINING = /^\p{M}/u;

/**
 * The text as a regular expression over LineText: a gap within a word may be loose setting; white space stands for any
 * white space and gap, more than none. It has no alternatives to go back to: each place of a line is tried once.
 * @returns undefined when there is nothing in the text but white space and characters that nobody sees
 */
export function searchPattern(text: string, comparison: Comparison): RegExp | undefined {
  const folded = foldText(text, comparison.caseSensitive).trim();
  if (folded === "") return undefined;
  const words = folded.split(/\s+/);
  const blank = `[ ${GAP}${WIDE_GAP}${LINE_END}]`;
  const between = comparison.ignoreWhitespace ? `${blank}*` : `${GAP}?`;
  const parts = words.map((word) => [...word].map(asPattern).join(between));
  return new RegExp(parts.join(comparison.ignoreWhitespace ? `${blank}*` : `${blank}+`), "gu");
}

/** Each place where the pattern stands, from the beginning, none of them overlapping. */
export function* findParts(pattern: RegExp, { text }: LineText): Generator<FoundPart> {
  for (const found of text.matchAll(pattern)) {
    const end = found.index + found[0].length;
    if (COMBINING.test(text.slice(end, end + 2))) continue;
    yield { first: found.index, last: end - 1 };
  }
}

function asPattern(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
