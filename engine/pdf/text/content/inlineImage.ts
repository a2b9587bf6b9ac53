import { CHARACTER_CLASS, REGULAR, WHITESPACE } from "../../characters.js";
import type { ContentReader } from "./contentReader.js";

/** How many bytes behind EI must look like content again. */
const PLAUSIBLE = 24;

/** White space before EI: one byte by the standard; more than these few is no image's end. */
const MAX_SPACE = 32;

/**
 * Skips an inline image (ISO 32000-2 8.9.7), the reader standing behind ID with the image's entries as operands.
 * The bytes of an image without a filter are counted; those of another end at an EI that content follows.
 */
export function skipInlineImage(reader: ContentReader): void {
  const { bytes } = reader;
  let at = reader.at;
  if (at < bytes.length && CHARACTER_CLASS[bytes[at]!] === WHITESPACE) at++;
  const size = unfilteredSize(reader);
  if (size !== undefined) {
    const end = skipSpace(bytes, at + size);
    if (isEndOfImage(bytes, end)) {
      reader.at = end + 2;
      return;
    }
  }
  for (; at + 1 < bytes.length; at++) {
    const isAfterSpace = CHARACTER_CLASS[bytes[at - 1]!] === WHITESPACE;
    if (isAfterSpace && isEndOfImage(bytes, at) && looksLikeContent(bytes, at + 2)) {
      reader.at = at + 2;
      return;
    }
  }
  reader.at = bytes.length;
}

function isEndOfImage(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) return false;
  return at + 2 >= bytes.length || CHARACTER_CLASS[bytes[at + 2]!] !== REGULAR;
}

/** Image data seldom are a run of printable characters and white space; content is. */
function looksLikeContent(bytes: Uint8Array, start: number): boolean {
  const end = Math.min(bytes.length, start + PLAUSIBLE);
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if ((byte < 0x20 || byte > 0x7e) && (byte === 0 || CHARACTER_CLASS[byte] !== WHITESPACE)) return false;
  }
  return true;
}

function skipSpace(bytes: Uint8Array, start: number): number {
  const end = Math.min(bytes.length, start + MAX_SPACE);
  let at = start;
  while (at < end && CHARACTER_CLASS[bytes[at]!] === WHITESPACE) at++;
  return at;
}

/** How many bytes the image has; undefined when it is filtered or its colour space is not named by the standard. */
function unfilteredSize(reader: ContentReader): number | undefined {
  const at = new Map<string, number>();
  for (let i = 0; i + 1 < reader.operands; i++) {
    const name = reader.name(i);
    if (name !== "" && !at.has(name)) at.set(name, i + 1);
  }
  const find = (short: string, long: string) => at.get(short) ?? at.get(long);
  if (find("F", "Filter") !== undefined) return undefined;
  const number = (short: string, long: string) => reader.number(find(short, long) ?? reader.operands);
  const width = number("W", "Width");
  const height = number("H", "Height");
  // Only a mask has no colour space.
  const space = reader.name(find("CS", "ColorSpace") ?? reader.operands);
  const components = COMPONENTS.get(space);
  if (components === undefined) return undefined;
  const bits = space === "" ? 1 : number("BPC", "BitsPerComponent");
  const size = Math.ceil((width * components * bits) / 8) * height;
  return size > 0 && size <= reader.bytes.length ? size : undefined;
}

/** Components of a sample; of an image without a colour space, which is a mask, one. */
const COMPONENTS = new Map([
  ["", 1],
  ["G", 1],
  ["DeviceGray", 1],
  ["RGB", 3],
  ["DeviceRGB", 3],
  ["CMYK", 4],
  ["DeviceCMYK", 4],
  ["I", 1],
  ["Indexed", 1],
]);
