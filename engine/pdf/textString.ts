import { PdfString } from "./objects.js";

const BYTE_ORDER_MARK = "\u{feff}";

/**
 * A text string (ISO 32000-2 7.9.2.2): ASCII as it is, anything else as UTF-16BE with a byte order mark, which
 * unlike UTF-8 every reader knows. Lone surrogates become U+FFFD.
 */
export function textString(text: string): PdfString {
  const wellFormed = text.toWellFormed();
  if (/^[\x20-\x7e\r\n\t]*$/.test(wellFormed)) return new PdfString(Buffer.from(wellFormed, "latin1"));
  return new PdfString(Buffer.from(BYTE_ORDER_MARK + wellFormed, "utf16le").swap16(), true);
}

/** PDFDocEncoding (Annex D.3) where it differs from ISO 8859-1. */
const DOC_ENCODING = new Map(
  [
    [0x18, "˘ˇˆ˙˝˛˚˜"],
    [0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€"],
  ].flatMap(([start, characters]) =>
    [...(characters as string)].map((character, i): [number, string] => [(start as number) + i, character]),
  ),
);

const DOC_BYTES = new Map([...DOC_ENCODING].map(([byte, character]) => [character, byte]));

/** The bytes of a text in PDFDocEncoding; undefined when it has a character that the encoding lacks. */
export function docEncoded(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const plain = code <= 0xff && !DOC_ENCODING.has(code) && code !== 0xad;
    const byte = plain ? code : DOC_BYTES.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** The text of a text string in UTF-16BE, UTF-8 or PDFDocEncoding. */
export function readTextString({ bytes }: PdfString): string {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) {
    const even = buffer.subarray(2, buffer.length - (buffer.length % 2));
    return even.swap16().toString("utf16le");
  }
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return buffer.subarray(3).toString("utf8");
  let text = "";
  for (const byte of buffer) text += DOC_ENCODING.get(byte) ?? String.fromCharCode(byte);
  return text;
}
