import type { EngineError } from "../../../../engine/error.js";
import { prepareImage } from "../../../../engine/pdf/appearance/preparedImage.js";
import {
  type SignatureAppearanceOptions,
  signatureAppearance,
} from "../../../../engine/pdf/appearance/signatureAppearance.js";
import type { Surroundings } from "../../../../engine/pdf/appearanceSource.js";
import { ByteSink } from "../../../../engine/pdf/byteSink.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { PdfName, PdfRef, PdfStream } from "../../../../engine/pdf/objects.js";
import { writeObject } from "../../../../engine/pdf/serialize.js";
import { quickestRun } from "../../../support/processorTime.js";
import { shippedFontBytes } from "../font/shippedFont.js";
import { vector } from "../image/vectors.js";
import { drawnSignature } from "./drawnSignature.js";
import { drawnStrokes } from "./drawnStrokes.js";

const font = parseFont(shippedFontBytes());
const image = drawnSignature();

function built(options: Partial<SignatureAppearanceOptions> = {}, surroundings?: Surroundings) {
  let next = 1;
  const appearance = signatureAppearance({
    width: 180,
    height: 60,
    name: "Zoë",
    lines: ["today"],
    font,
    ...options,
  });
  const { form, objects } = appearance.build(() => new PdfRef(next++, 0), surroundings);
  const value = objects.find(({ ref }) => ref.num === form.num)?.value;
  if (!(value instanceof PdfStream)) throw new Error("the form is not among the objects");
  const streams = objects.map((object) => object.value).filter((one) => one instanceof PdfStream);
  const images = streams.filter(({ dict }) => (dict.get("Subtype") as PdfName | undefined)?.name === "Image");
  return { form: value, objects, images, content: Buffer.from(value.raw).toString("latin1") };
}

describe("the form XObject", () => {
  test("has the box of the placement, and a matrix only where one was given", () => {
    expect(built().form.dict.get("BBox")).toEqual([0, 0, 180, 60]);
    expect(built().form.dict.has("Matrix")).toBe(false);
    expect(built({ matrix: [0, 1, -1, 0, 60, 0] }).form.dict.get("Matrix")).toEqual([0, 1, -1, 0, 60, 0]);
  });

  test("is the same, byte for byte, for the same signature", () => {
    expect(built({ image })).toEqual(built({ image }));
  });

  test("can be built again for another document", () => {
    const appearance = signatureAppearance({ width: 180, height: 60, name: "Zoë", lines: [], font, image });
    const build = (first: number) => {
      let next = first;
      return appearance.build(() => new PdfRef(next++, 0)).objects;
    };
    expect(build(7).map(({ ref }) => ref.num - 6)).toEqual(build(1).map(({ ref }) => ref.num));
  });

  test.each([
    ["text", {}],
    ["a picture", { image }],
    ["greys", { image: { kind: "jpeg" as const, bytes: vector("grey.jpg") } }],
    ["inks", { image: { kind: "jpeg" as const, bytes: vector("cmyk-adobe.jpg") } }],
    ["strokes", { strokes: drawnStrokes() }],
  ])("names no colour of a device in an archival document, whatever is drawn: %s", (_, options) => {
    const { content, objects } = built({ ...options, rule: "frame" }, { archival: () => true });
    const sink = new ByteSink();
    for (const { value } of objects) if (value instanceof PdfStream) writeObject(sink, value.dict);
    expect(Buffer.from(sink.join()).toString("latin1")).not.toMatch(/Device(Gray|RGB|CMYK)/);
    expect(content).not.toMatch(/ (g|G|rg|RG|k|K)\n/);
  });

  test("paints no background", () => {
    expect(built({ image, rule: "frame" }).content).not.toMatch(/\bf\*?\s|\bB\b/);
  });

  test.each([
    ["line", / l S/],
    ["frame", / re S/],
  ] as const)("draws a %s where one is asked for", (rule, operator) => {
    expect(built({ image, rule }).content).toMatch(operator);
    expect(built({ image, rule: "none" }).content).not.toMatch(operator);
  });
});

describe("the drawn image", () => {
  test("keeps its transparency as a soft mask", () => {
    const { images } = built({ image });
    expect(images).toHaveLength(2);
    expect(images.filter(({ dict }) => dict.has("SMask"))).toHaveLength(1);
  });

  test("has no transparency when it is flattened for PDF/A-1", () => {
    const { images } = built({ image, flatten: true });
    expect(images).toHaveLength(1);
    expect(images[0]!.dict.has("SMask")).toBe(false);
  });

  test("has none either in a document that allows none, and keeps it where one does", () => {
    const prepared = prepareImage(image);
    expect(built({ image: prepared }, { archival: () => true }).images).toHaveLength(1);
    expect(built({ image: prepared }, { archival: () => false }).images).toHaveLength(2);
  });

  test("of one colour keeps a byte a pixel, its opacity; one of many colours keeps them", () => {
    const coloured = { kind: "png" as const, bytes: vector("truecolour-alpha-8bit-plain.png") };
    const depths = (one: typeof image) =>
      built({ image: one }).images.map(({ dict }) => dict.get("BitsPerComponent"));
    expect(depths(image).sort()).toEqual([1, 8]);
    expect(depths(coloured)).toEqual([8, 8]);
  });

  test("of JPEG is embedded as it is, without metadata", () => {
    const { images } = built({ image: { kind: "jpeg", bytes: vector("orientation-6.jpg") } });
    expect(images[0]!.dict.get("Filter")).toEqual(new PdfName("DCTDecode"));
    expect(Buffer.from(images[0]!.raw).includes("Secret Place")).toBe(false);
  });

  test("of CMYK with an Adobe marker is inverted back", () => {
    const { images } = built({ image: { kind: "jpeg", bytes: vector("cmyk-adobe.jpg") } });
    expect(images[0]!.dict.get("ColorSpace")).toEqual(new PdfName("DeviceCMYK"));
    expect(images[0]!.dict.get("Decode")).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  });

  test("of far more pixels than 600 to the inch is made smaller", () => {
    const { images } = built({ image: drawnSignature(1400, 200), width: 24, height: 8 });
    expect(images.map(({ dict }) => dict.get("Width"))).toEqual([200, 200]);
  });

  test("can be prepared once and drawn in several places", () => {
    const box = { width: 180, height: 60 };
    expect(built({ image: prepareImage(image, { box }) }).objects).toEqual(built({ image }).objects);
  });

  test.each([
    [
      "a PNG image that is called a JPEG image",
      { kind: "jpeg" as const, bytes: image.bytes },
      "image_unsupported",
    ],
    ["a PNG image cut short", { kind: "png" as const, bytes: image.bytes.subarray(0, 300) }, "image_damaged"],
  ])("is refused at once if it is %s", (_, file, code) => {
    try {
      signatureAppearance({ width: 180, height: 60, name: "Zoë", lines: [], font, image: file });
      expect("no error").toBe(code);
    } catch (error) {
      expect((error as EngineError).code).toBe(code);
    }
  });
});

describe("whatever is asked for", () => {
  test.each([
    [0, 60],
    [180, -1],
    [Number.NaN, 60],
    [180, Number.POSITIVE_INFINITY],
  ])("a box of %d x %d points is a mistake of the caller", (width, height) => {
    expect(() => built({ width, height })).toThrow(RangeError);
  });

  test.each([
    ["nothing", "", []],
    ["only spaces and controls", " \n\u0000\u202e", ["\t"]],
    ["lone surrogates", "\ud800x\udc00", ["\udfff"]],
    ["scripts the font does not have", "王小明", ["שלום", "مرحبا"]],
    ["a word of 5,000 letters", "x".repeat(5000), ["y".repeat(5000)]],
    ["a thousand lines", "Zoë", Array.from({ length: 1000 }, (_, i) => `line ${i}`)],
  ])("%s is drawn and never throws", (_, name, lines) => {
    for (const [width, height] of [
      [180, 60],
      [5, 3],
      [0.5, 400],
      [2000, 2000],
    ] as const) {
      expect(() => built({ name, lines, width, height })).not.toThrow();
      expect(() => built({ name, lines, width, height, image, caption: name })).not.toThrow();
    }
  });

  test("name, caption and two lines cost less than 2 ms at their quickest, a hundred of them", () => {
    const cost = quickestRun(200, () => {
      for (let n = 0; n < 100; n++) built({ caption: "Signed by", lines: ["22 November 2025", "I agree"] });
    });
    expect(cost).toBeLessThan(200);
  });

  test("the longest texts in the most awkward box cost less than 200 ms at their quickest", () => {
    const lines = Array.from({ length: 50 }, () => "a b ".repeat(200));
    const prepared = prepareImage(image);
    const cost = quickestRun(200, () =>
      built({ name: lines[0]!, caption: lines[0]!, lines, image: prepared, width: 700, height: 80 }),
    );
    expect(cost).toBeLessThan(200);
  });
});
