/** Nothing in it needs composing, joining or removing: printable ASCII without two spaces in a row. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * Invisible characters: format characters and noncharacters. Not among them are the zero-width joiner and
 * non-joiner in a word of a script where they are orthography, because they part or join its letters.
 */
export const INVISIBLE =
  /(?![\u200c\u200d])[\p{Cf}\p{NChar}]|(?<![\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mong}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu;

/**
 * The text as it will be drawn: composed (NFC, so that "e" with a combining acute finds the glyph "é"), with every
 * run of white space or control characters as one space, and without invisible format characters, which could make
 * a name read differently from what was signed (bidirectional overrides, zero-width joints). Only the joiners that
 * Persian and the scripts of India write within words stay where they belong.
 *
 * @param text any string, even with lone surrogates
 */
export function shownText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
