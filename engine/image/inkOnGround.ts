import type { RasterImage } from "./raster.js";
import { meanInk } from "./soleInk.js";

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Composes a transparent image on a ground of one colour; an opaque one is returned as it is. */
export function inkOnGround(image: RasterImage, ground: Rgb): RasterImage {
  const { width, height, rgb, alpha } = image;
  if (!alpha) return image;
  const composed = new Uint8Array(rgb.length);
  for (let pixel = 0, at = 0; pixel < alpha.length; pixel++) {
    const opacity = alpha[pixel]!;
    for (let part = 0; part < 3; part++, at++) composed[at] = mix(rgb[at]!, ground[part]!, opacity);
  }
  return { width, height, rgb: composed };
}

/** The colours that an ink gives on a ground, for every opacity from 0 to 255: 768 bytes. */
export function inkPalette(ink: Rgb, ground: Rgb): Uint8Array {
  const palette = new Uint8Array(768);
  for (let opacity = 0; opacity < 256; opacity++)
    for (let part = 0; part < 3; part++)
      palette[opacity * 3 + part] = mix(ink[part]!, ground[part]!, opacity);
  return palette;
}

function mix(ink: number, ground: number, opacity: number): number {
  return Math.round((ink * opacity + ground * (255 - opacity)) / 255);
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
