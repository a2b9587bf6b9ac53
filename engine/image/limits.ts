import { EngineError } from "../error.js";

/** What an image may cost us before we look at its pixels. */
export interface ImageLimits {
  /** Most pixels along one side. */
  readonly maxSide: number;
  /** Most pixels altogether. */
  readonly maxPixels: number;
  /** Largest file, in bytes. */
  readonly maxBytes: number;
}

export const DEFAULT_IMAGE_LIMITS: ImageLimits = {
  maxSide: 4096,
  maxPixels: 16 * 1024 * 1024,
  maxBytes: 8 * 1024 * 1024,
};

/**
 * Refuses a file that is larger than the limit.
 *
 * @throws EngineError `image_limit_exceeded`, naming the limit
 */
export function checkFileSize(bytes: Uint8Array, limits: ImageLimits): void {
  if (bytes.length > limits.maxBytes)
    throw new EngineError(
      "image_limit_exceeded",
      `The image file has ${bytes.length} bytes; the limit is ${limits.maxBytes} bytes.`,
    );
}

/**
 * Refuses dimensions that are zero or larger than the limits, before memory is set aside for them.
 *
 * @throws EngineError `image_damaged` (a side of 0) or `image_limit_exceeded`, naming the limit
 */
export function checkDimensions(width: number, height: number, limits: ImageLimits): void {
  if (width === 0 || height === 0) throw new EngineError("image_damaged", "The image has no pixels.");
  if (width > limits.maxSide || height > limits.maxSide)
    throw new EngineError(
      "image_limit_exceeded",
      `The image measures ${width} x ${height} pixels; the limit is ${limits.maxSide} pixels a side.`,
    );
  if (width * height > limits.maxPixels)
    throw new EngineError(
      "image_limit_exceeded",
      `The image has ${width * height} pixels; the limit is ${limits.maxPixels} pixels.`,
    );
}
