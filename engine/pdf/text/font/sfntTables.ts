import { FontTable } from "../../font/fontTable.js";

const MAX_TABLES = 64;

/**
 * The tables of an sfnt font that stand in it as its directory says; embedded subsets lack some, and others are cut
 * short: those are left out. A font of another kind has none.
 */
export function sfntTables(font: Uint8Array): ReadonlyMap<string, FontTable> {
  const tables = new Map<string, FontTable>();
  const view = new DataView(font.buffer, font.byteOffset, font.length);
  if (font.length < 12) return tables;
  const count = Math.min(view.getUint16(4), MAX_TABLES, Math.floor((font.length - 12) / 16));
  for (let i = 0; i < count; i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const start = view.getUint32(record + 8);
    const end = start + view.getUint32(record + 12);
    if (end <= font.length) tables.set(tag, new FontTable(tag, font.subarray(start, end)));
  }
  return tables;
}
