import { PdfRef } from "../../../../engine/pdf/objects.js";
import type { PdfPage } from "../../../../engine/pdf/page.js";
import { type Placement, viewPlacement, viewSize } from "../../../../engine/pdf/viewPlacement.js";

const page = (rotate: PdfPage["rotate"], pointsPerUnit = 1): PdfPage => ({
  ref: new PdfRef(3, 0),
  dict: new Map(),
  visibleBox: { left: 100, bottom: 50, right: 500, top: 350 },
  rotate,
  pointsPerUnit,
});

const box: Placement = { page: 1, x: 10, y: 20, width: 120, height: 40, origin: "bottom-left" };

/** Where ISO 32000-2 Algorithm 8.1 puts a point of the form: through /Matrix, then scaled and moved onto /Rect. */
function onPage({ rect, matrix, width, height }: ReturnType<typeof viewPlacement>, x: number, y: number) {
  const [a, b, c, d, e, f] = matrix;
  const through = (px: number, py: number) => [a * px + c * py + e, b * px + d * py + f] as const;
  const corners = [through(0, 0), through(width, 0), through(0, height), through(width, height)];
  const [left, bottom] = [Math.min(...corners.map(([px]) => px)), Math.min(...corners.map(([, py]) => py))];
  const [right, top] = [Math.max(...corners.map(([px]) => px)), Math.max(...corners.map(([, py]) => py))];
  const [px, py] = through(x, y);
  return [
    rect[0] + ((px - left) / (right - left)) * (rect[2] - rect[0]),
    rect[1] + ((py - bottom) / (top - bottom)) * (rect[3] - rect[1]),
  ];
}

describe("a placement as the reader sees it", () => {
  test("is turned into the rectangle of the page's own space, for each /Rotate", () => {
    expect(viewPlacement(page(0), box).rect).toEqual([110, 70, 230, 110]);
    expect(viewPlacement(page(90), box).rect).toEqual([440, 60, 480, 180]);
    expect(viewPlacement(page(180), box).rect).toEqual([370, 290, 490, 330]);
    expect(viewPlacement(page(270), box).rect).toEqual([120, 220, 160, 340]);
  });

  test("counts y from the top edge where the origin is there", () => {
    const down = (rotate: PdfPage["rotate"]) =>
      viewPlacement(page(rotate), { ...box, origin: "top-left" }).rect;
    expect(down(0)).toEqual([110, 290, 230, 330]);
    expect(down(90)).toEqual([120, 60, 160, 180]);
    expect(down(180)).toEqual([370, 70, 490, 110]);
    expect(down(270)).toEqual([440, 220, 480, 340]);
  });

  test("is in points, also on a page whose unit is larger", () => {
    expect(viewSize(page(0, 2))).toEqual({ width: 800, height: 600 });
    expect(viewSize(page(90, 2))).toEqual({ width: 600, height: 800 });
    expect(viewPlacement(page(0, 2), box)).toMatchObject({
      rect: [105, 60, 165, 80],
      width: 120,
      height: 40,
    });
  });

  test.each([0, 90, 180, 270] as const)("is upright on a page turned by %p degrees", (rotate) => {
    const view = viewPlacement(page(rotate), box);
    for (const [x, y] of [
      [0, 0],
      [120, 0],
      [0, 40],
      [120, 40],
      [30, 10],
    ] as const) {
      const point = viewPlacement(page(rotate), {
        ...box,
        x: box.x + x,
        y: box.y + y,
        width: 1e-9,
        height: 1e-9,
      });
      expect(onPage(view, x, y)[0]).toBeCloseTo(point.rect[0], 5);
      expect(onPage(view, x, y)[1]).toBeCloseTo(point.rect[1], 5);
    }
  });

  test.each([
    ["to the right of the page", { x: 400 }],
    ["to the left", { x: -120 }],
    ["above", { y: 300 }],
    ["below", { y: -40 }],
    ["without a width", { width: 0 }],
    ["of negative height", { height: -1 }],
    ["nowhere", { x: Number.NaN }],
    ["of infinite width", { width: Number.POSITIVE_INFINITY }],
  ])("%s is refused", (_, change) => {
    expect(() => viewPlacement(page(0), { ...box, ...change })).toThrow(
      expect.objectContaining({ code: "pdf_placement_invalid" }),
    );
  });
});
