import type { Running } from "../documentOptions.js";
import type { PageContent } from "../pageContent.js";
import type { TextLine } from "../text/textLines.js";
import { drawTextLine } from "./drawText.js";
import { type Frame, within } from "./flowable.js";
import { type Setting, setText, styleOf } from "./setting.js";

const SIZE = 0.8;
const COLOUR = 0.42;
/** Between the two sides, in points. */
const GAP = 20;
/** The end side has at most this share of the width. */
const MOST_END = 0.6;
const MOST_LINES = 2;

/**
 * Draws a header or a footer on a page; of a text that is too long, the rest is left out.
 *
 * @param baseline of its first line, in points from the page's lower edge
 */
export function drawRunning(
  page: PageContent,
  setting: Setting,
  kind: "Header" | "Footer",
  running: Running,
  frame: Frame,
  baseline: number,
  pages: number,
): void {
  const style = styleOf(setting, SIZE, { colour: COLOUR });
  const numbered = (text: string) =>
    text.replaceAll("{pages}", String(pages)).replaceAll("{page}", String(page.index + 1));
  const linesOf = (text = "", column: number) => {
    if (text === "") return [];
    return setText(setting, numbered(text), style, column).lines.slice(0, MOST_LINES);
  };
  const end = linesOf(running.end, frame.width * MOST_END);
  const taken = end.reduce((most, { width }) => Math.max(most, width + GAP), 0);
  const start = linesOf(running.start, frame.width - taken);
  page.runningArtifact(kind);
  const startFrame = within(frame, 0, frame.width - taken, setting.direction);
  const draw = (lines: readonly TextLine[], place: Frame, align: "start" | "end") => {
    let y = baseline;
    for (const line of lines) {
      drawTextLine(page, setting, line, place, align, y, undefined);
      y -= line.above + line.below;
    }
  };
  draw(start, startFrame, "start");
  draw(end, frame, "end");
}
