import type { PdfPage, Rectangle } from "../page.js";
import { viewedBox, viewSize } from "../viewPlacement.js";
import type { TextRun } from "./layout/textRun.js";

/** Where text is seen on a page, in points, as Placement has it. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The corner of the page that x and y are counted from, to the same corner of the box. */
  readonly origin: "top-left" | "bottom-left";
}

/** A part of a run: places along it, in its unit. */
export interface RunPart {
  readonly run: TextRun;
  readonly start: number;
  readonly end: number;
}

/** The smallest upright box about parts of runs: as far along as their glyphs, as high as letters of their fonts are. */
export function boxAbout(page: PdfPage, parts: readonly RunPart[], origin: TextBox["origin"]): TextBox {
  const around = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const { run, start, end } of parts) {
    for (const along of [start, end]) {
      for (const across of [run.low, run.high]) {
        const x = run.originX + run.alongX * along + run.acrossX * across;
        const y = run.originY + run.alongY * along + run.acrossY * across;
        around.left = Math.min(around.left, x);
        around.right = Math.max(around.right, x);
        around.bottom = Math.min(around.bottom, y);
        around.top = Math.max(around.top, y);
      }
    }
  }
  return inView(page, around, origin);
}

function inView(page: PdfPage, rectangle: Rectangle, origin: TextBox["origin"]): TextBox {
  const { x, y, width, height } = viewedBox(page, rectangle);
  return { x, y: origin === "bottom-left" ? y : viewSize(page).height - y - height, width, height, origin };
}

/** Degrees counterclockwise, 0 to 360, by which a reader of the page sees a run turned; 0 is upright. */
export function viewedAngle(page: PdfPage, run: TextRun): number {
  const degrees = (Math.atan2(run.alongY, run.alongX) * 180) / Math.PI - page.rotate;
  const rounded = Math.round(degrees * 100) / 100;
  return ((rounded % 360) + 360) % 360;
}

/** Whether the middle of a box is on the page that a reader sees. */
export function isOnPage(page: PdfPage, box: TextBox): boolean {
  const view = viewSize(page);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return x >= 0 && x <= view.width && y >= 0 && y <= view.height;
}
