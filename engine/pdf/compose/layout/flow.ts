import { EngineError } from "../../../error.js";
import { PageContent } from "../pageContent.js";
import { type Flowable, heightOf } from "./flowable.js";

const MAX_PAGES = 5000;
/** A head that would take more of a page than this is not repeated. */
const MOST_HEAD = 0.4;
const TOLERANCE = 0.01;

/**
 * Puts flowables on pages.
 *
 * @param top of what a page may hold, in points from its lower edge
 * @param bottom of it
 * @returns the pages, at least one
 * @throws EngineError `pdf_limit_exceeded` for more than 5,000 pages
 */
export function flow(flowables: readonly Flowable[], top: number, bottom: number): PageContent[] {
  const pages: PageContent[] = [new PageContent(0)];
  const room = top - bottom;
  let y = top;
  /** Nothing but repeated heads stands above. */
  let fresh = true;
  const turn = (head: Flowable | undefined) => {
    if (pages.length === MAX_PAGES)
      throw new EngineError("pdf_limit_exceeded", `The document would have more than ${MAX_PAGES} pages.`);
    pages.push(new PageContent(pages.length));
    y = top;
    fresh = true;
    const height = head ? heightOf(head.slices) : 0;
    if (head && height <= room * MOST_HEAD) {
      head.draw(pages.at(-1)!, y, 0, head.slices.length);
      y -= height;
    }
  };
  for (const [i, flowable] of flowables.entries()) {
    const { slices, head, above } = flowable;
    const needed = together(flowables, i, room);
    if (!fresh && (flowable.onNewPage || y - above - needed < bottom - TOLERANCE)) turn(head);
    if (!fresh && above > 0) {
      flowable.drawAbove?.(pages.at(-1)!, y, above);
      y -= above;
    }
    for (let from = 0; from < slices.length; ) {
      const to = fitting(flowable, from, y - bottom, fresh);
      if (to > from) {
        flowable.draw(pages.at(-1)!, y, from, to);
        y -= heightOf(slices, from, to);
        fresh = false;
        from = to;
      }
      if (from < slices.length) turn(head);
    }
  }
  return pages;
}

/** What must stand on one page from flowable `i` on: those kept with their next, and the beginning of that. */
function together(flowables: readonly Flowable[], i: number, room: number): number {
  let height = 0;
  for (let j = i; j < flowables.length; j++) {
    const { slices, least, above, keepWithNext } = flowables[j]!;
    if (j > i) height += above;
    if (!keepWithNext || j === flowables.length - 1) {
      // What would leave too few slices behind stays whole.
      const begun = slices.length < 2 * least ? slices.length : least;
      height += heightOf(slices, 0, begun);
      break;
    }
    height += heightOf(slices);
  }
  return height <= room ? height : heightOf(flowables[i]!.slices, 0, 1);
}

/** Up to which slice there is room. */
function fitting({ slices, least }: Flowable, from: number, room: number, fresh: boolean): number {
  let to = from;
  let height = 0;
  while (to < slices.length && height + slices[to]! <= room + TOLERANCE) height += slices[to++]!;
  if (to === slices.length) return to;
  const parted = Math.min(to, slices.length - least);
  const enough = parted - from >= Math.min(least, slices.length - from);
  if (enough && parted > from) return parted;
  // On a page of its own, something must be put, fit or not.
  return fresh ? Math.max(to, from + 1) : from;
}
