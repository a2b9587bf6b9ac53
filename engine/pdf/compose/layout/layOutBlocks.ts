import type { Block } from "../blocks.js";
import type { StructureElement } from "../structure/structureElement.js";
import { layOutBeside } from "./beside.js";
import { layOutCallout } from "./callout.js";
import { layOutFigure } from "./figures.js";
import type { Flowable, Frame } from "./flowable.js";
import { layOutHeading, layOutList, layOutParagraph, readingText } from "./paragraphs.js";
import type { Setting } from "./setting.js";
import { layOutFields, layOutTable } from "./tables.js";

const RULE = { gap: 0.9, width: 0.6, colour: 0.75 };
/** In points; more would leave a page. */
const MOST_SPACE = 500;
/** Of a frame, in points. */
const LEAST_WIDTH = 4;

/**
 * Lays out blocks, which thereby get their elements, in order.
 *
 * @throws EngineError `font_shaper_required`, `font_damaged`
 * @throws RangeError for a number that is none, or out of range
 */
export function layOutBlocks(
  setting: Setting,
  blocks: readonly Block[],
  frame: Frame,
  parent: StructureElement,
): Flowable[] {
  if (frame.width < LEAST_WIDTH) throw new RangeError("Blocks nest so deeply that no width is left.");
  const flowables: Flowable[] = [];
  let space = 0;
  let onNewPage = false;
  for (const block of blocks) {
    if (block.kind === "pageBreak") onNewPage = true;
    else if (block.kind === "spacer") space += requireSpace(block.height);
    else {
      const [first, ...others] = layOutBlock(setting, block, frame, parent);
      if (!first) continue;
      const broken = onNewPage || first.onNewPage === true;
      // Space at the end of a page or of the document is none.
      flowables.push({ ...first, above: first.above + space, onNewPage: broken }, ...others);
      [space, onNewPage] = [0, false];
    }
  }
  return flowables;
}

function layOutBlock(
  setting: Setting,
  block: Exclude<Block, { kind: "pageBreak" | "spacer" }>,
  frame: Frame,
  parent: StructureElement,
): Flowable[] {
  switch (block.kind) {
    case "heading":
      // A heading that says nothing would be announced, and stand among the bookmarks.
      return readingText(block.text) === "" ? [] : [layOutHeading(setting, block, frame, parent)];
    case "paragraph":
      return [layOutParagraph(setting, block, frame, parent)];
    case "list":
      return layOutList(setting, block, frame, parent);
    case "fields":
      return layOutFields(setting, block, frame, parent);
    case "table":
      return layOutTable(setting, block, frame, parent);
    case "figure":
      return [layOutFigure(setting, block.figure, block.align ?? "start", frame, parent)];
    case "beside":
      return layOutBeside(setting, block, frame, parent, layOutBlocks);
    case "callout":
      return layOutCallout(setting, block, frame, parent, layOutBlocks);
    case "rule":
      return [rule(setting, frame)];
  }
}

function rule({ size }: Setting, frame: Frame): Flowable {
  return {
    slices: [RULE.gap * size],
    least: 1,
    above: RULE.gap * size,
    keepWithNext: false,
    draw(page, top) {
      page.artifact();
      page.rule(frame.left, top, frame.width, RULE.width, RULE.colour);
    },
  };
}

function requireSpace(height: number): number {
  if (!(height >= 0 && height <= MOST_SPACE))
    throw new RangeError(`A spacer's height must be from 0 to ${MOST_SPACE} points.`);
  return height;
}
