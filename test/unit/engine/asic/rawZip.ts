import { crc32, deflateRawSync } from "node:zlib";

/** An entry as it is to be written, each field on its own, so that it can be wrong on its own. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  readonly deflate?: boolean;
  /** As it stands behind the header, whatever it is. */
  readonly packed?: Uint8Array;
  readonly local?: Partial<RawHeader>;
  readonly central?: Partial<RawHeader>;
  /** Written behind the data. */
  readonly behind?: Uint8Array;
}

export interface RawHeader {
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  readonly disk: number;
  readonly attributes: number;
  readonly offset: number;
  readonly name: Uint8Array;
}

/** What of a ZIP file can be wrong beside its entries. */
export interface RawEnd {
  readonly before?: Uint8Array;
  readonly beforeDirectory?: Uint8Array;
  readonly behindDirectory?: Uint8Array;
  readonly behind?: Uint8Array;
  readonly count?: number;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  readonly directoryOffset?: number;
}

const nothing = new Uint8Array(0);
export const text = (value: string): Uint8Array => Buffer.from(value, "utf8");

/** A stored `mimetype`, which an ASiC-E container begins with. */
export const mimetype: RawEntry = { name: "mimetype", data: text("application/vnd.etsi.asic-e+zip") };

/** Writes a ZIP file, sound where it is not told to be otherwise. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const { before = nothing, beforeDirectory = nothing, behindDirectory = nothing, behind = nothing } = end;
  const parts: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let at = before.length;
  for (const entry of entries) {
    const { data = nothing, deflate = false } = entry;
    const packed = entry.packed ?? (deflate ? deflateRawSync(data) : data);
    const name = typeof entry.name === "string" ? text(entry.name) : entry.name;
    const common: RawHeader = {
      madeBy: 20,
      flags: name.some((byte) => byte >= 0x80) ? 1 << 11 : 0,
      method: deflate ? 8 : 0,
      crc: crc32(data),
      packedSize: packed.length,
      size: data.length,
      extra: nothing,
      comment: nothing,
      disk: 0,
      attributes: 0,
      offset: at,
      name,
    };
    const local = { ...common, ...entry.local };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    writeCommon(header, 6, local);
    const written = [header, local.name, local.extra, packed, entry.behind ?? nothing];
    parts.push(...written);
    at += written.reduce((sum, { length }) => sum + length, 0);
    directory.push(centralHeader({ ...common, ...entry.central }));
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(end.count ?? entries.length, 8);
  last.writeUInt16LE(end.count ?? entries.length, 10);
  last.writeUInt32LE(size, 12);
  last.writeUInt32LE(end.directoryOffset ?? at + beforeDirectory.length, 16);
  last.writeUInt16LE(end.comment?.length ?? 0, 20);
  return Buffer.concat([
    ...parts,
    beforeDirectory,
    ...directory,
    behindDirectory,
    last,
    end.comment ?? nothing,
    behind,
  ]);
}

function centralHeader(header: RawHeader): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(header.madeBy, 4);
  fixed.writeUInt16LE(20, 6);
  writeCommon(fixed, 8, header);
  fixed.writeUInt16LE(header.comment.length, 32);
  fixed.writeUInt16LE(header.disk, 34);
  fixed.writeUInt32LE(header.attributes, 38);
  fixed.writeUInt32LE(header.offset, 42);
  return Buffer.concat([fixed, header.name, header.extra, header.comment]);
}

function writeCommon(buffer: Buffer, at: number, header: RawHeader): void {
  buffer.writeUInt16LE(header.flags, at);
  buffer.writeUInt16LE(header.method, at + 2);
  buffer.writeUInt32LE(header.crc, at + 8);
  buffer.writeUInt32LE(header.packedSize, at + 12);
  buffer.writeUInt32LE(header.size, at + 16);
  buffer.writeUInt16LE(header.name.length, at + 20);
  buffer.writeUInt16LE(header.extra.length, at + 22);
}
