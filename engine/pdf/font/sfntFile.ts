import { damaged, FontTable } from "./fontTable.js";

/** Collections of a whole writing system come near this; tables are views of the bytes, so that size costs nothing. */
const MAX_FONT_BYTES = 64 * 1024 * 1024;
const MAX_TABLES = 64;
const TRUETYPE = new Set([0x00010000, 0x74727565]);
const OPENTYPE_CFF = 0x4f54544f;
const COLLECTION = 0x74746366;

/**
 * Reads the table directory of a TrueType or OpenType font, or of one face of a collection (OpenType specification,
 * "Organization of an OpenType Font").
 *
 * @param bytes the whole font file, at most 64 MiB
 * @param face which face of a collection (.ttc, .otc), from 0; a file that is no collection has face 0 only
 * @returns its tables by tag
 * @throws EngineError `font_damaged`: not an OpenType font (WOFF, Type 1), no such face, a table that leaves the file
 */
export function readSfnt(bytes: Uint8Array, face: number): Map<string, FontTable> {
  if (bytes.length > MAX_FONT_BYTES) throw damaged(`it is larger than ${MAX_FONT_BYTES} bytes`);
  const file = new FontTable("directory", bytes);
  const start = faceOffset(file, face);
  const version = file.u32(start);
  if (!TRUETYPE.has(version) && version !== OPENTYPE_CFF)
    throw damaged("it is not a TrueType or OpenType font file");
  const count = file.u16(start + 4);
  if (count > MAX_TABLES) throw damaged(`it has more than ${MAX_TABLES} tables`);
  const tables = new Map<string, FontTable>();
  for (let i = 0; i < count; i++) {
    const record = start + 12 + i * 16;
    const tag = String.fromCharCode(...file.slice(record, record + 4));
    const offset = file.u32(record + 8);
    tables.set(tag, new FontTable(tag, file.slice(offset, offset + file.u32(record + 12))));
  }
  return tables;
}

function faceOffset(file: FontTable, face: number): number {
  const faces = file.u32(0) === COLLECTION ? file.u32(8) : 1;
  if (!Number.isInteger(face) || face < 0 || face >= faces) throw damaged(`it has no face ${face}`);
  return file.u32(0) === COLLECTION ? file.u32(12 + face * 4) : 0;
}

/** Finds a table that the font must have. */
export function requireTable(tables: ReadonlyMap<string, FontTable>, tag: string): FontTable {
  const table = tables.get(tag);
  if (!table) throw damaged(`it has no ${tag} table`);
  return table;
}
