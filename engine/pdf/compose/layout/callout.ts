import type { Colour } from "../../appearance/colour.js";
import type { Callout } from "../blocks.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import { type Flowable, type Frame, heightOf, within } from "./flowable.js";
import type { LayOut } from "./layOut.js";
import type { Setting } from "./setting.js";

interface Tint {
  readonly ground: Colour;
  /** Of the bar; absent: the document's accent. */
  readonly bar?: Colour;
}

const TINTS: Record<NonNullable<Callout["tone"]>, Tint> = {
  neutral: { ground: [0.95, 0.958, 0.97] },
  positive: { ground: [0.925, 0.968, 0.937], bar: [0.13, 0.5, 0.27] },
  caution: { ground: [0.997, 0.965, 0.894], bar: [0.76, 0.5, 0.05] },
  negative: { ground: [0.992, 0.935, 0.928], bar: [0.72, 0.13, 0.11] },
};
const BAR = 3;
/** In points: at the sides, and above and below. */
const SIDE = 12;
const PADDING = 8;
/** Of the width, in a box in a box. */
const MOST_SIDE = 0.15;
const GAP = 0.9;

/** Lays out blocks in a tinted box. @throws EngineError `font_shaper_required`, `font_damaged` @throws RangeError */
export function layOutCallout(
  setting: Setting,
  { tone = "neutral", blocks }: Callout,
  frame: Frame,
  parent: StructureElement,
  layOut: LayOut,
): Flowable[] {
  const side = Math.min(SIDE, frame.width * MOST_SIDE);
  const width = Math.min(BAR, side);
  const inner = within(frame, width + side, frame.width - width - 2 * side, setting.direction);
  const bar = within(frame, 0, width, setting.direction);
  const flowables = layOut(setting, blocks, inner, parent.add("Div"));
  const tint = TINTS[tone];
  const ground = (page: PageContent, top: number, height: number) => {
    page.artifact();
    page.rectangle(frame.left, top - height, frame.width, height, tint.ground);
    page.rectangle(bar.left, top - height, bar.width, height, tint.bar ?? setting.accent);
  };
  return flowables.map((flowable, i) => {
    const first = i === 0;
    const last = i === flowables.length - 1;
    const padded = onGround(flowable, ground, first ? PADDING : 0, last ? PADDING : 0);
    return first
      ? { ...padded, above: GAP * setting.size }
      : { ...padded, drawAbove: (page, top, height) => ground(page, top, height) };
  });
}

/** Draws the ground behind a flowable, with padding before its first and after its last slice. */
function onGround(
  flowable: Flowable,
  ground: (page: PageContent, top: number, height: number) => void,
  before: number,
  after: number,
): Flowable {
  const slices = [...flowable.slices];
  slices[0]! += before;
  slices[slices.length - 1]! += after;
  const { head } = flowable;
  return {
    ...flowable,
    slices,
    ...(head && { head: onGround(head, ground, 0, 0) }),
    draw(page, top, from, to) {
      ground(page, top, heightOf(slices, from, to));
      flowable.draw(page, from === 0 ? top - before : top, from, to);
    },
  };
}
