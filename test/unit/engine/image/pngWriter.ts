import { crc32, deflateSync } from "node:zlib";

/** What a PNG file shall say; a test may lie in each of it. */
export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlace?: number;
  /** Rows as they stand before compression, filter bytes included. */
  readonly rows: Uint8Array;
  readonly palette?: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Writes a PNG file (ISO/IEC 15948). */
export function writePng(parts: PngParts): Uint8Array {
  const palette = parts.palette ? [pngChunk("PLTE", parts.palette)] : [];
  return joinPng([header(parts), ...palette, pngChunk("IDAT", deflateSync(parts.rows)), pngChunk("IEND")]);
}

/** Puts the PNG signature before some chunks. */
export function joinPng(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** The IHDR chunk. */
export function header(parts: Omit<PngParts, "rows">): Uint8Array {
  const content = new DataView(new ArrayBuffer(13));
  content.setUint32(0, parts.width);
  content.setUint32(4, parts.height);
  content.setUint8(8, parts.bitDepth);
  content.setUint8(9, parts.colourType);
  content.setUint8(12, parts.interlace ?? 0);
  return pngChunk("IHDR", new Uint8Array(content.buffer));
}

/** A chunk with its length and checksum. */
export function pngChunk(type: string, content: Uint8Array = new Uint8Array()): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** Filters rows of samples as an encoder would (9.2), each with the filter that `choose` names. */
export function filterRows(
  samples: Uint8Array,
  rowBytes: number,
  stride: number,
  choose: (row: number) => number,
): Uint8Array {
  const height = samples.length / rowBytes;
  const rows = new Uint8Array(height * (rowBytes + 1));
  const sample = (row: number, i: number) => (row < 0 || i < 0 ? 0 : samples[row * rowBytes + i]!);
  for (let row = 0; row < height; row++) {
    const filter = choose(row);
    rows[row * (rowBytes + 1)] = filter;
    for (let i = 0; i < rowBytes; i++) {
      const left = sample(row, i - stride);
      const up = sample(row - 1, i);
      const guess = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, sample(row - 1, i - stride))][
        filter
      ]!;
      rows[row * (rowBytes + 1) + 1 + i] = sample(row, i) - guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
