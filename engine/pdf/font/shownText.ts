/**
 * The text as it will be drawn: composed (NFC, so that "e" with a combining acute finds the glyph "é"), with every
 * run of white space or control characters as one space, and without invisible format characters, which could make
 * a name read differently from what was signed (bidirectional overrides, zero-width joints).
 *
 * @param text any string, even with lone surrogates
 */
export function shownText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
