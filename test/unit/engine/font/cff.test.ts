import { type EngineError, EngineError as Refusal } from "../../../../engine/error.js";
import { signatureAppearance } from "../../../../engine/pdf/appearance/signatureAppearance.js";
import { OPERATOR, readDict } from "../../../../engine/pdf/font/cff/cffDict.js";
import { CffOutlines } from "../../../../engine/pdf/font/cff/cffOutlines.js";
import { type FontProgram, parseFont } from "../../../../engine/pdf/font/fontProgram.js";
import { FontTable } from "../../../../engine/pdf/font/fontTable.js";
import { subsetFont } from "../../../../engine/pdf/font/subset.js";
import { describeWith } from "../../../support/judges.js";
import { quickestRun } from "../../../support/processorTime.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { darkest, picture, runOn, textOf } from "../appearance/poppler.js";
import { sheet } from "../appearance/sheet.js";
import { cffBytes, cffFont, cidFont, collectionBytes } from "./fonts.js";

const NAME = "Zoë Łasy";
const glyphsOf = (font: FontProgram, text: string) => [
  0,
  ...Array.from(text, (one) => font.glyphOf(one.codePointAt(0)!)),
];
const fonts: [string, () => FontProgram][] = [
  ["named glyphs", cffFont],
  ["CIDs and two font DICTs", cidFont],
];

function outlinesOf(cff: Uint8Array, glyphCount: number): CffOutlines {
  return new CffOutlines(new FontTable("CFF ", cff), glyphCount);
}

describe.each(fonts)("a CFF font of %s", (_, make) => {
  test("gives a CID-keyed subset of the glyphs asked for, in that order", () => {
    const font = make();
    const source = font.outlines as CffOutlines;
    const glyphs = glyphsOf(font, NAME);
    const { bytes, glyphCount } = subsetFont(font, glyphs);
    expect(glyphCount).toBe(glyphs.length);
    const subset = outlinesOf(bytes, glyphCount);
    expect(subset.top.has(OPERATOR.Ros)).toBe(true);
    expect(subset.charStrings.count).toBe(glyphs.length);
    for (const [number, glyph] of glyphs.entries())
      expect(Buffer.from(subset.charStrings.item(number))).toEqual(
        Buffer.from(source.charStrings.item(glyph)),
      );
  });

  test("leaves out the subroutines that no glyph of the subset calls", () => {
    const font = make();
    const whole = subsetFont(
      font,
      Array.from({ length: font.glyphCount }, (_, i) => i),
    );
    const few = subsetFont(font, glyphsOf(font, "a"));
    const bytesIn = ({ subroutines }: CffOutlines["fontDicts"][number]) =>
      Array.from({ length: subroutines.count }, (_, i) => subroutines.item(i).length).reduce(
        (a, b) => a + b,
        0,
      );
    const total = (cff: Uint8Array, count: number) =>
      outlinesOf(cff, count).fontDicts.reduce((sum, dict) => sum + bytesIn(dict), 0);
    expect(total(whole.bytes, whole.glyphCount)).toBeGreaterThan(0);
    expect(total(few.bytes, few.glyphCount)).toBeLessThan(total(whole.bytes, whole.glyphCount));
  });

  describeWith(["qpdf", "pdffonts", "pdftotext", "pdftoppm"], "on paper", () => {
    const appearance = () =>
      signatureAppearance({ width: 180, height: 60, name: NAME, lines: ["07.11.2025"], font: make() });
    const page = () => sheet([{ appearance: appearance(), x: 10, y: 10 }], 200, 80);

    test("is embedded as a subset with a Unicode map, and its text can be found", () => {
      expect(runOn(page(), "pdffonts", []).toString()).toMatch(
        /[A-Z]{6}\+\S+\s+CID Type 0C\s+Identity-H\s+yes yes yes/,
      );
      expect(textOf(page())).toBe(`${NAME} 07.11.2025`);
      expect(runOn(page(), "qpdf", ["--check"]).toString()).toContain(
        "No syntax or stream encoding errors found",
      );
    });

    test("is drawn", () => {
      expect(darkest(picture(page(), 144), 20, 20, 360, 120)).toBeGreaterThan(200);
    });
  });
});

describe("a collection", () => {
  test("has a font for each of its faces, and no more", () => {
    const [capitals, small] = [parseFont(collectionBytes(), 0), parseFont(collectionBytes(), 1)];
    expect(capitals.missingCharacters("Aa")).toEqual(["a"]);
    expect(small.missingCharacters("Aa")).toEqual(["A"]);
    expect(() => parseFont(collectionBytes(), 2)).toThrow("no face 2");
    expect(() => parseFont(collectionBytes(), -1)).toThrow(Refusal);
  });

  test("a font that is none has no second face", () => {
    expect(() => parseFont(cffBytes("letters-cff.otf"), 1)).toThrow("no face 1");
  });
});

describe("hostile CFF fonts", () => {
  test.each([
    ["an operand that does not exist", Uint8Array.of(255)],
    ["a number that does not end", Uint8Array.of(30, 0x11)],
    ["too many operands", new Uint8Array(60).fill(139)],
  ])("a DICT with %s is refused", (_, data) => {
    expect(() => readDict(data)).toThrow(Refusal);
  });

  test.each(["letters-cff.otf", "letters-cid.otf"])(
    "1,000 mutations of %s are used or refused with font_damaged, none for more than 200 ms of processor time",
    (file) => {
      const random = seededRandom(5);
      const original = cffBytes(file);
      let slowest = 0;
      for (let n = 0; n < 1000; n++) {
        const mutant = Uint8Array.from(original);
        for (let m = random(6); m >= 0; m--) mutant[random(mutant.length)] = random(256);
        slowest = Math.max(
          slowest,
          quickestRun(200, () => useOrRefuse(mutant)),
        );
      }
      expect(slowest).toBeLessThan(200);
    },
  );
});

function useOrRefuse(bytes: Uint8Array): void {
  try {
    const font = parseFont(bytes);
    subsetFont(font, glyphsOf(font, NAME));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect((error as EngineError).code).toBe("font_damaged");
  }
}
