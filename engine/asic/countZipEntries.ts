import { ContainerFault } from "./containerFault.js";
import { lengths, signatures, ZipBytes } from "./zipBytes.js";

const MAX_COMMENT = 0xffff;

/**
 * Counts the entries of any ZIP file by its central directory (APPNOTE 4.3.12, 4.3.16): folders, comments and extra
 * fields of every kind are taken, and nothing is unpacked. For what is kept and never opened; a container is read by
 * readZip, which is strict.
 * @returns entries, folders among them
 * @throws ContainerFault (EngineError `container_damaged`) where the directory is not there, or not whole
 */
export function countZipEntries(bytes: Uint8Array): number {
  const zip = new ZipBytes(bytes);
  const end = endOfDirectory(zip);
  const count = zip.u16(end + 10);
  const size = zip.u32(end + 12);
  const start = zip.u32(end + 16);
  // ZIP64 says so by these (4.4.1.4), and files of its size are none that anybody counts here.
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff || start + size > end) {
    throw new ContainerFault("zip_truncated", "The directory of the file is not where it says.");
  }
  let at = start;
  for (let entry = 0; entry < count; entry++) {
    if (at + lengths.centralHeader > start + size || zip.u32(at) !== signatures.centralHeader) {
      throw new ContainerFault("zip_truncated", "The directory of the file has fewer entries than it says.");
    }
    at += lengths.centralHeader + zip.u16(at + 28) + zip.u16(at + 30) + zip.u16(at + 32);
  }
  if (at !== start + size) {
    throw new ContainerFault("zip_junk", "The directory of the file goes on behind its last entry.");
  }
  return count;
}

/** Where the end record begins: the last that is followed by just the comment that it says it has. */
function endOfDirectory(zip: ZipBytes): number {
  const last = zip.length - lengths.endOfDirectory;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (zip.u32(at) === signatures.endOfDirectory && at + zip.u16(at + 20) === last) return at;
  }
  throw new ContainerFault("zip_unreadable", "The file is no ZIP file.");
}
