import type { RasterImage } from "./raster.js";

/** Composes a transparent image on white; an opaque one is returned as it is. */
export function inkOnWhite(image: RasterImage): RasterImage {
  const { width, height, rgb, alpha } = image;
  if (!alpha) return image;
  const composed = new Uint8Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) {
    const opacity = alpha[(i / 3) | 0]!;
    composed[i] = Math.round((rgb[i]! * opacity + 255 * (255 - opacity)) / 255);
  }
  return { width, height, rgb: composed };
}

/**
 * Gives pixels that are wholly transparent the mean colour of those that are not. A reader that smooths the colours
 * before it applies the mask then draws no dark fringe, and even colour compresses to next to nothing.
 */
export function inkUnderTransparency(image: RasterImage): RasterImage {
  const { width, height, rgb, alpha } = image;
  if (!alpha) return image;
  const [red, green, blue] = meanInk(rgb, alpha);
  const filled = Uint8Array.from(rgb);
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    if (alpha[pixel] !== 0) continue;
    filled[pixel * 3] = red;
    filled[pixel * 3 + 1] = green;
    filled[pixel * 3 + 2] = blue;
  }
  return { width, height, rgb: filled, alpha };
}

function meanInk(rgb: Uint8Array, alpha: Uint8Array): [number, number, number] {
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
