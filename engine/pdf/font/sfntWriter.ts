const HEADER_BYTES = 12;
const RECORD_BYTES = 16;
const CHECKSUM_ADJUSTMENT_AT = 8;
const CHECKSUM_OF_A_FONT = 0xb1b0afba;

/**
 * Writes a TrueType font file from its tables, with checksums (OpenType specification, "Calculating checksums").
 *
 * @param tables by tag; head must be there, and its checksumAdjustment is filled in
 */
export function writeSfnt(tables: Map<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  let size = HEADER_BYTES + RECORD_BYTES * tags.length;
  for (const tag of tags) size += (tables.get(tag)!.length + 3) & ~3;
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, power * RECORD_BYTES);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, tags.length * RECORD_BYTES - power * RECORD_BYTES);

  let offset = HEADER_BYTES + RECORD_BYTES * tags.length;
  let headAt = 0;
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!;
    const padded = (table.length + 3) & ~3;
    file.set(table, offset);
    if (tag === "head") {
      headAt = offset;
      view.setUint32(offset + CHECKSUM_ADJUSTMENT_AT, 0);
    }
    const record = HEADER_BYTES + i * RECORD_BYTES;
    for (let c = 0; c < 4; c++) file[record + c] = tag.charCodeAt(c);
    view.setUint32(record + 4, checksum(view, offset, padded));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset += padded;
  });
  view.setUint32(headAt + CHECKSUM_ADJUSTMENT_AT, CHECKSUM_OF_A_FONT - checksum(view, 0, size));
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
