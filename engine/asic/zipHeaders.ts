import { ContainerFault } from "./containerFault.js";
import { lengths, signatures, type ZipBytes } from "./zipBytes.js";
import { zipEntryName } from "./zipEntryName.js";

/** What local and central header of an entry say alike (APPNOTE 4.3.7, 4.3.12). */
export interface ZipHeader {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: 0 | 8;
  readonly flags: number;
  /** MS-DOS date and time, as they stand (APPNOTE 4.4.6). */
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly hasExtraField: boolean;
}

export interface CentralHeader extends ZipHeader {
  readonly nameBytes: Uint8Array;
  readonly localHeaderAt: number;
  /** Where the next one begins. */
  readonly end: number;
}

/** Bits of the general purpose flag (APPNOTE 4.4.4). */
export const flagBits = {
  encrypted: 1 << 0,
  dataDescriptor: 1 << 3,
  strongEncryption: 1 << 6,
  utf8: 1 << 11,
  masked: 1 << 13,
};
/** Bits 1 and 2 say how hard a compressor tried. */
const known = flagBits.dataDescriptor | flagBits.utf8 | (1 << 1) | (1 << 2);

/** Extra fields that only say when, and by whom on a Unix system, a file was written; any other may change its meaning. */
const HARMLESS_EXTRA = new Set([0x5455, 0x000a, 0x7875, 0x5855]);
const UNIX = 3;
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;

/** @throws ContainerFault @param before where the directory ends */
export function readCentralHeader(zip: ZipBytes, at: number, before: number): CentralHeader {
  if (at + lengths.centralHeader > before || zip.u32(at) !== signatures.centralHeader) {
    throw new ContainerFault("zip_truncated", "The directory of the file has fewer entries than it says.");
  }
  const nameLength = zip.u16(at + 28);
  const extraLength = zip.u16(at + 30);
  const commentLength = zip.u16(at + 32);
  const end = at + lengths.centralHeader + nameLength + extraLength + commentLength;
  if (end > before)
    throw new ContainerFault("zip_truncated", "An entry of the directory goes beyond its end.");
  const flags = zip.u16(at + 8);
  const nameBytes = zip.slice(at + lengths.centralHeader, nameLength);
  const name = zipEntryName(nameBytes, (flags & flagBits.utf8) !== 0);
  requireSupported(name, flags);
  requireHarmless(zip, at + lengths.centralHeader + nameLength, extraLength, name);
  if (commentLength > 0) throw new ContainerFault("zip_junk", "An entry has a comment.", name);
  if (zip.u16(at + 34) !== 0)
    throw new ContainerFault("zip_unsupported", "An entry is on another disk.", name);
  const fileType = (zip.u32(at + 38) >>> 16) & FILE_TYPE;
  // A link, unpacked, would be another file than the one that is signed.
  if (zip.u16(at + 4) >>> 8 === UNIX && fileType !== 0 && fileType !== REGULAR) {
    throw new ContainerFault(
      "zip_unsupported",
      "An entry is a link, a folder or a device, and no file.",
      name,
    );
  }
  return {
    nameBytes,
    name,
    flags,
    method: methodOf(zip.u16(at + 10), name),
    time: zip.u16(at + 12),
    date: zip.u16(at + 14),
    crc32: zip.u32(at + 16),
    packedSize: zip.u32(at + 20),
    size: zip.u32(at + 24),
    hasExtraField: extraLength > 0,
    localHeaderAt: zip.u32(at + 42),
    end,
  };
}

function requireSupported(name: string, flags: number): void {
  if ((flags & (flagBits.encrypted | flagBits.strongEncryption | flagBits.masked)) !== 0) {
    throw new ContainerFault("zip_encrypted", "An entry is encrypted.", name);
  }
  if ((flags & ~known) !== 0) {
    throw new ContainerFault(
      "zip_unsupported",
      "An entry needs a feature of ZIP that containers do not use.",
      name,
    );
  }
}

function methodOf(method: number, name: string): 0 | 8 {
  if (method === 0 || method === 8) return method;
  throw new ContainerFault(
    "zip_unsupported",
    `An entry is packed by the method ${method}, which is not known.`,
    name,
  );
}

/** @throws ContainerFault `zip_unsupported` for a field that gives another name or size, or is malformed */
export function requireHarmless(zip: ZipBytes, start: number, length: number, name: string): void {
  let at = start;
  while (at + 4 <= start + length && HARMLESS_EXTRA.has(zip.u16(at))) at += 4 + zip.u16(at + 2);
  if (at !== start + length) {
    throw new ContainerFault(
      "zip_unsupported",
      "An entry has an extra field that is malformed or not known.",
      name,
    );
  }
}
