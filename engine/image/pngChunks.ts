import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { EngineError } from "../error.js";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Chunks that an image cannot be read without knowing; all others are for those who care (ISO/IEC 15948, 5.4). */
const KNOWN_CRITICAL = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);

/** Encoders write 8 KiB or more in a chunk; without a bound, a file of empty chunks would cost memory for each. */
const MAX_CHUNKS = 16384;

/** The chunks of a PNG file that decide its pixels. */
export interface PngChunks {
  readonly header: Uint8Array;
  readonly palette?: Uint8Array;
  readonly transparency?: Uint8Array;
  /** The zlib stream of all IDAT chunks together. */
  readonly data: Uint8Array;
}

/**
 * Splits a PNG file into chunks and checks each one's CRC and place (ISO/IEC 15948, 5.3 to 5.6).
 *
 * @throws EngineError `image_unsupported` (no PNG file, an unknown critical chunk) or `image_damaged`
 */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte))
    throw new EngineError("image_unsupported", "The image is not a PNG file.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const single = new Map<string, Uint8Array>();
  const parts: Uint8Array[] = [];
  let previous = "";
  for (let at = SIGNATURE.length, count = 0; previous !== "IEND"; count++) {
    if (count === MAX_CHUNKS) throw pngDamaged(`it has more than ${MAX_CHUNKS} chunks`);
    if (at + 12 > bytes.length) throw pngDamaged(`it ends at byte ${bytes.length}, before its IEND chunk`);
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw pngDamaged(`the chunk at byte ${at} is longer than the file`);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw pngDamaged(`the chunk at byte ${at} has a wrong checksum`);
    const content = bytes.subarray(at + 8, end - 4);
    checkPlace(type, previous, at, single, parts.length > 0);
    if (type === "IDAT") parts.push(content);
    else if (KNOWN_CRITICAL.has(type) || type === "tRNS") single.set(type, content);
    previous = type;
    at = end;
  }
  if (parts.length === 0) throw pngDamaged("it has no IDAT chunk");
  const palette = single.get("PLTE");
  const transparency = single.get("tRNS");
  return {
    header: single.get("IHDR")!,
    ...(palette && { palette }),
    ...(transparency && { transparency }),
    data: parts.length === 1 ? parts[0]! : Buffer.concat(parts),
  };
}

function checkPlace(
  type: string,
  previous: string,
  at: number,
  seen: Map<string, Uint8Array>,
  data: boolean,
) {
  if ((type === "IHDR") !== (previous === ""))
    throw pngDamaged(`the chunk at byte ${at} is not in its place: IHDR comes first, and once`);
  if (seen.has(type)) throw pngDamaged(`the chunk at byte ${at} comes a second time`);
  if (type === "IDAT" && data && previous !== "IDAT")
    throw pngDamaged(`the IDAT chunk at byte ${at} stands apart from the others`);
  if (data && (type === "PLTE" || type === "tRNS"))
    throw pngDamaged(`the chunk at byte ${at} comes after the pixels`);
  // Bit 5 of the first letter clear, a capital, marks a chunk as critical (5.4).
  if (/^[A-Z]/.test(type) && !KNOWN_CRITICAL.has(type))
    throw new EngineError("image_unsupported", `The PNG image has an unknown critical chunk at byte ${at}.`);
}

/** The error for a PNG file that cannot be decoded; `what` completes the sentence. */
export function pngDamaged(what: string, cause?: unknown): EngineError {
  return new EngineError("image_damaged", `The PNG image is damaged: ${what}.`, cause);
}
