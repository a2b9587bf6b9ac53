import { EngineError } from "../../engine/error.js";
import { readJpeg } from "../../engine/image/jpeg.js";
import type { ImageLimits } from "../../engine/image/limits.js";
import { decodePng } from "../../engine/image/png.js";
import { readPngChunks } from "../../engine/image/pngChunks.js";
import { readPngHeader } from "../../engine/image/pngHeader.js";
import type { ImageFile } from "../../engine/pdf/appearance/preparedImage.js";
import { Failure } from "../failure/failure.js";
import { appearanceLimits } from "./limits.js";

/** Size of a picture as it is seen, upright, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** An image of a caller's, by its first bytes: a JPEG file, or else what must be a PNG file. */
export function asImageFile(bytes: Uint8Array): ImageFile {
  return { kind: bytes[0] === 0xff && bytes[1] === 0xd8 ? "jpeg" : "png", bytes };
}

/**
 * Refuses an image that could not be drawn later. A PNG file is decoded; of a JPEG file, which goes into the document as
 * it is, the structure and the headers are read.
 * @param param path of the image in the request, for the refusal
 * @returns how large it is
 * @throws Failure `placement_invalid`
 */
export function checkAppearanceImage(bytes: Uint8Array, param: string): PictureSize {
  return sizeOf(bytes, param, (png, limits) => decodePng(png, limits));
}

/**
 * What the headers of an image say of its size: no pixel is decoded, and whether it can be drawn is looked at later.
 * @param param path of the image in the request, for the refusal
 * @throws Failure `placement_invalid`
 */
export function appearanceImageSize(bytes: Uint8Array, param: string): PictureSize {
  return sizeOf(bytes, param, (png) => readPngHeader(readPngChunks(png).header));
}

function sizeOf(
  bytes: Uint8Array,
  param: string,
  readPng: (bytes: Uint8Array, limits: ImageLimits) => PictureSize,
): PictureSize {
  const { imageBytes: maxBytes, imageSide: maxSide, imagePixels: maxPixels } = appearanceLimits;
  const refuse = (message: string, cause?: unknown) =>
    new Failure("placement_invalid", `${param}: ${message}`, { param, cause });
  if (bytes.length > maxBytes) throw refuse(`the image is larger than ${maxBytes} bytes.`);
  const limits = { maxBytes, maxSide, maxPixels };
  try {
    if (asImageFile(bytes).kind === "png") {
      const { width, height } = readPng(bytes, limits);
      return { width, height };
    }
    const { width, height, orientation } = readJpeg(bytes, limits);
    // From 5 on the camera was held sideways (Exif 2.32, 4.6.4).
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw refuse(error.message, error);
  }
}
