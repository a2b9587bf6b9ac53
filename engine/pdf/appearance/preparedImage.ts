import type { Orientation } from "../../image/exifOrientation.js";
import { inkOnWhite } from "../../image/inkOnWhite.js";
import { readJpeg } from "../../image/jpeg.js";
import { DEFAULT_IMAGE_LIMITS, type ImageLimits } from "../../image/limits.js";
import { decodePng } from "../../image/png.js";
import { scaleDown } from "../../image/scaleDown.js";
import { trimMargins } from "../../image/trimMargins.js";
import { type ImageXObject, jpegXObject, rasterXObject } from "./imageXObject.js";

/** An image as a caller hands it over. */
export interface ImageFile {
  readonly kind: "png" | "jpeg";
  readonly bytes: Uint8Array;
}

/** An image that has been read, checked and compressed, and can be drawn in several places. */
export interface PreparedImage {
  /** Width divided by height of the upright picture. */
  readonly aspect: number;
  readonly orientation: Orientation;
  readonly xObject: ImageXObject;
}

export interface ImagePreparation {
  /** Compose transparency on white, because PDF/A-1 allows no soft mask (ISO 19005-1, 6.4). */
  readonly flatten?: boolean;
  /** The box it will be drawn in, in points: pixels beyond 600 to the inch are averaged away. */
  readonly box?: { readonly width: number; readonly height: number };
  readonly limits?: ImageLimits;
}

const PIXELS_PER_POINT = 600 / 72;

/**
 * Reads, checks and compresses an image. A PNG image loses margins without ink and superfluous resolution; a JPEG
 * image is embedded as it is, without its metadata, and turned upright when it is drawn.
 *
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded`
 */
export function prepareImage(file: ImageFile, preparation: ImagePreparation = {}): PreparedImage {
  const limits = preparation.limits ?? DEFAULT_IMAGE_LIMITS;
  if (file.kind === "jpeg") {
    const jpeg = readJpeg(file.bytes, limits);
    const turned = jpeg.orientation >= 5;
    const aspect = turned ? jpeg.height / jpeg.width : jpeg.width / jpeg.height;
    return { aspect, orientation: jpeg.orientation, xObject: jpegXObject(jpeg) };
  }
  const trimmed = trimMargins(decodePng(file.bytes, limits));
  const ink = preparation.flatten ? inkOnWhite(trimmed) : trimmed;
  const image = scaleDown(ink, superfluity(ink.width, ink.height, preparation.box));
  return { aspect: ink.width / ink.height, orientation: 1, xObject: rasterXObject(image) };
}

/** How many times finer than the box can show, as a whole number. */
function superfluity(width: number, height: number, box: ImagePreparation["box"]): number {
  if (!box) return 1;
  const across = width / (box.width * PIXELS_PER_POINT);
  const down = height / (box.height * PIXELS_PER_POINT);
  return Math.max(1, Math.floor(Math.max(across, down)));
}
