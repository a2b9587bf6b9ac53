import { damaged, FontTable } from "./fontTable.js";

/** No face we know of is larger than this without being a collection. */
const MAX_FONT_BYTES = 16 * 1024 * 1024;
const MAX_TABLES = 64;
const TRUETYPE_VERSIONS = new Set([0x00010000, 0x74727565]);

/**
 * Reads the table directory of a TrueType font (OpenType specification, "Organization of an OpenType Font").
 *
 * @param bytes the whole font file, at most 16 MiB
 * @returns its tables by tag
 * @throws EngineError `font_damaged`: no TrueType outlines (CFF, collection, WOFF), or a table that leaves the file
 */
export function readSfnt(bytes: Uint8Array): Map<string, FontTable> {
  if (bytes.length > MAX_FONT_BYTES) throw damaged(`it is larger than ${MAX_FONT_BYTES} bytes`);
  const directory = new FontTable("directory", bytes);
  if (!TRUETYPE_VERSIONS.has(directory.u32(0))) throw damaged("it is not a TrueType font file");
  const count = directory.u16(4);
  if (count > MAX_TABLES) throw damaged(`it has more than ${MAX_TABLES} tables`);
  const tables = new Map<string, FontTable>();
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...directory.slice(record, record + 4));
    const offset = directory.u32(record + 8);
    tables.set(tag, new FontTable(tag, directory.slice(offset, offset + directory.u32(record + 12))));
  }
  return tables;
}

/** Finds a table that the font must have. */
export function requireTable(tables: Map<string, FontTable>, tag: string): FontTable {
  const table = tables.get(tag);
  if (!table) throw damaged(`it has no ${tag} table`);
  return table;
}
