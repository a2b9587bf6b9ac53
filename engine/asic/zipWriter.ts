import { crc32, deflateRawSync } from "node:zlib";
import { EngineError } from "../error.js";
import { lengths, signatures } from "./zipBytes.js";
import { flagBits } from "./zipHeaders.js";
import type { ZipEntry } from "./zipReader.js";

/** An entry as it is written: what a reader finds, but for the extra field, which is never written. */
export type PackedEntry = Omit<ZipEntry, "hasExtraField">;

/** Below it, deflating saves less than it costs. */
const WORTH_DEFLATING = 512;
/** Readers take what unpacks to many times its size for an attack; such a file is stored. */
const MAX_RATIO = 100;
/** Version 2.0: folders and deflate (APPNOTE 4.4.3.2). */
const VERSION = 20;
/**
 * Made on UNIX (APPNOTE 4.4.2.2), although nothing here depends on it: programs take names for those of an old code page
 * where it says MS-DOS, even if their flag says UTF-8. So a file also brings its rights, -rw-r--r--.
 */
const MADE_BY = (3 << 8) | VERSION;
const REGULAR_FILE = 0o100644;
const MAX_BYTES = 0xffffffff;
const MAX_ENTRIES = 0xffff;

/**
 * Makes an entry of a file.
 * @param at when the file was made: in UTC, since MS-DOS knows no zones, to two seconds
 * @param deflate true for what gets shorter by it, such as texts
 */
export function packedEntry(name: string, bytes: Uint8Array, at: Date, deflate = false): PackedEntry {
  const about = { name, crc32: crc32(bytes), size: bytes.length, ...dosTime(at) };
  const packed = deflate && bytes.length >= WORTH_DEFLATING ? deflateRawSync(bytes) : bytes;
  if (packed.length >= bytes.length || packed.length * MAX_RATIO < bytes.length) {
    return { ...about, method: 0, compressed: bytes };
  }
  return { ...about, method: 8, compressed: packed };
}

/** An entry without its bytes. */
export type EntryHeader = Omit<PackedEntry, "compressed"> & { readonly packedSize: number };

/**
 * Writes a ZIP file (APPNOTE 6.3): the entries one behind the other, in this order, without extra fields, comments and
 * data descriptors; then the directory.
 * @throws EngineError `container_file_invalid` beyond 4 GiB or 65,534 entries, which would take ZIP64
 */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  const headers = entries.map(headerOf);
  const zip = Buffer.allocUnsafeSlow(zipSize(headers));
  const parts = new ZipParts();
  let at = 0;
  for (const [index, { compressed }] of entries.entries()) {
    for (const part of [parts.header(headers[index]!), compressed]) {
      zip.set(part, at);
      at += part.length;
    }
  }
  zip.set(parts.end(), at);
  return zip;
}

/** @returns what is written before the bytes of an entry */
export function headerOf({ compressed, ...entry }: PackedEntry): EntryHeader {
  return { ...entry, packedSize: compressed.length };
}

/**
 * Bytes of the ZIP file that entries make.
 * @throws EngineError `container_file_invalid` beyond 4 GiB or 65,534 entries
 */
export function zipSize(entries: readonly Pick<EntryHeader, "name" | "size" | "packedSize">[]): number {
  let total: number = lengths.endOfDirectory;
  for (const { name, size, packedSize } of entries) {
    total += lengths.localHeader + lengths.centralHeader + 2 * Buffer.byteLength(name, "utf8") + packedSize;
    if (size >= MAX_BYTES) throw tooLarge();
  }
  if (total >= MAX_BYTES || entries.length >= MAX_ENTRIES) throw tooLarge();
  return total;
}

/** The parts of a ZIP file that stand around the entries' bytes, for whoever sends it entry by entry. */
export class ZipParts {
  #at = 0;
  readonly #directory: Buffer[] = [];

  /** The header of the next entry, behind which its bytes are to follow as they are packed. */
  header(entry: EntryHeader): Uint8Array {
    const name = Buffer.from(entry.name, "utf8");
    const local = Buffer.allocUnsafe(lengths.localHeader + name.length);
    let at = local.writeUInt32LE(signatures.localHeader, 0);
    at = writeCommon(local, at, entry, name);
    name.copy(local, at);
    const central = Buffer.allocUnsafe(lengths.centralHeader + name.length);
    at = central.writeUInt32LE(signatures.centralHeader, 0);
    at = central.writeUInt16LE(MADE_BY, at);
    at = writeCommon(central, at, entry, name);
    // No comment, the first disk, no internal attributes.
    central.fill(0, at, at + 6);
    at = central.writeUInt32LE(REGULAR_FILE * 0x10000, at + 6);
    at = central.writeUInt32LE(this.#at, at);
    name.copy(central, at);
    this.#directory.push(central);
    this.#at += local.length + entry.packedSize;
    return local;
  }

  /** The directory, which ends the file. */
  end(): Uint8Array {
    const directory = Buffer.concat(this.#directory);
    const end = Buffer.alloc(lengths.endOfDirectory);
    writeEnd(end, 0, { count: this.#directory.length, start: this.#at, size: directory.length });
    return Buffer.concat([directory, end]);
  }
}

/** What both headers of an entry have, from the version needed to the length of the extra field (APPNOTE 4.3.7). */
function writeCommon(zip: Buffer, start: number, entry: EntryHeader, name: Buffer): number {
  let at = zip.writeUInt16LE(VERSION, start);
  // Programs look for the content of `mimetype` at a fixed place behind an ASCII name, and some for a flag of 0.
  at = zip.writeUInt16LE(isAscii(name) ? 0 : flagBits.utf8, at);
  at = zip.writeUInt16LE(entry.method, at);
  at = zip.writeUInt16LE(entry.time, at);
  at = zip.writeUInt16LE(entry.date, at);
  at = zip.writeUInt32LE(entry.crc32, at);
  at = zip.writeUInt32LE(entry.packedSize, at);
  at = zip.writeUInt32LE(entry.size, at);
  at = zip.writeUInt16LE(name.length, at);
  return zip.writeUInt16LE(0, at);
}

function writeEnd(
  zip: Buffer,
  start: number,
  directory: { count: number; start: number; size: number },
): void {
  let at = zip.writeUInt32LE(signatures.endOfDirectory, start);
  at = zip.writeUInt32LE(0, at);
  at = zip.writeUInt16LE(directory.count, at);
  at = zip.writeUInt16LE(directory.count, at);
  at = zip.writeUInt32LE(directory.size, at);
  at = zip.writeUInt32LE(directory.start, at);
  zip.writeUInt16LE(0, at);
}

const isAscii = (name: Buffer): boolean => name.every((byte) => byte < 0x80);

/** MS-DOS date and time (APPNOTE 4.4.6), which begin with 1980 and end with 2107. */
function dosTime(at: Date): Pick<PackedEntry, "date" | "time"> {
  const year = at.getUTCFullYear();
  if (year < 1980) return { date: (1 << 5) | 1, time: 0 };
  if (year > 2107) return { date: (127 << 9) | (12 << 5) | 31, time: 0 };
  return {
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
}

const tooLarge = (): EngineError =>
  new EngineError("container_file_invalid", "A container has less than 4 GiB and less than 65,535 files.");
