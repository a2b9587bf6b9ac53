import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The font file that the product ships, each time in memory of its own. */
export function shippedFontBytes(): Uint8Array {
  const file = new URL("../../../../../assets/fonts/NotoSans-Regular.ttf", import.meta.url);
  return Uint8Array.from(readFileSync(fileURLToPath(file)));
}

/** Where a table stands in a font file. */
export function tablePlace(
  font: Uint8Array,
  tag: string,
): { record: number; offset: number; length: number } {
  const file = Buffer.from(font.buffer, font.byteOffset, font.length);
  for (let record = 12; record < 12 + file.readUInt16BE(4) * 16; record += 16)
    if (file.toString("latin1", record, record + 4) === tag)
      return { record, offset: file.readUInt32BE(record + 8), length: file.readUInt32BE(record + 12) };
  throw new Error(`the font has no ${tag} table`);
}
