import type { PageContent } from "../pageContent.js";

/** Where something may stand on a page: lengths in points from the page's left edge. */
export interface Frame {
  readonly left: number;
  readonly width: number;
}

/** A part of the document that is put on pages, slice by slice: a slice (a line, a row's line) is never cut. */
export interface Flowable {
  /** The heights of its slices in points, from top to bottom; not empty. */
  readonly slices: readonly number[];
  /** At a page break so many slices stay together on either side of it; all of them: it is never parted if it fits a page. */
  readonly least: number;
  /** What is left free above it, but not at the top of a page; in points. */
  readonly above: number;
  readonly keepWithNext: boolean;
  /** Drawn again at the top of each page on which it goes on. */
  readonly head?: Flowable;
  /** Begins a page. */
  readonly onNewPage?: boolean;
  /**
   * Draws slices `from` up to `to`.
   * @param top of the first of them: points from the page's lower edge
   */
  draw(page: PageContent, top: number, from: number, to: number): void;
  /** Draws what is behind the space above it. */
  drawAbove?(page: PageContent, top: number, height: number): void;
}

/** The height of slices `from` up to `to`. */
export function heightOf(slices: readonly number[], from = 0, to = slices.length): number {
  let height = 0;
  for (let i = from; i < to; i++) height += slices[i]!;
  return height;
}

/** A part of a frame, from its start side. */
export function within(frame: Frame, start: number, width: number, direction: "ltr" | "rtl"): Frame {
  const left = direction === "ltr" ? frame.left + start : frame.left + frame.width - start - width;
  return { left, width };
}
