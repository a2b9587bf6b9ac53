import type { Direction } from "./words/languages.js";

/** Threat: marks that turn the direction of whatever follows, so that an address or an amount reads as another. */
const directionMarks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that a stranger gave (a name, a title), fit for a line of a message or of its header: no line breaks, no
 * control characters, no marks of direction, and no longer than it may be.
 * @param atMost characters
 */
export function oneLine(text: string, atMost = 200): string {
  const line = text
    .replace(directionMarks, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return shortened(line, atMost);
}

/** As `oneLine`, with its line breaks kept, three in a row at most. */
export function severalLines(text: string): string {
  return text
    .replace(directionMarks, "")
    .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Cuts a text that is too long, with three dots for what is missing. @param atMost characters, the dots counted */
export function shortened(text: string, atMost: number, dots = "…"): string {
  const characters = [...text];
  return characters.length <= atMost
    ? text
    : `${characters
        .slice(0, Math.max(0, atMost - dots.length))
        .join("")
        .trimEnd()}${dots}`;
}

const writtenFromTheRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const writtenFromTheLeft = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/u;

/** Keeps a value's own direction from mixing with that of the sentence around it (UAX #9, FSI and PDI). */
export function isolated(value: string, around: Direction): string {
  const other = around === "ltr" ? writtenFromTheRight : writtenFromTheLeft;
  return other.test(value) ? `\u2068${value}\u2069` : value;
}
