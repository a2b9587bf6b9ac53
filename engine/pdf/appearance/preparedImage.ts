import type { Orientation } from "../../image/exifOrientation.js";
import { readJpeg } from "../../image/jpeg.js";
import { DEFAULT_IMAGE_LIMITS, type ImageLimits } from "../../image/limits.js";
import { decodePng } from "../../image/png.js";
import { scaleDown } from "../../image/scaleDown.js";
import { trimMargins } from "../../image/trimMargins.js";
import { type Colour, colourBytes, WHITE } from "./colour.js";
import { type ImageXObject, jpegXObject, opaqueXObject, rasterXObject } from "./imageXObject.js";

/** An image as a caller hands it over. */
export interface ImageFile {
  readonly kind: "png" | "jpeg";
  readonly bytes: Uint8Array;
}

/** An image that has been read and checked, and can be drawn in several places. */
export interface PreparedImage {
  /** Width divided by height of the upright picture. */
  readonly aspect: number;
  readonly orientation: Orientation;
  /** The image compressed: with its transparency, or flattened. */
  xObject(flatten: boolean): ImageXObject;
}

export interface ImagePreparation {
  /** Compose transparency on the ground in every document, not only where PDF/A forbids it. */
  readonly flatten?: boolean | undefined;
  /** The colour that transparency is composed on; white unless told otherwise. */
  readonly ground?: Colour;
  /** The box it will be drawn in, in points: pixels beyond 600 to the inch are averaged away. */
  readonly box?: { readonly width: number; readonly height: number };
  /** Keep margins without ink, which are cut off otherwise. */
  readonly margins?: boolean;
  readonly limits?: ImageLimits;
}

const PIXELS_PER_POINT = 600 / 72;

/**
 * Reads and checks an image. A PNG image loses margins without ink and superfluous resolution; a JPEG image is
 * embedded as it is, without its metadata, and turned upright when it is drawn.
 *
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded`
 */
export function prepareImage(file: ImageFile, preparation: ImagePreparation = {}): PreparedImage {
  const limits = preparation.limits ?? DEFAULT_IMAGE_LIMITS;
  if (file.kind === "jpeg") {
    const jpeg = readJpeg(file.bytes, limits);
    const turned = jpeg.orientation >= 5;
    const aspect = turned ? jpeg.height / jpeg.width : jpeg.width / jpeg.height;
    const xObject = jpegXObject(jpeg);
    return { aspect, orientation: jpeg.orientation, xObject: () => xObject };
  }
  const decoded = decodePng(file.bytes, limits);
  const ink = preparation.margins ? decoded : trimMargins(decoded);
  const image = scaleDown(ink, superfluity(ink.width, ink.height, preparation.box));
  const ground = colourBytes(preparation.ground ?? WHITE);
  const transparent = once(() => rasterXObject(image));
  const opaque = once(() => (image.alpha ? opaqueXObject(image, ground) : transparent()));
  const xObject = (flatten: boolean) => (flatten || preparation.flatten ? opaque() : transparent());
  // What will most probably be asked for is compressed now, so that signing need not wait for it.
  xObject(false);
  return { aspect: ink.width / ink.height, orientation: 1, xObject };
}

/** Computes what is asked for at the first asking, and remembers it as long as the image lives. */
function once<T>(compute: () => T): () => T {
  let computed: T | undefined;
  return () => {
    computed ??= compute();
    return computed;
  };
}

/** How many times finer than the box can show, as a whole number. */
function superfluity(width: number, height: number, box: ImagePreparation["box"]): number {
  if (!box) return 1;
  const across = width / (box.width * PIXELS_PER_POINT);
  const down = height / (box.height * PIXELS_PER_POINT);
  return Math.max(1, Math.floor(Math.max(across, down)));
}
