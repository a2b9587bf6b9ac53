import type { Beside } from "../blocks.js";
import type { StructureElement } from "../structure/structureElement.js";
import { figureSize, layOutFigure } from "./figures.js";
import { type Flowable, type Frame, heightOf, within } from "./flowable.js";
import type { LayOut } from "./layOut.js";
import type { Setting } from "./setting.js";

const GAP = 16;
/** Of the width, what a figure takes at most. */
const MOST_FIGURE = 0.6;
const MOST_GAP = 0.15;

/**
 * Lays out blocks beside a figure. What stands beside it stays on its page; what comes after may go on on the next.
 * @throws EngineError `font_shaper_required`, `font_damaged` @throws RangeError
 */
export function layOutBeside(
  setting: Setting,
  { blocks, figure, gap = GAP }: Beside,
  frame: Frame,
  parent: StructureElement,
  layOut: LayOut,
): Flowable[] {
  if (!(gap >= 0)) throw new RangeError("The gap beside a figure must not be negative.");
  const { direction } = setting;
  const size = figureSize(figure, { width: frame.width * MOST_FIGURE, height: setting.room });
  const between = Math.min(gap, frame.width * MOST_GAP);
  const text = within(frame, 0, frame.width - size.width - between, direction);
  const place = within(frame, frame.width - size.width, size.width, direction);
  const flowables = layOut(setting, blocks, text, parent);
  const drawn = layOutFigure(setting, { ...figure, ...size }, "start", place, parent);
  if (flowables.length === 0) return [drawn];
  return besideFigure(flowables, drawn, setting.room) ?? [drawn, ...flowables];
}

/** Keeps together what stands beside a figure; undefined where that would need more than a page. */
function besideFigure(
  flowables: readonly Flowable[],
  figure: Flowable,
  room: number,
): Flowable[] | undefined {
  const beside: Flowable[] = [];
  const needed = figure.slices[0]!;
  let height = 0;
  for (const [i, flowable] of flowables.entries()) {
    const above = height === 0 ? 0 : flowable.above;
    const own = above + heightOf(flowable.slices);
    const last = i === flowables.length - 1;
    if (height + own < needed && !last) {
      beside.push({ ...flowable, least: flowable.slices.length, keepWithNext: true });
      height += own;
      continue;
    }
    const covering = height + own < needed ? lengthened(flowable, needed - height - own) : flowable;
    const least = Math.max(covering.least, slicesFor(covering.slices, needed - height - above));
    const offset = height + above;
    if (offset + heightOf(covering.slices) > room) return undefined;
    const draw: Flowable["draw"] = (page, top, from, to) => {
      covering.draw(page, top, from, to);
      // Last, so that nothing that is drawn behind the text covers it.
      if (from === 0) figure.draw(page, top + offset, 0, 1);
    };
    return [...beside, { ...covering, least, draw }, ...flowables.slice(i + 1)];
  }
  return beside;
}

/** How many slices are so high. */
function slicesFor(slices: readonly number[], height: number): number {
  let count = 0;
  for (let sum = 0; count < slices.length && sum < height; count++) sum += slices[count]!;
  return count;
}

/** With something blank after its last slice. */
function lengthened(flowable: Flowable, by: number): Flowable {
  const slices = [...flowable.slices];
  slices[slices.length - 1]! += by;
  return { ...flowable, slices, least: slices.length };
}
