import { Lexer } from "../lexer.js";

/**
 * The bytes of a written object with each of its strings enciphered, and all else as it is: for an object that stood in
 * an object stream, where strings are plain, and becomes an object by itself (ISO 32000-2 7.5.7).
 * @param written a whole object, as the parser found it
 * @throws EngineError `pdf_damaged` when a string has no end
 */
export function encipherWrittenStrings(
  written: Uint8Array,
  encipherString: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const lexer = new Lexer(written, 0);
  const parts: Uint8Array[] = [];
  let copied = 0;
  while (lexer.at < written.length) {
    const byte = written[lexer.at]!;
    if (byte === 0x25) lexer.skipSpace();
    else if (byte === 0x28 || (byte === 0x3c && written[lexer.at + 1] !== 0x3c)) {
      parts.push(written.subarray(copied, lexer.at));
      const { bytes } = byte === 0x28 ? lexer.literalString() : lexer.hexString();
      parts.push(Buffer.from(`<${Buffer.from(encipherString(bytes)).toString("hex")}>`, "latin1"));
      copied = lexer.at;
    } else lexer.at += byte === 0x3c ? 2 : 1;
  }
  parts.push(written.subarray(copied));
  return Buffer.concat(parts);
}
