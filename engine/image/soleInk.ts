import type { RasterImage } from "./raster.js";

/** How far a pixel's colour may be from the ink's, as it shows through its opacity: unseen. */
const TOLERANCE = 3;

/**
 * The one colour in which a transparent image is drawn, as a signature pad draws it; pixels differ in opacity only.
 *
 * @returns red, green and blue, or undefined for an image of several colours, or one that is opaque
 */
export function soleInk({ rgb, alpha }: RasterImage): [number, number, number] | undefined {
  if (!alpha) return undefined;
  const ink = meanInk(rgb, alpha);
  const [red, green, blue] = ink;
  for (let pixel = 0, at = 0; pixel < alpha.length; pixel++, at += 3) {
    const opacity = alpha[pixel]!;
    if (opacity === 0) continue;
    const far =
      Math.max(Math.abs(rgb[at]! - red), Math.abs(rgb[at + 1]! - green), Math.abs(rgb[at + 2]! - blue)) *
      opacity;
    if (far > TOLERANCE * 255) return undefined;
  }
  return ink;
}

/** The mean colour of what can be seen, each pixel by its opacity; white when nothing can. */
export function meanInk(rgb: Uint8Array, alpha: Uint8Array): [number, number, number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  let weight = 0;
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    const opacity = alpha[pixel]!;
    if (opacity === 0) continue;
    weight += opacity;
    red += rgb[pixel * 3]! * opacity;
    green += rgb[pixel * 3 + 1]! * opacity;
    blue += rgb[pixel * 3 + 2]! * opacity;
  }
  if (weight === 0) return [255, 255, 255];
  return [Math.round(red / weight), Math.round(green / weight), Math.round(blue / weight)];
}
