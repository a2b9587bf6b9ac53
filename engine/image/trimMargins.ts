import type { RasterImage } from "./raster.js";

/**
 * Cuts off the margins in which nothing can be seen on paper: rows and columns that are wholly transparent, or
 * opaque and pure white. A signature drawn small in the middle of a large field then fills its box.
 *
 * @returns the same image where there is no margin or nothing at all to be seen
 */
export function trimMargins(image: RasterImage): RasterImage {
  const { width, height } = image;
  const visible = visibility(image);
  let top = 0;
  while (top < height && !visible(0, top, width, 1)) top++;
  if (top === height) return image;
  let bottom = height;
  while (!visible(0, bottom - 1, width, 1)) bottom--;
  let left = 0;
  while (!visible(left, top, 1, bottom - top)) left++;
  let right = width;
  while (!visible(right - 1, top, 1, bottom - top)) right--;
  if (right - left === width && bottom - top === height) return image;
  return crop(image, left, top, right - left, bottom - top);
}

/** Tells whether a rectangle has a pixel that shows. */
function visibility({ width, rgb, alpha }: RasterImage) {
  return (x: number, y: number, w: number, h: number): boolean => {
    for (let row = y; row < y + h; row++)
      for (let pixel = row * width + x; pixel < row * width + x + w; pixel++) {
        if (alpha && alpha[pixel] === 0) continue;
        if (rgb[pixel * 3]! + rgb[pixel * 3 + 1]! + rgb[pixel * 3 + 2]! < 765) return true;
      }
    return false;
  };
}

function crop(image: RasterImage, x: number, y: number, width: number, height: number): RasterImage {
  const rows = (source: Uint8Array, bytes: number) => {
    const target = new Uint8Array(width * height * bytes);
    for (let row = 0; row < height; row++) {
      const from = ((y + row) * image.width + x) * bytes;
      target.set(source.subarray(from, from + width * bytes), row * width * bytes);
    }
    return target;
  };
  const rgb = rows(image.rgb, 3);
  return image.alpha ? { width, height, rgb, alpha: rows(image.alpha, 1) } : { width, height, rgb };
}
