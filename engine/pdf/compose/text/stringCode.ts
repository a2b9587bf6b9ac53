const ESCAPES = new Map([..."\\()"].map((character) => [character.charCodeAt(0), `\\${character}`]));
ESCAPES.set(0x0d, "\\r");
ESCAPES.set(0x0a, "\\n");
const BYTES = Array.from({ length: 256 }, (_, byte) => ESCAPES.get(byte) ?? String.fromCharCode(byte));

/** A two-byte character code as it stands in a literal string (ISO 32000-2, 7.3.4.2): half of what hexadecimal takes. */
export function stringCode(code: number): string {
  return BYTES[code >> 8]! + BYTES[code & 0xff]!;
}
