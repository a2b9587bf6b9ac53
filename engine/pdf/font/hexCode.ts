const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, "0"));

/** Two bytes as four hexadecimal digits: a character code, or a UTF-16 code unit. */
export function hexCode(code: number): string {
  return BYTES[code >> 8]! + BYTES[code & 0xff]!;
}

/** A text as UTF-16BE in hexadecimal digits, four for each code unit. */
export function utf16Hex(text: string): string {
  let units = "";
  for (let i = 0; i < text.length; i++) units += hexCode(text.charCodeAt(i));
  return units;
}
