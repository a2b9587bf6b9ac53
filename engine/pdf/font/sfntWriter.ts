const HEADER_BYTES = 12;
const RECORD_BYTES = 16;
const CHECKSUM_ADJUSTMENT_AT = 8;
const CHECKSUM_OF_A_FONT = 0xb1b0afba;

/**
 * Writes a TrueType font file from its tables, with checksums (OpenType specification, "Calculating checksums").
 *
 * @param tables by tag, in the order of their tags; head must be there, and its checksumAdjustment is filled in
 */
export function writeSfnt(tables: ReadonlyArray<readonly [string, Uint8Array]>): Uint8Array {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const directory = HEADER_BYTES + RECORD_BYTES * tables.length;
  let size = directory;
  for (const [, table] of tables) size += (table.length + 3) & ~3;
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * RECORD_BYTES);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, tables.length * RECORD_BYTES - power * RECORD_BYTES);

  let offset = directory;
  let headAt = 0;
  let sum = 0;
  for (const [i, [tag, table]] of tables.entries()) {
    file.set(table, offset);
    if (tag === "head") {
      headAt = offset;
      view.setUint32(offset + CHECKSUM_ADJUSTMENT_AT, 0);
    }
    const record = HEADER_BYTES + i * RECORD_BYTES;
    for (let c = 0; c < 4; c++) file[record + c] = tag.charCodeAt(c);
    const end = offset + ((table.length + 3) & ~3);
    const own = checksum(view, offset, end);
    sum += own;
    view.setUint32(record + 4, own);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset = end;
  }
  view.setUint32(headAt + CHECKSUM_ADJUSTMENT_AT, CHECKSUM_OF_A_FONT - sum - checksum(view, 0, directory));
  return file;
}

function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
