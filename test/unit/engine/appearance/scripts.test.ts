import {
  type SignatureAppearanceOptions,
  signatureAppearance,
} from "../../../../engine/pdf/appearance/signatureAppearance.js";
import { loadShaper } from "../../../../engine/pdf/shaping/loadShaper.js";
import type { Shaper } from "../../../../engine/pdf/shaping/shaper.js";
import { describeWith } from "../../../support/judges.js";
import { caveat, hebrew, kana, naskh, sans } from "../font/fonts.js";
import { drawnStrokes } from "./drawnStrokes.js";
import { darkest, picture, runOn, textOf } from "./poppler.js";
import { sheet } from "./sheet.js";

/** Names whose letters join, move, stack or read from the right. */
const NAMES = [
  "محمد عبد الله الحسيني",
  "وقّعه إلكترونيًا",
  "علی\u200cرضا محمدی",
  "דוד בן־גוריון",
  "שָׁלוֹם עֲלֵיכֶם",
  "नरेन्द्र मोदी क्षत्रिय",
  "山田太郎",
  "Ελένη Παπαδοπούλου",
  "Жанна Петрова",
];

describeWith(["qpdf", "pdffonts", "pdftotext", "pdftoppm"], "a signature in any script", () => {
  let shaper: Shaper;
  beforeAll(async () => {
    shaper = await loadShaper();
  });
  const page = (options: Partial<SignatureAppearanceOptions>, width = 180, height = 60) => {
    const font = [sans(), naskh(), hebrew(), kana()];
    const appearance = signatureAppearance({ width, height, name: "", lines: [], font, shaper, ...options });
    return sheet([{ appearance, x: 20, y: 20 }], width + 40, height + 40);
  };
  /** Without the marks by which pdftotext tells directions. */
  const readFrom = (pdf: Uint8Array) =>
    textOf(pdf)
      .replace(/[\u200e\u200f\u202a-\u202e]/g, "")
      .normalize("NFC");

  test.each(NAMES)("gives %s back to whoever copies it", (name) => {
    expect(readFrom(page({ name }))).toBe(name.normalize("NFC"));
  });

  test.each(NAMES)("is a sound file with embedded subsets: %s", (name) => {
    const pdf = page({ name, caption: "Signed by", strokes: drawnStrokes() });
    expect(runOn(pdf, "qpdf", ["--check"]).toString()).toContain("No syntax or stream encoding errors found");
    const fonts = runOn(pdf, "pdffonts", []).toString().trim().split("\n").slice(2);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  test.each([
    [180, 60],
    [80, 30],
    [60, 120],
  ])("stays in a box of %d x %d points, with the marks above and below its letters", (width, height) => {
    for (const name of [...NAMES, "Ǻgỹĵ"]) {
      const drawing = picture(page({ name, nameFont: caveat(), lines: [name] }, width, height), 144);
      const [right, bottom] = [40 + width * 2, 40 + height * 2];
      expect(darkest(drawing, 0, 0, drawing.width, 39)).toBe(0);
      expect(darkest(drawing, 0, bottom + 1, drawing.width, 38)).toBe(0);
      expect(darkest(drawing, 0, 0, 39, drawing.height)).toBe(0);
      expect(darkest(drawing, right + 1, 0, 38, drawing.height)).toBe(0);
      expect(darkest(drawing, 40, 40, width * 2, height * 2)).toBeGreaterThan(100);
    }
  });

  test("whose caption reads from the right has its drawing there, and its text to the left", () => {
    const strokes = drawnStrokes();
    const options = { strokes, name: "דוד", inkColour: [1, 0, 0] as const, rule: "none" as const };
    const reds = (pdf: Uint8Array) => {
      const drawing = picture(pdf);
      const columns: number[] = [];
      for (let x = 0; x < drawing.width; x++)
        for (let y = 0; y < drawing.height; y++) {
          const [red, green] = drawing.at(x, y);
          if (red > 200 && green < 128) columns.push(x);
        }
      return columns.reduce((a, b) => a + b, 0) / columns.length;
    };
    expect(reds(page({ ...options, caption: "נחתם על ידי" }))).toBeGreaterThan(110);
    expect(reds(page({ ...options, caption: "Signed by" }))).toBeLessThan(110);
  });

  test("has a typed name in handwriting, and in the next font what that lacks", () => {
    const fonts = runOn(page({ name: "Ada Ωmega", nameFont: caveat() }), "pdffonts", []).toString();
    expect(fonts).toMatch(/\+Caveat-Regular/);
    expect(fonts).toMatch(/\+NotoSans-Regular/);
    expect(readFrom(page({ name: "Ada Ωmega", nameFont: caveat() }))).toBe("Ada Ωmega");
  });

  test("the shipped handwriting has the letters of the European Union's Latin and of Cyrillic", () => {
    const names =
      "Łukasz Đorđević Żółć Őrsi Șerban Ñuñez Åse Zoë Ħal Ġorġ Ķīlis Ųžas ß œ æ Жанна Петрова Їжак Љубав";
    expect(caveat().missingCharacters(names)).toEqual([]);
  });
});
