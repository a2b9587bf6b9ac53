import { WIN_ANSI_ENCODING } from "./encodings.js";

/** The codes of characters; of two codes that mean one character, that of windows-1252. */
const CODES = new Map<string, number>();
for (const [code, character] of WIN_ANSI_ENCODING.entries()) {
  if (character !== undefined && !CODES.has(character)) CODES.set(character, code);
}
CODES.set("•", 0x95);

/** The characters of a text that WinAnsiEncoding (ISO 32000-2 Annex D.2) has no code for, each once. */
export function missingInWinAnsi(text: string): string[] {
  return [...new Set(text)].filter((character) => !CODES.has(character));
}

/**
 * A text as a string object of a content stream (7.3.4.3): hexadecimal digits in angle brackets.
 * @throws RangeError for a character that the encoding does not have
 */
export function winAnsiString(text: string): string {
  let digits = "";
  for (const character of text) {
    const code = CODES.get(character);
    if (code === undefined) throw new RangeError("The text has a character that WinAnsiEncoding lacks.");
    digits += code.toString(16).padStart(2, "0");
  }
  return `<${digits}>`;
}
