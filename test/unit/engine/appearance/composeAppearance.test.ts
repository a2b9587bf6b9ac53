import { composeAppearance } from "../../../../engine/pdf/appearance/composeAppearance.js";
import type { AppearanceElement, TextElement } from "../../../../engine/pdf/appearance/elements.js";
import { describeWith } from "../../../support/judges.js";
import { caveat, hebrew, kana, sans } from "../font/fonts.js";
import { drawnSignature } from "./drawnSignature.js";
import { drawnStrokes } from "./drawnStrokes.js";
import { darkest, type Picture, picture, runOn, textOf } from "./poppler.js";
import { sheet } from "./sheet.js";

const BOX = { width: 200, height: 100 };

function paper(...elements: AppearanceElement[]): Uint8Array {
  return sheet([{ appearance: composeAppearance({ ...BOX, elements }), x: 0, y: 0 }], BOX.width, BOX.height);
}

function text(element: Partial<TextElement>): TextElement {
  return { kind: "text", text: "Ada", x: 10, y: 10, size: 20, font: sans(), ...element };
}

/** The leftmost, topmost, rightmost and lowest pixel that is not white, in points. */
function ink(page: Picture): [number, number, number, number] {
  let [left, top, right, bottom] = [page.width, page.height, 0, 0];
  for (let y = 0; y < page.height; y++)
    for (let x = 0; x < page.width; x++)
      if (Math.min(...page.at(x, y)) < 128) {
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
  return [left, top, right, bottom].map((pixel) => pixel / 2) as [number, number, number, number];
}

describeWith(["pdftoppm", "pdftotext", "qpdf"], "a free composition", () => {
  test("has text in its font, size and colour, where it was put", () => {
    const page = picture(paper(text({ text: "HHH", x: 30, y: 40, size: 30, colour: [0.9, 0, 0] })), 144);
    const [left, top, , bottom] = ink(page);
    expect(Math.abs(left - 30)).toBeLessThan(5);
    expect(bottom - top).toBeGreaterThan(18);
    expect(bottom - top).toBeLessThan(25);
    expect(top).toBeGreaterThanOrEqual(40);
    const [red, green, blue] = page.at(Math.round(left * 2) + 2, Math.round(top * 2) + 10);
    expect(red).toBeGreaterThan(200);
    expect(green! + blue!).toBeLessThan(60);
  });

  test("puts a baseline where it was asked for", () => {
    const [, , , bottom] = ink(picture(paper(text({ text: "H", y: 60, anchor: "baseline" })), 144));
    expect(Math.abs(bottom - 60)).toBeLessThan(1);
  });

  test.each([
    ["left", 0, 10],
    ["center", 1, 100],
    ["right", 2, 190],
  ] as const)("aligns text to the %s of its column", (align, side, where) => {
    const [left, , right] = ink(picture(paper(text({ text: "HH", x: 10, width: 180, align })), 144));
    expect(Math.abs([left, (left + right) / 2, right][side]! - where)).toBeLessThan(3);
  });

  test("aligns text that reads from the right to the right of its column, and its start to the left otherwise", () => {
    const column = { x: 10, width: 180 };
    const [, , right] = ink(picture(paper(text({ ...column, text: "שלום", font: hebrew() })), 144));
    expect(Math.abs(right - 190)).toBeLessThan(3);
    const [left] = ink(picture(paper(text({ ...column, text: "HH" })), 144));
    expect(Math.abs(left - 10)).toBeLessThan(3);
  });

  test("breaks text at spaces, and keeps lines that are given", () => {
    const long = "one two three four five six seven";
    const pdf = paper(text({ text: `${long}\nlast`, size: 10, width: 60 }));
    const lines = runOn(pdf, "pdftotext", ["-layout"], ["-"]).toString().trim().split(/\n+/);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map((line) => line.trim()).join(" ")).toBe(`${long} last`);
    const [, , right] = ink(picture(pdf, 144));
    expect(right).toBeLessThan(71);
  });

  test("breaks Japanese between characters, but begins no row with a full stop", () => {
    const japanese = "この契約書の内容に同意します。";
    const pdf = paper(text({ text: japanese, size: 10, width: 71, font: kana() }));
    const rows = runOn(pdf, "pdftotext", ["-layout", "-enc", "UTF-8"], ["-"])
      .toString("utf8")
      .trim()
      .split(/\s+/);
    expect(rows.join("")).toBe(japanese);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.some((row) => row.startsWith("。"))).toBe(false);
  });

  test("breaks a word that is wider than its column, and cuts what has no row", () => {
    const [, , right] = ink(picture(paper(text({ text: "W".repeat(40), size: 10, width: 60 })), 144));
    expect(right).toBeLessThan(72);
    const cut = textOf(paper(text({ text: "one two three four", size: 10, width: 40, maxRows: 2 })));
    expect(cut).toMatch(/^one.*…$/);
  });

  test("has pictures, strokes, rectangles and lines where they were put", () => {
    const pdf = paper(
      { kind: "rectangle", x: 0, y: 0, width: 200, height: 20, fill: [0, 0, 1] },
      { kind: "line", x1: 0, y1: 30, x2: 200, y2: 30, lineWidth: 2 },
      { kind: "image", image: drawnSignature(), x: 10, y: 40, width: 80, height: 50, fit: "stretch" },
      { kind: "strokes", strokes: drawnStrokes(), x: 110, y: 40, width: 80, height: 50, colour: [0, 0.5, 0] },
    );
    const page = picture(pdf, 72);
    expect(page.at(100, 10)).toEqual([0, 0, 255]);
    expect(darkest(page, 50, 29, 100, 2)).toBe(255);
    expect(darkest(page, 10, 40, 80, 50)).toBeGreaterThan(150);
    expect(darkest(page, 110, 40, 80, 50)).toBeGreaterThan(150);
    expect(darkest(page, 92, 40, 17, 50)).toBe(0);
    expect(runOn(pdf, "qpdf", ["--check"]).toString()).toContain("No syntax or stream encoding errors found");
  });

  test("a picture keeps its proportions unless it is stretched", () => {
    const square = drawnSignature(100, 100);
    const [left, , right] = ink(
      picture(paper({ kind: "image", image: square, x: 0, y: 0, width: 200, height: 50 }), 144),
    );
    expect(left).toBeGreaterThan(70);
    expect(right).toBeLessThan(130);
  });

  test("draws each text in a font of its own, and falls back for what that font lacks", () => {
    const pdf = paper(text({ text: "Ada 山田", font: [caveat(), kana()], x: 5 }));
    const fonts = runOn(pdf, "pdffonts", []).toString();
    expect(fonts).toMatch(/Caveat-Regular/);
    expect(fonts).toMatch(/SawarabiGothic-Regular/);
    expect(textOf(pdf)).toBe("Ada 山田");
  });
});

describe("a mistake in a composition is named", () => {
  const line = { kind: "line", x1: 0, y1: 0, x2: 1, y2: 1 } as const;
  test.each([
    ["no size", text({ size: undefined as never }), "elements[1].size"],
    ["a size of 0", text({ size: 0 }), "elements[1].size"],
    ["a place that is no number", text({ x: Number.NaN }), "elements[1].x"],
    ["a negative line", { ...line, lineWidth: -1 }, "elements[1].lineWidth"],
    [
      "a height of infinity",
      { kind: "rectangle", x: 0, y: 0, width: 1, height: Infinity },
      "elements[1].height",
    ],
    ["a colour of 2", text({ colour: 2 }), "colour"],
    ["no font", text({ font: [] }), "font"],
  ] as const)("%s", (_, element, name) => {
    const compose = () => composeAppearance({ ...BOX, elements: [line, element as AppearanceElement] });
    expect(compose).toThrow(RangeError);
    expect(compose).toThrow(name);
  });

  test("too many elements", () => {
    const elements = Array.from({ length: 501 }, () => line);
    expect(() => composeAppearance({ ...BOX, elements })).toThrow("at most 500 elements");
  });
});
