import { malformed } from "./malformed.js";

export const CONSTRUCTED = 0x20;
/** Octets of the end-of-contents (X.690 8.1.5). */
export const END_OF_CONTENTS = 2;
/** As deep as a DerReader goes. */
export const MAX_DEPTH = 32;

/** Identifier and length of a BER element (X.690 8.1.2, 8.1.3). */
export interface BerHeader {
  readonly identifier: number;
  readonly contentStart: number;
  /** Offset behind the contents; null for the indefinite form (X.690 8.1.3.6), which only a constructed element has. */
  readonly contentEnd: number | null;
  /** Whether the length is definite and in its shortest form. */
  readonly isDer: boolean;
}

/**
 * Reads the header of the element that begins at `start`. @param limit offset behind what it may reach to
 * @throws EngineError `asn1_malformed`
 */
export function readBerHeader(source: Uint8Array, start: number, limit: number): BerHeader {
  if (start + 2 > limit) throw malformed("An element is cut short", start);
  const identifier = source[start]!;
  if (identifier === 0) throw malformed("An end-of-contents stands where nothing ends", start);
  if ((identifier & 0x1f) === 0x1f) throw malformed("An element has a tag of several octets", start);
  const first = source[start + 1]!;
  let contentStart = start + 2;
  let length = first;
  let isDer = true;
  if (first === 0x80) {
    if ((identifier & CONSTRUCTED) === 0) throw malformed("A primitive has an indefinite length", start);
    return { identifier, contentStart, contentEnd: null, isDer: false };
  }
  if (first > 0x80) {
    const octets = first & 0x7f;
    if (octets > 8 || contentStart + octets > limit)
      throw malformed("An element has no usable length", start);
    length = 0;
    for (let index = 0; index < octets; index++) length = length * 256 + source[contentStart + index]!;
    contentStart += octets;
    isDer = length >= 0x80 && length >= 256 ** (octets - 1);
  }
  if (length > limit - contentStart) throw malformed("An element is cut short", start);
  return { identifier, contentStart, contentEnd: contentStart + length, isDer };
}

/**
 * Whether a constructed element's contents are over: at its end, or where end-of-contents stands.
 * @throws EngineError `asn1_malformed` when it has no end before `limit`
 */
export function contentsAreOver(source: Uint8Array, at: number, end: number | null, limit: number): boolean {
  if (end !== null) return at >= end;
  if (at + END_OF_CONTENTS > limit) throw malformed("An indefinite length has no end", at);
  return source[at] === 0 && source[at + 1] === 0;
}

/**
 * Length in bytes, header and end-of-contents included, of the BER or DER element that these bytes begin with: to cut
 * the zeros off that pad /Contents.
 * @throws EngineError `asn1_malformed` when it does not end within them, or is nested deeper than 32
 */
export function berLength(bytes: Uint8Array): number {
  return endOf(bytes, 0, 0);
}

function endOf(source: Uint8Array, start: number, depth: number): number {
  const { contentStart, contentEnd } = readBerHeader(source, start, source.length);
  if (contentEnd !== null) return contentEnd;
  if (depth >= MAX_DEPTH) throw malformed(`An element is nested deeper than ${MAX_DEPTH}`, start);
  let at = contentStart;
  while (!contentsAreOver(source, at, null, source.length)) at = endOf(source, at, depth + 1);
  return at + END_OF_CONTENTS;
}
