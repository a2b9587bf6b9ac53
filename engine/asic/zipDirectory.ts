import { ContainerFault } from "./containerFault.js";
import type { ContainerLimits } from "./containerLimits.js";
import { lengths, signatures, type ZipBytes } from "./zipBytes.js";

/** Where the central directory is, and how many entries it has. */
export interface ZipDirectory {
  readonly start: number;
  /** Where the end record begins. */
  readonly end: number;
  readonly count: number;
}

const MAX_COMMENT = 0xffff;

/**
 * Reads the end of central directory record (APPNOTE 4.3.16), which has to be the file's end: a comment, or anything
 * behind it, is where another file could hide, which some programs would read in place of this one.
 * @throws ContainerFault `zip_unreadable`, `zip_truncated`, `zip_junk`, `zip_unsupported`, `zip_limit_exceeded`
 */
export function readZipDirectory(zip: ZipBytes, limits: ContainerLimits): ZipDirectory {
  if (zip.length > limits.maxBytes) {
    throw new ContainerFault("zip_limit_exceeded", `The file has more than ${limits.maxBytes} bytes.`);
  }
  const end = zip.length - lengths.endOfDirectory;
  if (end < 0 || zip.u32(end) !== signatures.endOfDirectory) throw withoutEnd(zip);
  const isZip64 =
    end >= lengths.zip64Locator && zip.u32(end - lengths.zip64Locator) === signatures.zip64Locator;
  const count = zip.u16(end + 10);
  const size = zip.u32(end + 12);
  const start = zip.u32(end + 16);
  if (isZip64 || count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    throw new ContainerFault(
      "zip_unsupported",
      "The file says its sizes as ZIP64, which nothing of its size needs.",
    );
  }
  if (zip.u16(end + 4) !== 0 || zip.u16(end + 6) !== 0 || zip.u16(end + 8) !== count) {
    throw new ContainerFault("zip_unsupported", "The file is one of several disks.");
  }
  if (zip.u16(end + 20) !== 0) {
    throw new ContainerFault("zip_truncated", "The file ends before the comment that it says it has.");
  }
  if (count > limits.maxEntries) {
    throw new ContainerFault("zip_limit_exceeded", `The file has more than ${limits.maxEntries} entries.`);
  }
  if (start + size > end) {
    throw new ContainerFault(
      "zip_truncated",
      "The directory of the file is not where it says: bytes are missing.",
    );
  }
  if (start + size < end) {
    throw new ContainerFault(
      "zip_junk",
      "There are bytes around the directory of the file that belong to nothing.",
    );
  }
  return { start, end, count };
}

/** Why the file does not end as a ZIP file does. */
function withoutEnd(zip: ZipBytes): ContainerFault {
  const { bytes } = zip;
  const record = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(
    Math.max(0, bytes.length - MAX_COMMENT - lengths.endOfDirectory),
  );
  const found = tail.lastIndexOf(record);
  if (found >= 0 && found + lengths.endOfDirectory <= tail.length) {
    return new ContainerFault("zip_junk", "There is something behind the end of the ZIP file, or a comment.");
  }
  const begins = zip.length >= 4 && zip.u32(0) === signatures.localHeader;
  return begins
    ? new ContainerFault("zip_truncated", "The file is cut off: it begins as a ZIP file and has no end.")
    : new ContainerFault("zip_unreadable", "The file is no ZIP file.");
}
