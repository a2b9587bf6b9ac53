import { crc32, inflateRawSync } from "node:zlib";
import { ContainerFault } from "./containerFault.js";
import { type ContainerLimits, DEFAULT_CONTAINER_LIMITS } from "./containerLimits.js";
import { ZipBytes } from "./zipBytes.js";
import { readZipDirectory } from "./zipDirectory.js";
import { nameOnAnySystem } from "./zipEntryName.js";
import { type CentralHeader, readCentralHeader } from "./zipHeaders.js";
import { endOfEntry, localData } from "./zipLocalEntry.js";

/** An entry of a ZIP file, found and held against its headers; nothing of it has been unpacked. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated (APPNOTE 4.4.5). */
  readonly method: 0 | 8;
  /** Of the unpacked bytes. */
  readonly crc32: number;
  /** As it stands in the file: a view of it. */
  readonly compressed: Uint8Array;
  /** Bytes, unpacked. */
  readonly size: number;
  /** MS-DOS time and date, as they stand. */
  readonly time: number;
  readonly date: number;
  readonly hasExtraField: boolean;
}

/** Small enough to be unpacked whatever it was before. */
const ANY_RATIO_BYTES = 64 * 1024;

/**
 * Reads the directory of a ZIP file (APPNOTE 6.3), strictly: the whole file is its entries, one behind the other, the
 * directory and its end, and both headers of an entry say the same. Programs differ in which of them they go by, so
 * that a file which is not so could be one thing for who signs it and another for who opens it.
 * @returns the entries in the order in which they stand in the file
 * @throws ContainerFault (EngineError `container_damaged`) with what is wrong
 */
export function readZip(bytes: Uint8Array, limits: ContainerLimits = DEFAULT_CONTAINER_LIMITS): ZipEntry[] {
  const zip = new ZipBytes(bytes);
  const directory = readZipDirectory(zip, limits);
  const headers: CentralHeader[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    const header = readCentralHeader(zip, at, directory.end);
    headers.push(header);
    at = header.end;
  }
  if (at !== directory.end) {
    throw new ContainerFault("zip_junk", "The directory of the file goes on behind its last entry.");
  }
  requireDifferentNames(headers);
  requireWithin(headers, limits);
  headers.sort((one, other) => one.localHeaderAt - other.localHeaderAt);
  return entriesIn(zip, headers, directory.start);
}

/**
 * Unpacks an entry. No more memory is used than the entry says it takes, whatever it holds.
 * @returns for a stored entry a view of the file
 * @throws ContainerFault `zip_content_damaged` when it is cut off, longer or shorter than its headers say, followed by
 *   something else, or has another CRC-32
 */
export function entryBytes(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.compressed : inflated(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) throw damaged(entry);
  return bytes;
}

function inflated(entry: ZipEntry): Uint8Array {
  try {
    // With `info` it says how much it took, where it would be silent about what follows.
    const { buffer, engine } = inflateRawSync(entry.compressed, {
      maxOutputLength: Math.max(1, entry.size),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== entry.compressed.length) throw damaged(entry);
    return buffer;
  } catch (error) {
    if (error instanceof ContainerFault) throw error;
    throw damaged(entry);
  }
}

const damaged = ({ name }: ZipEntry): ContainerFault =>
  new ContainerFault(
    "zip_content_damaged",
    "An entry cannot be unpacked, or its size or CRC-32 is another.",
    name,
  );

/** Each entry begins where the one before it ends; the directory follows the last. */
function entriesIn(zip: ZipBytes, headers: readonly CentralHeader[], directoryAt: number): ZipEntry[] {
  let at = 0;
  const entries = headers.map((header): ZipEntry => {
    const { name, method, crc32: checksum, size, time, date } = header;
    if (header.localHeaderAt < at) throw new ContainerFault("zip_overlap", "Two entries overlap.", name);
    if (header.localHeaderAt > at) throw junkBefore(name);
    const { compressed, hasExtraField } = localData(zip, header, directoryAt);
    at = endOfEntry(zip, header, compressed, directoryAt);
    return {
      name,
      method,
      crc32: checksum,
      compressed,
      size,
      time,
      date,
      hasExtraField: hasExtraField || header.hasExtraField,
    };
  });
  if (at !== directoryAt) throw junkBefore("the directory");
  return entries;
}

const junkBefore = (name: string): ContainerFault =>
  new ContainerFault("zip_junk", `There are bytes before ${JSON.stringify(name)} that belong to no entry.`);

function requireDifferentNames(headers: readonly CentralHeader[]): void {
  const names = new Map<string, string>();
  for (const { name } of headers) {
    const other = names.get(nameOnAnySystem(name));
    if (other !== undefined) {
      const how = other === name ? "" : `, which some systems take for ${JSON.stringify(other)}`;
      throw new ContainerFault(
        "zip_name_repeated",
        `Two entries have the name ${JSON.stringify(name)}${how}.`,
        name,
      );
    }
    names.set(nameOnAnySystem(name), name);
  }
  requireNoFolders(names);
}

/** A file of the name of another one's folder can be unpacked only in its place. */
function requireNoFolders(names: ReadonlyMap<string, string>): void {
  for (const [anySystem, name] of names) {
    for (let at = anySystem.indexOf("/"); at >= 0; at = anySystem.indexOf("/", at + 1)) {
      const folder = names.get(anySystem.slice(0, at));
      if (folder === undefined) continue;
      const message = `The entry ${JSON.stringify(folder)} is a file, and the folder of ${JSON.stringify(name)}.`;
      throw new ContainerFault("zip_name_repeated", message, folder);
    }
  }
}

/** Before anything is unpacked: by what the headers say, which unpacking then holds them to. */
function requireWithin(headers: readonly CentralHeader[], limits: ContainerLimits): void {
  let total = 0;
  for (const { name, size, packedSize } of headers) {
    total += size;
    if (size > ANY_RATIO_BYTES && size > packedSize * limits.maxRatio) {
      throw new ContainerFault(
        "zip_limit_exceeded",
        `An entry would unpack to more than ${limits.maxRatio} times its size.`,
        name,
      );
    }
    if (total > limits.maxUnpackedBytes) {
      throw new ContainerFault(
        "zip_limit_exceeded",
        `The entries would unpack to more than ${limits.maxUnpackedBytes} bytes.`,
        name,
      );
    }
  }
}
