import type { RasterImage } from "./raster.js";

/**
 * Makes an image smaller by a whole factor: each new pixel is the mean of a square of old ones, weighted by their
 * opacity so that colours under transparency do not bleed.
 *
 * @param factor 1 or more; rows and columns beyond a multiple of it make narrower squares at the right and bottom
 */
export function scaleDown(image: RasterImage, factor: number): RasterImage {
  if (factor <= 1) return image;
  const width = Math.ceil(image.width / factor);
  const height = Math.ceil(image.height / factor);
  const rgb = new Uint8Array(width * height * 3);
  const alpha = image.alpha && new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const right = Math.min((x + 1) * factor, image.width);
      const bottom = Math.min((y + 1) * factor, image.height);
      averageInto({ rgb, alpha }, y * width + x, image, x * factor, y * factor, right, bottom);
    }
  return alpha ? { width, height, rgb, alpha } : { width, height, rgb };
}

function averageInto(
  target: { rgb: Uint8Array; alpha: Uint8Array | undefined },
  to: number,
  image: RasterImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  let opacity = 0;
  for (let y = top; y < bottom; y++)
    for (let at = y * image.width + left; at < y * image.width + right; at++) {
      const weight = image.alpha ? image.alpha[at]! : 255;
      red += image.rgb[at * 3]! * weight;
      green += image.rgb[at * 3 + 1]! * weight;
      blue += image.rgb[at * 3 + 2]! * weight;
      opacity += weight;
    }
  if (opacity > 0) {
    target.rgb[to * 3] = Math.round(red / opacity);
    target.rgb[to * 3 + 1] = Math.round(green / opacity);
    target.rgb[to * 3 + 2] = Math.round(blue / opacity);
  }
  if (target.alpha) target.alpha[to] = Math.round(opacity / ((right - left) * (bottom - top)));
}
