import {
  type SignatureAppearanceOptions,
  signatureAppearance,
} from "../../../../engine/pdf/appearance/signatureAppearance.js";
import { parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { type PdfRef, PdfStream } from "../../../../engine/pdf/objects.js";
import { describeWith } from "../../../support/judges.js";
import { shippedFontBytes } from "../font/shippedFont.js";
import { vector } from "../image/vectors.js";
import { drawnSignature } from "./drawnSignature.js";
import { darkest, picture, runOn, textOf } from "./poppler.js";
import { sheet } from "./sheet.js";

const font = parseFont(shippedFontBytes());
const image = drawnSignature();
const LINES = ["22 November 2025, 14:07 UTC", "Reason: I agree to this contract"];
const NAMES = [
  "Łukasz Đorđević",
  "Ελένη Παπαδοπούλου",
  "Жанна Петрова",
  "Zoë Ångström-Nuñez",
  "María del Carmen Fernández López de Ayala",
];
const SIZES = [
  [180, 60],
  [120, 40],
  [300, 100],
  [100, 200],
  [60, 20],
  [200, 30],
  [80, 120],
  [40, 40],
] as const;

function appearance(options: Partial<SignatureAppearanceOptions>) {
  return signatureAppearance({ width: 180, height: 60, name: "Zoë", lines: LINES, font, ...options });
}

function page(options: Partial<SignatureAppearanceOptions>, width = 200, height = 80): Uint8Array {
  return sheet([{ appearance: appearance(options), x: 10, y: 10 }], width, height);
}

/** The appearance without the clipping of its box, so that what leaves the box is seen. */
function unclipped(options: Partial<SignatureAppearanceOptions>) {
  return {
    build: (allocate: () => PdfRef) => {
      const made = appearance(options).build(allocate);
      for (const { value } of made.objects)
        if (value instanceof PdfStream && value.dict.has("BBox"))
          value.dict.set("BBox", [-500, -500, 1500, 1500]);
      return made;
    },
  };
}

describeWith(["qpdf", "pdffonts", "pdftotext", "pdftoppm"], "a visible signature on paper", () => {
  describe.each([
    ["drawn", { image, caption: "Signed by" }],
    ["typed", { caption: "Signed by" }],
    ["flattened for PDF/A-1", { image, flatten: true }],
  ])("%s", (_, options) => {
    test("is a PDF without a fault for qpdf", () => {
      const report = runOn(page({ ...options, name: NAMES[0]! }), "qpdf", ["--check"]).toString();
      expect(report).toContain("No syntax or stream encoding errors found");
      expect(report).not.toContain("WARNING");
    });

    test("has its font embedded, as a subset, with a Unicode map", () => {
      const fonts = runOn(page({ ...options, name: NAMES[1]! }), "pdffonts", []).toString();
      expect(fonts).toMatch(/[A-Z]{6}\+NotoSans-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    });

    test.each(NAMES)("lets %s be found and copied", (name) => {
      const text = textOf(page({ ...options, name, width: 250 }, 280));
      expect(text).toContain(name);
      expect(text).toContain(LINES[0]);
      expect(text).toContain(LINES[1]);
    });
  });

  test("characters without a glyph are boxes on paper and themselves in the text", () => {
    const pdf = page({ name: "王小明 שלום", lines: [] });
    expect(textOf(pdf)).toContain("王小明");
    expect(darkest(picture(pdf), 10, 10, 60, 60)).toBeGreaterThan(100);
  });

  test.each([
    ["drawn", image],
    ["typed", undefined],
  ])("nothing of a %s signature leaves its box, whatever the box and the name", (_, drawn) => {
    for (const [width, height] of SIZES) {
      const boxes = NAMES.map((name, i) => ({
        appearance: unclipped({
          ...(drawn && { image: drawn }),
          name,
          caption: "Signed by",
          width,
          height,
        }),
        x: 20,
        y: 20 + i * (height + 40),
      }));
      const drawing = picture(sheet(boxes, width + 200, NAMES.length * (height + 40)));
      expect(darkest(drawing, width + 21, 0, 179, drawing.height)).toBe(0);
      expect(darkest(drawing, 0, 0, 19, drawing.height)).toBe(0);
      for (const { y } of boxes) {
        expect(darkest(drawing, 0, drawing.height - y + 1, drawing.width, 18)).toBe(0);
        expect(darkest(drawing, 20, drawing.height - y - height, width, height)).toBeGreaterThan(120);
      }
    }
  });

  test.each([
    [180, 60, NAMES],
    [120, 40, NAMES],
    [300, 100, NAMES],
    [100, 200, NAMES],
    [200, 30, NAMES],
    [80, 120, NAMES],
    [60, 20, NAMES.slice(0, 4)],
  ])("the whole name can be read beside a drawing in a box of %d x %d points", (width, height, names) => {
    for (const name of names)
      expect(textOf(page({ image, name, width, height }, width + 20, height + 20))).toContain(name);
  });

  test("the drawing and its colour arrive on paper, and its ground stays the page's own", () => {
    const drawing = picture(page({ image, name: "Zoë", lines: [] }), 144);
    const colours = new Set<string>();
    for (let y = 0; y < drawing.height; y++)
      for (let x = 0; x < drawing.width; x++) colours.add(drawing.at(x, y).join(" "));
    expect(colours).toContain("20 33 110");
    expect(colours).toContain("255 255 255");
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "a photograph held in Exif orientation %i stands upright",
    (orientation) => {
      const photograph = { kind: "jpeg" as const, bytes: vector(`orientation-${orientation}.jpg`) };
      const upright = picture(page({ image: photograph, name: "Z", lines: [], rule: "none", height: 60 }));
      const found = coloursByCorner(upright);
      expect(found).toEqual(["red", "lime", "blue"]);
    },
  );
});

/** The colours at the upper left, upper right and lower left of the photograph, which is searched for by its red. */
function coloursByCorner(page: ReturnType<typeof picture>): string[] {
  const named = (x: number, y: number) => {
    const [red, green, blue] = page.at(x, y);
    if (red > 200 && green < 60 && blue < 60) return "red";
    if (green > 200 && red < 60 && blue < 60) return "lime";
    return blue > 200 && red < 60 && green < 60 ? "blue" : "other";
  };
  const reds: [number, number][] = [];
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++) if (named(x, y) === "red") reds.push([x, y]);
  const [left, top] = [Math.min(...reds.map(([x]) => x)), Math.min(...reds.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...reds.map(([x]) => x)), Math.max(...reds.map(([, y]) => y))];
  return [named(left + 2, top + 2), named(right + 6, top + 2), named(left + 2, bottom + 6)];
}
