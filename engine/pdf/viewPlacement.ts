import { EngineError } from "../error.js";
import type { PdfPage, Rectangle } from "./page.js";

/** Where on a page, as the reader sees it: turned, and cut to what is shown. In points (1/72 inch). */
export interface Placement {
  /** 1 for the first page. */
  readonly page: number;
  /** From the left edge of the page to that of the box. */
  readonly x: number;
  /** From the edge that `origin` names to the same edge of the box. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly origin: "top-left" | "bottom-left";
}

/** A placement in terms of the file. */
export interface PagePlacement {
  /** The annotation's /Rect: left, bottom, right, top in default user space. */
  readonly rect: readonly [number, number, number, number];
  /** The /Matrix of a form XObject with a /BBox of [0 0 width height] that makes it upright for the reader. */
  readonly matrix: readonly [number, number, number, number, number, number];
  /** Of the box as the reader sees it, in points. */
  readonly width: number;
  readonly height: number;
}

/** The size of a page as the reader sees it, in points. */
export function viewSize(page: PdfPage): { width: number; height: number } {
  const { left, right, bottom, top } = page.visibleBox;
  const width = (right - left) * page.pointsPerUnit;
  const height = (top - bottom) * page.pointsPerUnit;
  return page.rotate % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * Turns a placement that a reader sees into the file's terms, for a page with a /CropBox, /Rotate and /UserUnit.
 * @throws EngineError `pdf_placement_invalid` when the box has no area or lies wholly outside what is shown of the page
 */
export function viewPlacement(page: PdfPage, placement: Placement): PagePlacement {
  const { x, y, width, height, origin } = placement;
  const view = viewSize(page);
  const bottom = origin === "bottom-left" ? y : view.height - y - height;
  if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0) {
    throw new EngineError("pdf_placement_invalid", "A placement needs a width and a height above 0 points.");
  }
  if (x >= view.width || x + width <= 0 || bottom >= view.height || bottom + height <= 0) {
    const size = `${round(view.width)} by ${round(view.height)} points`;
    throw new EngineError(
      "pdf_placement_invalid",
      `The placement lies outside page ${placement.page}, which is ${size}.`,
    );
  }
  const corner = toUserSpace(page, x, bottom);
  const opposite = toUserSpace(page, x + width, bottom + height);
  const rect = [
    Math.min(corner[0], opposite[0]),
    Math.min(corner[1], opposite[1]),
    Math.max(corner[0], opposite[0]),
    Math.max(corner[1], opposite[1]),
  ] as const;
  return { rect, matrix: turningMatrix(page.rotate, width, height), width, height };
}

/**
 * The reverse of viewPlacement: where the reader of a page sees a rectangle of its default user space, in points from
 * the lower left corner.
 */
export function viewedBox(page: PdfPage, rect: Rectangle): Omit<Placement, "page"> {
  const { left, bottom, right, top } = page.visibleBox;
  const unit = page.pointsPerUnit;
  const across = (rect.right - rect.left) * unit;
  const up = (rect.top - rect.bottom) * unit;
  const origin = "bottom-left";
  switch (page.rotate) {
    case 0:
      return {
        x: (rect.left - left) * unit,
        y: (rect.bottom - bottom) * unit,
        width: across,
        height: up,
        origin,
      };
    case 90:
      return {
        x: (rect.bottom - bottom) * unit,
        y: (right - rect.right) * unit,
        width: up,
        height: across,
        origin,
      };
    case 180:
      return {
        x: (right - rect.right) * unit,
        y: (top - rect.top) * unit,
        width: across,
        height: up,
        origin,
      };
    case 270:
      return { x: (top - rect.top) * unit, y: (rect.left - left) * unit, width: up, height: across, origin };
  }
}

/** The point of default user space that the reader sees `x` to the right and `y` above the page's lower left corner. */
function toUserSpace(page: PdfPage, x: number, y: number): readonly [number, number] {
  const { left, bottom, right, top } = page.visibleBox;
  const right1 = x / page.pointsPerUnit;
  const up1 = y / page.pointsPerUnit;
  switch (page.rotate) {
    case 0:
      return [left + right1, bottom + up1];
    case 90:
      return [right - up1, bottom + right1];
    case 180:
      return [right - right1, top - up1];
    case 270:
      return [left + up1, top - right1];
  }
}

/**
 * The /Matrix that turns a box of [0 0 width height] counterclockwise, as a page's /Rotate needs to be undone, and moves
 * it back to the origin.
 */
export function turningMatrix(
  degrees: PdfPage["rotate"],
  width: number,
  height: number,
): PagePlacement["matrix"] {
  switch (degrees) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, 1, -1, 0, height, 0];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, -1, 1, 0, 0, width];
  }
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
