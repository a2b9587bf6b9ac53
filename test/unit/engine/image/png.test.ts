import { deflateSync } from "node:zlib";
import { EngineError } from "../../../../engine/error.js";
import { DEFAULT_IMAGE_LIMITS } from "../../../../engine/image/limits.js";
import { decodePng } from "../../../../engine/image/png.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { filterRows, header, joinPng, pngChunk, writePng } from "./pngWriter.js";
import { vector, vectorNames } from "./vectors.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof EngineError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

function rgba(bytes: Uint8Array): Uint8Array {
  const { width, height, rgb, alpha } = decodePng(bytes);
  return Uint8Array.from({ length: width * height * 4 }, (_, i) =>
    i % 4 === 3 ? (alpha?.[i >> 2] ?? 255) : rgb[(i >> 2) * 3 + (i % 4)]!,
  );
}

const grey8 = { width: 2, height: 2, bitDepth: 8, colourType: 0 };
const greyRows = Uint8Array.of(0, 10, 20, 0, 30, 40);

describe("pixels are those that another encoder put in", () => {
  test.each(vectorNames(".png"))("%s", (name) => {
    expect(rgba(vector(name))).toEqual(Uint8Array.from(vector(name.replace(".png", ".rgba"))));
  });

  test.each([0, 1, 2, 3, 4])("a photograph whose rows all have filter %i keeps every sample", (filter) => {
    const random = seededRandom(filter);
    const rgb = Uint8Array.from({ length: 31 * 17 * 3 }, () => random(256));
    const rows = filterRows(rgb, 31 * 3, 3, () => filter);
    const decoded = decodePng(writePng({ width: 31, height: 17, bitDepth: 8, colourType: 2, rows }));
    expect(decoded.rgb).toEqual(rgb);
    expect(decoded.alpha).toBeUndefined();
  });

  test("rows of mixed filters and 16-bit samples with opacity keep every upper byte", () => {
    const random = seededRandom(99);
    const samples = Uint8Array.from({ length: 13 * 11 * 8 }, () => random(256));
    const rows = filterRows(samples, 13 * 8, 8, (row) => row % 5);
    const png = writePng({ width: 13, height: 11, bitDepth: 16, colourType: 6, rows });
    expect(rgba(png)).toEqual(samples.filter((_, i) => i % 2 === 0));
  });

  test("an image that could be transparent and is not has no alpha", () => {
    const rows = Uint8Array.of(0, 1, 2, 3, 255);
    expect(
      decodePng(writePng({ width: 1, height: 1, bitDepth: 8, colourType: 6, rows })).alpha,
    ).toBeUndefined();
  });

  test("compressed data may be spread over many chunks", () => {
    const data = deflateSync(greyRows);
    const parts = [...data].map((byte) => pngChunk("IDAT", Uint8Array.of(byte)));
    const decoded = decodePng(joinPng([header(grey8), ...parts, pngChunk("IEND")]));
    expect(decoded.rgb[9]).toBe(40);
  });
});

describe("what an image may cost is bounded, and the limit is named", () => {
  test.each([
    [{ width: 4097, height: 1 }, "4097 x 1 pixels; the limit is 4096 pixels a side"],
    [{ width: 1, height: 100_000 }, "the limit is 4096 pixels a side"],
    [{ width: 4294967295, height: 4294967295 }, "the limit is 4096 pixels a side"],
  ])("%j is refused before its pixels are looked at", (size, words) => {
    const lying = joinPng([header({ ...grey8, ...size }), pngChunk("IDAT"), pngChunk("IEND")]);
    expect(codeOf(() => decodePng(lying))).toMatch("image_limit_exceeded: ");
    expect(codeOf(() => decodePng(lying))).toMatch(words);
  });

  test("pixels altogether are limited too", () => {
    const png = writePng({ ...grey8, rows: greyRows });
    const limits = { ...DEFAULT_IMAGE_LIMITS, maxPixels: 3 };
    expect(codeOf(() => decodePng(png, limits))).toBe(
      "image_limit_exceeded: The image has 4 pixels; the limit is 3 pixels.",
    );
  });

  test("a file larger than the limit is refused", () => {
    const limits = { ...DEFAULT_IMAGE_LIMITS, maxBytes: 40 };
    expect(codeOf(() => decodePng(writePng({ ...grey8, rows: greyRows }), limits))).toMatch(
      "image_limit_exceeded: The image file has",
    );
  });

  test("a 2 x 2 image whose data inflates to 200 MB costs no memory", () => {
    const bomb = deflateSync(new Uint8Array(200_000_000), { level: 1 });
    const png = joinPng([header(grey8), pngChunk("IDAT", bomb), pngChunk("IEND")]);
    const before = process.memoryUsage().arrayBuffers;
    expect(codeOf(() => decodePng(png))).toMatch("image_damaged: ");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test("a file of a hundred thousand empty chunks is refused", () => {
    const many = Array.from({ length: 100_000 }, () => pngChunk("IDAT"));
    expect(codeOf(() => decodePng(joinPng([header(grey8), ...many, pngChunk("IEND")])))).toMatch(
      "16384 chunks",
    );
  });
});

describe("a damaged file is refused by name", () => {
  const good = writePng({ ...grey8, rows: greyRows });
  const idat = pngChunk("IDAT", deflateSync(greyRows));
  const iend = pngChunk("IEND");
  const palette = pngChunk("PLTE", Uint8Array.of(1, 2, 3));
  const indexed = header({ ...grey8, colourType: 3 });
  const cases: [string, Uint8Array, string][] = [
    ["no bytes", new Uint8Array(), "image_unsupported"],
    ["a JPEG image", Uint8Array.of(0xff, 0xd8, 0xff), "image_unsupported"],
    ["cut off in a chunk", good.subarray(0, 50), "image_damaged"],
    ["cut off between chunks", good.subarray(0, 33), "image_damaged"],
    ["a wrong checksum", Uint8Array.from(good, (byte, i) => (i === 20 ? byte ^ 1 : byte)), "wrong checksum"],
    ["no header", joinPng([idat, iend]), "IHDR comes first"],
    ["two headers", joinPng([header(grey8), header(grey8), idat, iend]), "IHDR comes first"],
    ["no pixels", joinPng([header(grey8), iend]), "no IDAT"],
    ["a side of 0", joinPng([header({ ...grey8, width: 0 }), idat, iend]), "no pixels"],
    ["too few pixels", writePng({ ...grey8, rows: greyRows.subarray(0, 4) }), "fewer pixels"],
    ["too many pixels", writePng({ ...grey8, rows: new Uint8Array(7) }), "more than its size"],
    ["no zlib stream", joinPng([header(grey8), pngChunk("IDAT", greyRows), iend]), "cannot be read"],
    ["an unknown filter", writePng({ ...grey8, rows: Uint8Array.of(5, 1, 2, 0, 3, 4) }), "filter type"],
    [
      "colour with 4 bits",
      writePng({ ...grey8, colourType: 2, bitDepth: 4, rows: greyRows }),
      "do not go together",
    ],
    ["colour type 5", writePng({ ...grey8, colourType: 5, rows: greyRows }), "do not go together"],
    [
      "an unknown interlace method",
      writePng({ ...grey8, interlace: 2, rows: greyRows }),
      "image_unsupported",
    ],
    [
      "an unknown critical chunk",
      joinPng([header(grey8), pngChunk("ABCD"), idat, iend]),
      "image_unsupported",
    ],
    ["no palette", joinPng([indexed, idat, iend]), "palette"],
    ["an index beyond the palette", joinPng([indexed, palette, idat, iend]), "palette does not have"],
    ["a palette after the pixels", joinPng([header(grey8), idat, palette, iend]), "after the pixels"],
    ["two palettes", joinPng([header(grey8), palette, palette, idat, iend]), "second time"],
    ["pixels in two places", joinPng([header(grey8), idat, pngChunk("tEXt"), idat, iend]), "stands apart"],
    [
      "transparency that does not fit",
      joinPng([header(grey8), pngChunk("tRNS", Uint8Array.of(1)), idat, iend]),
      "tRNS",
    ],
  ];
  test.each(cases)("%s", (_, bytes, words) => {
    expect(codeOf(() => decodePng(bytes))).toMatch(/^image_(damaged|unsupported): /);
    expect(codeOf(() => decodePng(bytes))).toMatch(words);
  });
});
