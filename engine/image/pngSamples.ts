import type { PngChunks } from "./pngChunks.js";
import { pngDamaged } from "./pngChunks.js";
import type { PngHeader } from "./pngHeader.js";

/** Writes `count` pixels of the unfiltered row at `row` to pixel `pixel`, `pixel + step`, ... of the image. */
export type RowWriter = (row: number, count: number, pixel: number, step: number) => void;

export interface SampleTarget {
  readonly rgb: Uint8Array;
  /** Present exactly when the file can say that a pixel is not opaque. */
  readonly alpha?: Uint8Array;
}

/**
 * Makes the function that turns samples into RGB bytes and opacity. Samples of 16 bits keep their higher byte;
 * smaller ones are spread over 0 to 255 (ISO/IEC 15948, 13.12).
 *
 * @throws EngineError `image_damaged` for a palette or a tRNS chunk that does not fit the header
 */
export function rowWriter(
  header: PngHeader,
  chunks: PngChunks,
  data: Uint8Array,
  target: SampleTarget,
): RowWriter {
  if (header.colour === "indexed") return indexedWriter(header.bitDepth, chunks, data, target);
  const colours = header.colour.startsWith("greyscale") ? 1 : 3;
  const bytes = header.bitDepth === 16 ? 2 : 1;
  const { rgb, alpha } = target;
  const hasAlphaSample = header.channels > colours;
  const key = transparentColour(chunks.transparency, colours, hasAlphaSample);
  if (header.bitDepth < 8) return packedGreyWriter(header.bitDepth, data, target, key?.[0]);
  const pixelBytes = header.channels * bytes;
  const green = colours === 3 ? bytes : 0;
  const isKey = (at: number) =>
    key!.every(
      (value, c) => (bytes === 2 ? data[at + c * 2]! * 256 + data[at + c * 2 + 1]! : data[at + c]!) === value,
    );
  return (row, count, pixel, step) => {
    for (let i = 0, at = row, to = pixel * 3; i < count; i++, at += pixelBytes, to += step * 3) {
      rgb[to] = data[at]!;
      rgb[to + 1] = data[at + green]!;
      rgb[to + 2] = data[at + green * 2]!;
    }
    if (!alpha) return;
    for (let i = 0, at = row, to = pixel; i < count; i++, at += pixelBytes, to += step)
      alpha[to] = hasAlphaSample ? data[at + colours * bytes]! : isKey(at) ? 0 : 255;
  };
}

function packedGreyWriter(depth: number, data: Uint8Array, target: SampleTarget, key?: number): RowWriter {
  const { rgb, alpha } = target;
  const scale = 255 / (2 ** depth - 1);
  return (row, count, pixel, step) => {
    for (let i = 0, to = pixel; i < count; i++, to += step) {
      const sample = packedSample(data, row, i, depth);
      rgb.fill(sample * scale, to * 3, to * 3 + 3);
      if (alpha) alpha[to] = sample === key ? 0 : 255;
    }
  };
}

function indexedWriter(depth: number, chunks: PngChunks, data: Uint8Array, target: SampleTarget): RowWriter {
  const { palette, transparency } = chunks;
  if (!palette || palette.length % 3 !== 0 || palette.length === 0 || palette.length > 768)
    throw pngDamaged("its palette is missing or has a wrong length");
  const entries = palette.length / 3;
  if (transparency && transparency.length > entries)
    throw pngDamaged("its tRNS chunk has more entries than its palette");
  const { rgb, alpha } = target;
  return (row, count, pixel, step) => {
    for (let i = 0, to = pixel; i < count; i++, to += step) {
      const index = depth === 8 ? data[row + i]! : packedSample(data, row, i, depth);
      if (index >= entries) throw pngDamaged("a pixel refers to a colour that its palette does not have");
      rgb[to * 3] = palette[index * 3]!;
      rgb[to * 3 + 1] = palette[index * 3 + 1]!;
      rgb[to * 3 + 2] = palette[index * 3 + 2]!;
      if (alpha) alpha[to] = transparency?.[index] ?? 255;
    }
  };
}

function packedSample(data: Uint8Array, row: number, index: number, depth: number): number {
  const bit = index * depth;
  return (data[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** The one colour that tRNS makes transparent, a value for each sample (11.3.2.1). */
function transparentColour(
  transparency: Uint8Array | undefined,
  colours: number,
  hasAlphaSample: boolean,
): number[] | undefined {
  if (!transparency) return undefined;
  if (hasAlphaSample || transparency.length !== colours * 2)
    throw pngDamaged("its tRNS chunk does not fit its colour type");
  return Array.from({ length: colours }, (_, c) => transparency[c * 2]! * 256 + transparency[c * 2 + 1]!);
}
