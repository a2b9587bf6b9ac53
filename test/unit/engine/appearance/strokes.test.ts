import fc from "fast-check";
import type { EngineError } from "../../../../engine/error.js";
import { ContentStream } from "../../../../engine/pdf/appearance/contentStream.js";
import { signatureAppearance } from "../../../../engine/pdf/appearance/signatureAppearance.js";
import type { DrawnStrokes } from "../../../../engine/pdf/appearance/strokes/drawnStrokes.js";
import { prepareStrokes } from "../../../../engine/pdf/appearance/strokes/preparedStrokes.js";
import { describeWith } from "../../../support/judges.js";
import { quickestRun } from "../../../support/processorTime.js";
import { sans } from "../font/fonts.js";
import { drawnStrokes } from "./drawnStrokes.js";
import { darkest, picture } from "./poppler.js";
import { sheet } from "./sheet.js";

const BOX = { x: 10, y: 20, width: 150, height: 60 };
const point = (x: number, y: number) => ({ x, y });
const oneStroke = (...points: { x: number; y: number }[]): DrawnStrokes => ({ strokes: [{ points }] });

function drawn(strokes: DrawnStrokes, box = BOX): string {
  const content = new ContentStream();
  prepareStrokes(strokes).draw(content, box, 0);
  return Buffer.from(content.toBytes()).toString("latin1");
}

/** Where the curves of a content stream go, in points of its box. */
function places(content: string): { x: number; y: number }[] {
  const curves = content.match(/^.* (m|l|c|w)$/gm) ?? [];
  return curves.flatMap((line) => {
    const numbers = line.replace(/^\d+ w /, "").match(/-?\d+ -?\d+(?= )/g) ?? [];
    return numbers.map((pair) => pair.split(" ").map(Number)).map(([x, y]) => ({ x: x! / 100, y: y! / 100 }));
  });
}

function codeOf(strokes: DrawnStrokes): string {
  try {
    prepareStrokes(strokes);
    return "none";
  } catch (error) {
    return (error as EngineError).code;
  }
}

describe("strokes", () => {
  test("of a whole signature take less than 6 KB", () => {
    expect(drawn(drawnStrokes()).length).toBeLessThan(6000);
  });

  test("fill their box in one direction and stay within it", () => {
    const found = places(drawn(drawnStrokes()));
    const [left, right] = [Math.min(...found.map(({ x }) => x)), Math.max(...found.map(({ x }) => x))];
    const [bottom, top] = [Math.min(...found.map(({ y }) => y)), Math.max(...found.map(({ y }) => y))];
    for (const edge of [left, bottom]) expect(edge).toBeGreaterThan(-1.5);
    expect(right).toBeLessThan(BOX.width + 1.5);
    expect(top).toBeLessThan(BOX.height + 1.5);
    expect(Math.max((right - left) / BOX.width, (top - bottom) / BOX.height)).toBeGreaterThan(0.9);
  });

  test("are the same wherever on the pad they were drawn, and however large", () => {
    const moved = {
      strokes: drawnStrokes().strokes.map(({ points }) => ({
        points: points.map((one) => ({ ...one, x: one.x * 2 + 512, y: one.y * 2 + 256 })),
      })),
    };
    expect(drawn(moved)).toBe(drawn(drawnStrokes()));
  });

  test("are thinner where the pen was fast, and where it was pressed less", () => {
    const line = (step: number, pressure: (i: number) => number | undefined) =>
      Array.from({ length: 60 }, (_, i) => ({ x: i * step, y: i % 7, time: i * 16, pressure: pressure(i) }));
    const widths = (points: ReturnType<typeof line>) =>
      (drawn({ strokes: [{ points: points as never }] }).match(/\d+(?= w )/g) ?? []).map(Number);
    const slowThenFast = line(1, () => 0.5).map((one, i) => ({ ...one, x: i < 30 ? i : 30 + (i - 30) * 20 }));
    const speeds = widths(slowThenFast);
    expect(speeds.at(-1)).toBeLessThan(speeds[0]!);
    const pressed = widths(line(3, (i) => 0.1 + i / 70));
    expect(pressed.at(-1)).toBeGreaterThan(pressed[0]!);
  });

  test("have the widths that their points give, scaled with them", () => {
    const points = [0, 50, 100].map((x) => ({ x, y: x, width: 2 }));
    const [width] = drawn({ strokes: [{ points }] }, { ...BOX, width: 101, height: 101 }).match(
      /\d+(?= w )/g,
    )!;
    expect(Number(width)).toBeGreaterThan(180);
    expect(Number(width)).toBeLessThan(220);
  });

  test("that are one point become a dot", () => {
    expect(drawn(oneStroke(point(7, 7)))).toMatch(/(\d+ \d+) m \1 l S/);
  });

  test.each([
    ["no strokes", { strokes: [] }, "image_damaged"],
    ["a coordinate that is no number", oneStroke(point(1, Number.NaN)), "image_damaged"],
    ["a coordinate beyond any pad", oneStroke(point(1e9, 0)), "image_damaged"],
    ["501 strokes", { strokes: Array.from({ length: 501 }, () => ({ points: [] })) }, "image_limit_exceeded"],
    [
      "10,001 points",
      oneStroke(...Array.from({ length: 10_001 }, (_, i) => point(i, i))),
      "image_limit_exceeded",
    ],
  ])("are refused if they have %s", (_, strokes, code) => {
    expect(codeOf(strokes)).toBe(code);
  });

  test("of 10,000 points cost less than 500 ms at their quickest", () => {
    const points = Array.from({ length: 10_000 }, (_, i) => point(Math.sin(i / 9) * i, Math.cos(i / 7) * i));
    expect(quickestRun(500, () => drawn(oneStroke(...points)))).toBeLessThan(500);
  });

  test("whatever their points are, become paths of finite whole numbers", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const anyPoint = fc.record(
      {
        x: number,
        y: number,
        time: number,
        pressure: number,
        width: fc.double({ min: 0, max: 1e6, noNaN: true }),
      },
      { requiredKeys: ["x", "y"] },
    );
    const strokes = fc.array(fc.array(anyPoint, { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(strokes, (given) => {
        const content = drawn({ strokes: given.map((points) => ({ points: points as never })) });
        expect(content).not.toMatch(/NaN|Infinity|e[+-]/);
      }),
      { numRuns: 200 },
    );
  });
});

describeWith(["pdftoppm"], "strokes on paper", () => {
  test.each([
    [180, 60],
    [60, 20],
    [40, 120],
  ])("are ink of their colour within a box of %d x %d points, and nowhere else", (width, height) => {
    const appearance = signatureAppearance({
      ...{ width, height, name: "Z", lines: [], font: sans() },
      ...{ strokes: drawnStrokes(), inkColour: [0.8, 0, 0] as const },
    });
    const paper = picture(sheet([{ appearance, x: 30, y: 30 }], width + 60, height + 60), 144);
    const reds = [];
    for (let y = 0; y < paper.height; y++)
      for (let x = 0; x < paper.width; x++) {
        const [red, green] = paper.at(x, y);
        if (red > 150 && green < 60) reds.push([x, y]);
      }
    expect(reds.length).toBeGreaterThan(20);
    expect(darkest(paper, 0, 0, paper.width, 58)).toBe(0);
    expect(darkest(paper, 0, 0, 58, paper.height)).toBe(0);
  });
});
