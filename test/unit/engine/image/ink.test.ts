import { inkOnGround, inkPalette, inkUnderTransparency } from "../../../../engine/image/inkOnGround.js";
import { scaleDown } from "../../../../engine/image/scaleDown.js";
import { soleInk } from "../../../../engine/image/soleInk.js";
import { trimMargins } from "../../../../engine/image/trimMargins.js";

const WHITE: [number, number, number] = [255, 255, 255];
const INK: [number, number, number] = [10, 20, 30];

function raster(width: number, pixels: number[][], alpha?: number[]) {
  const image = { width, height: pixels.length / width, rgb: Uint8Array.from(pixels.flat()) };
  return alpha ? { ...image, alpha: Uint8Array.from(alpha) } : image;
}

describe("margins", () => {
  test("transparent ones are cut off on all four sides, and nothing that shows", () => {
    const pixels = Array.from({ length: 20 }, () => INK);
    const alpha = [0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(trimMargins(raster(5, pixels, alpha))).toEqual(raster(2, [INK, INK, INK, INK], [0, 9, 255, 0]));
  });

  test("pure white ones are cut off, almost white ones are not", () => {
    const almost = [255, 254, 255];
    const pixels = [WHITE, WHITE, WHITE, WHITE, almost, INK];
    expect(trimMargins(raster(3, pixels))).toEqual(raster(2, [almost, INK]));
  });

  test("an image without ink stays as it is", () => {
    const blank = raster(2, [WHITE, WHITE]);
    expect(trimMargins(blank)).toBe(blank);
  });
});

describe("scaling down", () => {
  test("averages squares, and narrower ones at the edges", () => {
    const grey = (value: number) => [value, value, value];
    const scaled = scaleDown(raster(3, [grey(0), grey(10), grey(50), grey(20), grey(30), grey(70)]), 2);
    expect(scaled).toEqual(raster(2, [grey(15), grey(60)]));
  });

  test("does not let the colour under transparency bleed", () => {
    const scaled = scaleDown(raster(2, [INK, WHITE], [255, 0]), 2);
    expect(scaled).toEqual(raster(1, [INK], [128]));
  });

  test("by 1 changes nothing", () => {
    const image = raster(1, [INK]);
    expect(scaleDown(image, 1)).toBe(image);
  });
});

describe("transparency", () => {
  test("composed on white is gone, and half-transparent black is mid-grey", () => {
    const composed = inkOnGround(raster(3, [[0, 0, 0], INK, INK], [128, 255, 0]), WHITE);
    expect(composed).toEqual(raster(3, [[127, 127, 127], INK, WHITE]));
  });

  test("pixels that do not show take the mean ink colour, those that show keep theirs", () => {
    const filled = inkUnderTransparency(
      raster(
        3,
        [
          [0, 0, 0],
          [10, 10, 10],
          [30, 30, 30],
        ],
        [0, 255, 255],
      ),
    );
    expect(Array.from(filled.rgb)).toEqual([20, 20, 20, 10, 10, 10, 30, 30, 30]);
  });

  test("a wholly transparent image becomes white", () => {
    expect(Array.from(inkUnderTransparency(raster(1, [[0, 0, 0]], [0])).rgb)).toEqual(WHITE);
  });

  test("composed on a ground takes its colour where nothing is drawn", () => {
    const ground = [200, 100, 0] as const;
    expect(inkOnGround(raster(2, [INK, INK], [255, 0]), ground)).toEqual(raster(2, [INK, [...ground]]));
  });

  test("a drawing of one ink is told from one of two, rounding of faint pixels aside", () => {
    expect(soleInk(raster(3, [INK, [0, 51, 0], WHITE], [255, 1, 0]))).toEqual(INK);
    expect(soleInk(raster(2, [INK, [90, 20, 30]], [255, 255]))).toBeUndefined();
    expect(soleInk(raster(1, [INK]))).toBeUndefined();
  });

  test("a palette has the ink at full opacity, the ground at none, and the mean between", () => {
    const palette = inkPalette([0, 0, 0], WHITE);
    expect([palette[0], palette[128 * 3], palette[255 * 3]]).toEqual([255, 127, 0]);
  });
});
