import { ContainerFault } from "./containerFault.js";
import { lengths, signatures, type ZipBytes } from "./zipBytes.js";
import { type CentralHeader, flagBits, requireHarmless } from "./zipHeaders.js";

/**
 * The packed bytes of an entry, found by its local header (APPNOTE 4.3.7), which has to say what the directory says.
 * @param before where the directory begins
 * @throws ContainerFault `zip_headers_differ`, `zip_truncated`, `zip_unsupported`
 */
export function localData(
  zip: ZipBytes,
  central: CentralHeader,
  before: number,
): { compressed: Uint8Array; hasExtraField: boolean } {
  const { name, localHeaderAt: at, nameBytes } = central;
  if (at + lengths.localHeader > before) throw cutOff(name);
  if (zip.u32(at) !== signatures.localHeader) throw differing(name);
  const nameLength = zip.u16(at + 26);
  const extraLength = zip.u16(at + 28);
  const extraAt = at + lengths.localHeader + nameLength;
  const dataAt = extraAt + extraLength;
  if (dataAt + central.packedSize > before) throw cutOff(name);
  const follows = (central.flags & flagBits.dataDescriptor) !== 0;
  const sizes = [zip.u32(at + 14), zip.u32(at + 18), zip.u32(at + 22)];
  const stated = [central.crc32, central.packedSize, central.size];
  const same =
    zip.u16(at + 6) === central.flags &&
    zip.u16(at + 8) === central.method &&
    zip.u16(at + 10) === central.time &&
    zip.u16(at + 12) === central.date &&
    Buffer.compare(zip.slice(at + lengths.localHeader, nameLength), nameBytes) === 0 &&
    // With a data descriptor the sizes may be told behind the data alone (APPNOTE 4.4.4, bit 3).
    sizes.every((value, index) => value === stated[index] || (follows && value === 0));
  if (!same) throw differing(name);
  requireHarmless(zip, extraAt, extraLength, name);
  return { compressed: zip.slice(dataAt, central.packedSize), hasExtraField: extraLength > 0 };
}

/**
 * Where an entry ends: behind its data, or behind the data descriptor that follows them (APPNOTE 4.3.9), which has to
 * say what the directory says.
 * @throws ContainerFault `zip_headers_differ`
 */
export function endOfEntry(
  zip: ZipBytes,
  central: CentralHeader,
  compressed: Uint8Array,
  before: number,
): number {
  const end = compressed.byteOffset - zip.bytes.byteOffset + compressed.length;
  if ((central.flags & flagBits.dataDescriptor) === 0) return end;
  const fields = [central.crc32, central.packedSize, central.size];
  for (const expected of [[signatures.dataDescriptor, ...fields], fields]) {
    const length = expected.length * 4;
    const holds = expected.every((value, index) => zip.u32(end + index * 4) === value);
    if (end + length <= before && holds) return end + length;
  }
  throw differing(central.name);
}

const differing = (name: string): ContainerFault =>
  new ContainerFault("zip_headers_differ", "The headers of an entry contradict each other.", name);

const cutOff = (name: string): ContainerFault =>
  new ContainerFault(
    "zip_truncated",
    "An entry goes on beyond where the directory begins: bytes are missing.",
    name,
  );
