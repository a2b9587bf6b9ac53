import { EngineError } from "../error.js";

/** A marker segment of a JPEG file (ISO/IEC 10918-1, B.1.1). */
export interface JpegSegment {
  readonly marker: number;
  /** Where its 0xFF stands, and where the segment (and a scan's coded data) ends. */
  readonly start: number;
  readonly end: number;
  /** The segment's parameters, after its length. */
  readonly content: Uint8Array;
}

/** A hundred scans and all the metadata of a telephone come to a few hundred. */
const MAX_SEGMENTS = 4096;

export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;

/**
 * Walks through the markers up to the end-of-image marker, without decoding a pixel.
 *
 * @returns every segment between SOI and EOI, in order
 * @throws EngineError `image_unsupported` (no JPEG file) or `image_damaged` (cut off, or out of step)
 */
export function readJpegSegments(bytes: Uint8Array): JpegSegment[] {
  if (bytes[0] !== 0xff || bytes[1] !== SOI)
    throw new EngineError("image_unsupported", "The image is not a JPEG file.");
  const segments: JpegSegment[] = [];
  for (let at = 2; ; ) {
    if (segments.length === MAX_SEGMENTS) throw jpegDamaged(`it has more than ${MAX_SEGMENTS} segments`);
    const start = at;
    if (bytes[at] !== 0xff) throw jpegDamaged(`there is no marker at byte ${at}`);
    // Any number of 0xFF may fill the space before a marker (B.1.1.2).
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === undefined) throw jpegDamaged("it ends before its end-of-image marker");
    if (marker === EOI) return segments;
    if (at + 2 > bytes.length) throw jpegDamaged(`it ends within the segment at byte ${start}`);
    const length = bytes[at]! * 256 + bytes[at + 1]!;
    if (length < 2 || at + length > bytes.length)
      throw jpegDamaged(`the segment at byte ${start} has a wrong length`);
    const content = bytes.subarray(at + 2, at + length);
    at += length;
    if (marker === SOS) at = endOfCodedData(bytes, at);
    segments.push({ marker, start, end: at, content });
  }
}

/** Coded data runs to the next 0xFF that is neither stuffed (followed by 0) nor a restart marker (B.1.1.5). */
function endOfCodedData(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
  }
  throw jpegDamaged("it ends before its end-of-image marker");
}

/** The error for a JPEG file that cannot be used; `what` completes the sentence. */
export function jpegDamaged(what: string): EngineError {
  return new EngineError("image_damaged", `The JPEG image is damaged: ${what}.`);
}
