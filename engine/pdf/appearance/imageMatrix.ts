import type { Orientation } from "../../image/exifOrientation.js";
import type { Matrix } from "./contentStream.js";

/** A rectangle in points; x and y are its lower left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The largest box of an aspect (width by height) within another, in its middle. */
export function contained(box: Box, aspect: number): Box {
  const width = Math.min(box.width, box.height * aspect);
  const height = width / aspect;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/**
 * Maps an image's unit square (ISO 32000-2, 8.9.5.1) to a box so that the picture stands upright.
 *
 * @param orientation how the stored image is turned (Exif tag 274)
 * @param box where the upright picture goes
 */
export function imageMatrix(orientation: Orientation, { x, y, width, height }: Box): Matrix {
  const right = x + width;
  const top = y + height;
  switch (orientation) {
    case 1:
      return [width, 0, 0, height, x, y];
    case 2:
      return [-width, 0, 0, height, right, y];
    case 3:
      return [-width, 0, 0, -height, right, top];
    case 4:
      return [width, 0, 0, -height, x, top];
    case 5:
      return [0, -height, -width, 0, right, top];
    case 6:
      return [0, -height, width, 0, x, top];
    case 7:
      return [0, height, width, 0, x, y];
    case 8:
      return [0, height, -width, 0, right, y];
  }
}
