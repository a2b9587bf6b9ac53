import type { Align } from "../blocks.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import { drawLine, type LinkExtent } from "../text/drawLine.js";
import type { TextLine } from "../text/textLines.js";
import type { Frame } from "./flowable.js";
import type { Setting } from "./setting.js";

/**
 * Draws a line of text in a frame.
 *
 * @param baseline in points from the page's lower edge
 * @param element whose content it is; absent: an artifact's
 */
export function drawTextLine(
  page: PageContent,
  setting: Setting,
  line: TextLine,
  frame: Frame,
  align: Align,
  baseline: number,
  element: StructureElement | undefined,
): void {
  if (line.pieces.length === 0) return;
  if (element) page.mark(element);
  else page.artifact();
  const linked = (link: LinkExtent | undefined) => {
    if (!element) return;
    if (!link) {
      page.mark(element);
      return;
    }
    const { uri, left, right } = link;
    const kid = element.add("Link");
    page.mark(kid);
    kid.kids.push({ page: page.index, link: page.links.length });
    page.links.push({ uri, rect: [left, baseline - line.below, right, baseline + line.above], element: kid });
  };
  const left = lineLeft(line, frame, align, setting.direction);
  const room = line.direction === "ltr" ? frame.left + frame.width - left - line.width : left - frame.left;
  drawLine(page, line, left, baseline, room, linked);
}

/** Where a line begins on its left: it is aligned as the document reads, whatever it reads like itself. */
function lineLeft({ width }: TextLine, frame: Frame, align: Align, direction: "ltr" | "rtl"): number {
  if (align === "center") return frame.left + (frame.width - width) / 2;
  return (align === "start") === (direction === "ltr") ? frame.left : frame.left + frame.width - width;
}
