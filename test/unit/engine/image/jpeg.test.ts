import { EngineError } from "../../../../engine/error.js";
import { readJpeg } from "../../../../engine/image/jpeg.js";
import { DEFAULT_IMAGE_LIMITS } from "../../../../engine/image/limits.js";
import { vector } from "./vectors.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof EngineError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "no error";
}

/** Changes bytes of the first frame header (SOF0 or SOF2): `at` counts from its marker's second byte. */
function withFrame(name: string, at: number, ...values: number[]): Uint8Array {
  const bytes = Buffer.from(vector(name));
  const frame = Math.max(bytes.indexOf(Uint8Array.of(0xff, 0xc0)), bytes.indexOf(Uint8Array.of(0xff, 0xc2)));
  bytes.set(values, frame + 1 + at);
  return bytes;
}

describe("headers say what the image is", () => {
  test.each([
    ["orientation-1.jpg", { width: 32, height: 16, components: 3, adobe: false, orientation: 1 }],
    ["orientation-6.jpg", { width: 16, height: 32, components: 3, adobe: false, orientation: 6 }],
    ["progressive.jpg", { width: 32, height: 16, components: 3, adobe: false, orientation: 1 }],
    ["grey.jpg", { width: 32, height: 16, components: 1, adobe: false, orientation: 1 }],
    ["cmyk-adobe.jpg", { width: 32, height: 16, components: 4, adobe: true, orientation: 1 }],
  ])("%s", (name, expected) => {
    expect(readJpeg(vector(name))).toMatchObject(expected);
  });
});

describe("what is embedded", () => {
  test.each(["orientation-3.jpg", "progressive.jpg"])(
    "%s loses what it tells about its maker and keeps every byte of its pixels",
    (name) => {
      const original = Buffer.from(vector(name));
      const stream = Buffer.from(readJpeg(original).stream);
      expect(original.includes("Secret Place")).toBe(true);
      expect(stream.includes("Secret Place")).toBe(false);
      expect(stream.subarray(0, 2)).toEqual(original.subarray(0, 2));
      const tables = original.indexOf(Uint8Array.of(0xff, 0xdb));
      expect(stream.subarray(-(original.length - tables))).toEqual(original.subarray(tables));
    },
  );

  test("the Adobe marker stays, because it says how colours are stored", () => {
    expect(Buffer.from(readJpeg(vector("cmyk-adobe.jpg")).stream).includes("Adobe")).toBe(true);
  });

  test("what follows the image is left out", () => {
    const original = vector("grey.jpg");
    const { stream } = readJpeg(Buffer.concat([original, Buffer.from("a film of two minutes")]));
    expect(Buffer.from(stream)).toEqual(Buffer.from(readJpeg(original).stream));
  });
});

describe("what cannot be embedded is refused by name", () => {
  const grey = vector("grey.jpg");
  const secondFrame = Uint8Array.of(0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0);
  const cases: [string, Uint8Array, string][] = [
    ["no bytes", new Uint8Array(), "image_unsupported"],
    ["a PNG image", vector("grey-8bit-plain.png"), "image_unsupported"],
    ["lossless coding", withFrame("grey.jpg", 0, 0xc3), "lossless"],
    ["arithmetic coding", withFrame("grey.jpg", 0, 0xc9), "arithmetic"],
    ["12-bit samples", withFrame("grey.jpg", 3, 12), "8 bits"],
    ["a height that comes later", withFrame("grey.jpg", 4, 0, 0), "height"],
    ["a width of 0", withFrame("grey.jpg", 6, 0, 0), "no pixels"],
    ["two components", withFrame("grey.jpg", 8, 2), "components"],
    ["more components than the header has", withFrame("grey.jpg", 8, 3), "too short"],
    ["cut off in its pixels", grey.subarray(0, grey.length - 6), "image_damaged"],
    ["cut off in its header", grey.subarray(0, 30), "image_damaged"],
    ["no frame", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), "frame header"],
    ["two frames", Buffer.concat([grey.subarray(0, 2), secondFrame, grey.subarray(2)]), "exactly one frame"],
    ["no scan", Buffer.concat([grey.subarray(0, 2), secondFrame, Uint8Array.of(0xff, 0xd9)]), "no scan"],
    ["a segment of length 1", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xd9), "wrong length"],
  ];
  test.each(cases)("%s", (_, bytes, words) => {
    expect(codeOf(() => readJpeg(bytes))).toMatch(/^image_(damaged|unsupported): /);
    expect(codeOf(() => readJpeg(bytes))).toMatch(words);
  });

  test("a side beyond the limit", () => {
    expect(codeOf(() => readJpeg(withFrame("grey.jpg", 6, 0x10, 0x01)))).toBe(
      "image_limit_exceeded: The image measures 4097 x 16 pixels; the limit is 4096 pixels a side.",
    );
  });

  test("a file beyond the limit", () => {
    expect(codeOf(() => readJpeg(grey, { ...DEFAULT_IMAGE_LIMITS, maxBytes: 100 }))).toMatch(
      "the limit is 100 bytes",
    );
  });

  describe("that no reader could show, or none in time", () => {
    const progressive = vector("progressive.jpg");
    const markerAt = (bytes: Uint8Array, marker: number) =>
      Buffer.from(bytes).indexOf(Uint8Array.of(0xff, marker));
    /** Without the segment that follows the first marker of a kind. */
    const without = (bytes: Uint8Array, marker: number) => {
      const at = markerAt(bytes, marker);
      const end = at + 2 + Buffer.from(bytes).readUInt16BE(at + 2);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    };
    const lastScan = progressive.subarray(
      Buffer.from(progressive).lastIndexOf(Uint8Array.of(0xff, 0xda)),
      -2,
    );
    const scans = Array.from({ length: 2000 }, () => lastScan);
    const anotherComponent = Buffer.from(grey);
    anotherComponent[markerAt(grey, 0xda) + 5] = 99;
    test.each<[string, Uint8Array, string]>([
      ["no quantization table", without(grey, 0xdb), "no quantization or Huffman table"],
      ["no Huffman table", without(grey, 0xc4), "no quantization or Huffman table"],
      ["a sampling factor of 0", withFrame("grey.jpg", 10, 0x01), "sampling factor"],
      ["a scan of another component", anotherComponent, "that its frame has not"],
      [
        "two thousand scans",
        Buffer.concat([progressive.subarray(0, -2), ...scans, progressive.subarray(-2)]),
        "more than 128 scans",
      ],
    ])("%s", (_, bytes, words) => {
      expect(codeOf(() => readJpeg(bytes))).toMatch(words);
    });
  });

  test("a file of thousands of empty segments", () => {
    const empty = Array.from({ length: 5000 }, () => Uint8Array.of(0xff, 0xe0, 0, 2));
    expect(codeOf(() => readJpeg(Buffer.concat([grey.subarray(0, 2), ...empty, grey.subarray(2)])))).toMatch(
      "4096 segments",
    );
  });
});
