/** Character classes of ISO 32000-2 7.2.3, by byte value. */
export const REGULAR = 0;
export const WHITESPACE = 1;
const DELIMITER = 2;

export const CHARACTER_CLASS: Uint8Array = classify();

function classify(): Uint8Array {
  const classes = new Uint8Array(256);
  for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[byte] = WHITESPACE;
  for (const character of "()<>[]{}/%") classes[character.charCodeAt(0)] = DELIMITER;
  return classes;
}

const HEX_DIGITS: Int8Array = hexDigits();

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number): number {
  return HEX_DIGITS[byte] ?? -1;
}

function hexDigits(): Int8Array {
  const values = new Int8Array(256).fill(-1);
  for (const [value, digit] of [..."0123456789abcdef"].entries()) {
    values[digit.charCodeAt(0)] = value;
    values[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return values;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
