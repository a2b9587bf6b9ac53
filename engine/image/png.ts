import { inflateSync } from "node:zlib";
import { checkDimensions, checkFileSize, DEFAULT_IMAGE_LIMITS, type ImageLimits } from "./limits.js";
import { type PngChunks, pngDamaged, readPngChunks } from "./pngChunks.js";
import { unfilterRow } from "./pngFilters.js";
import { type PngHeader, readPngHeader } from "./pngHeader.js";
import { filteredSize, type PngPass, pngPasses } from "./pngPasses.js";
import { rowWriter, type SampleTarget } from "./pngSamples.js";
import type { RasterImage } from "./raster.js";

/** Larger steps than zlib's 16 KiB spare a copy for each; smaller than the whole, so that a lie costs little. */
const INFLATE_STEP = 1024 * 1024;

/**
 * Decodes a PNG image (ISO/IEC 15948): every colour type, bit depth and interlacing. Colour profiles and gamma are
 * not applied. Memory is bounded before anything is inflated: by the limits, and by the size that the header gives.
 *
 * @param bytes the file
 * @param limits what the image may cost; 4096 pixels a side, 16 Mpixel and 8 MiB unless told otherwise
 * @returns its pixels; `alpha` only when a pixel is not opaque
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded`
 */
export function decodePng(bytes: Uint8Array, limits: ImageLimits = DEFAULT_IMAGE_LIMITS): RasterImage {
  checkFileSize(bytes, limits);
  const chunks = readPngChunks(bytes);
  const header = readPngHeader(chunks.header);
  const { width, height } = header;
  checkDimensions(width, height, limits);
  const passes = pngPasses(header);
  const data = inflate(chunks.data, filteredSize(passes));
  const rgb = new Uint8Array(width * height * 3);
  const mayBeTransparent = chunks.transparency !== undefined || header.colour.endsWith("Alpha");
  const alpha = mayBeTransparent ? new Uint8Array(width * height) : undefined;
  const target = alpha ? { rgb, alpha } : { rgb };
  readPasses(header, chunks, passes, data, target);
  return alpha && !isOpaque(alpha) ? { width, height, rgb, alpha } : { width, height, rgb };
}

function isOpaque(alpha: Uint8Array): boolean {
  for (let i = 0; i < alpha.length; i++) if (alpha[i] !== 255) return false;
  return true;
}

function inflate(data: Uint8Array, size: number): Uint8Array {
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(data, {
      maxOutputLength: size,
      chunkSize: Math.min(Math.max(size, 64), INFLATE_STEP),
    });
  } catch (cause) {
    throw pngDamaged("its compressed pixels cannot be read, or are more than its size says", cause);
  }
  if (inflated.length !== size) throw pngDamaged("it has fewer pixels than its size says");
  return inflated;
}

function readPasses(
  header: PngHeader,
  chunks: PngChunks,
  passes: readonly PngPass[],
  data: Uint8Array,
  target: SampleTarget,
): void {
  const stride = Math.max(1, (header.channels * header.bitDepth) >> 3);
  const write = rowWriter(header, chunks, data, target);
  let at = 0;
  for (const pass of passes) {
    let above = -1;
    for (let row = 0; row < pass.height; row++) {
      unfilterRow(data, at, pass.rowBytes, stride, above);
      above = at + 1;
      write(above, pass.width, (pass.y + row * pass.stepY) * header.width + pass.x, pass.stepX);
      at = above + pass.rowBytes;
    }
  }
}
