import type { Colour } from "../../appearance/colour.js";
import type { Align } from "../blocks.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import type { TextLine } from "../text/textLines.js";
import { drawTextLine } from "./drawText.js";
import { type Flowable, type Frame, heightOf } from "./flowable.js";
import type { Setting } from "./setting.js";

/** A cell whose text is set. */
export interface RowCell {
  readonly lines: readonly TextLine[];
  readonly frame: Frame;
  readonly align: Align;
  /** Absent: the cell is an artifact, as a header is that is repeated. */
  readonly element?: StructureElement;
}

/** What is drawn of a row beside its text. */
export interface RowLook {
  /** Above and below the text, in points. */
  readonly padding: number;
  readonly ground?: Colour;
  /** Of a line under the row. */
  readonly rule?: Colour;
  readonly ruleWidth?: number;
}

/** A row of more lines than this may be parted at the end of a page. */
const KEPT_WHOLE = 12;
const TOGETHER = 3;
const HAIRLINE = 0.5;

/** Puts cells side by side, their first lines on one baseline. A short row is one slice, a long one a slice a line. */
export function rowFlow(setting: Setting, cells: readonly RowCell[], frame: Frame, look: RowLook): Flowable {
  const count = cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
  return count <= KEPT_WHOLE
    ? shortRow(setting, cells, frame, look)
    : longRow(setting, cells, frame, look, count);
}

function shortRow(setting: Setting, cells: readonly RowCell[], frame: Frame, look: RowLook): Flowable {
  const above = cells.reduce((most, { lines }) => Math.max(most, lines[0]?.above ?? 0), 0);
  let rest = 0;
  for (const { lines } of cells) {
    const text = lines.reduce((sum, line) => sum + line.above + line.below, 0);
    rest = Math.max(rest, text - (lines[0]?.above ?? 0));
  }
  const height = above + rest + 2 * look.padding;
  return {
    slices: [height],
    least: 1,
    above: 0,
    keepWithNext: false,
    draw(page, top) {
      drawLook(page, frame, top, height, look);
      for (const { lines, frame: place, align, element } of cells) {
        let baseline = top - look.padding - above;
        for (const [i, line] of lines.entries()) {
          if (i > 0) baseline -= lines[i - 1]!.below + line.above;
          drawTextLine(page, setting, line, place, align, baseline, element);
        }
      }
    },
  };
}

/** All cells' lines of one number stand on one baseline, so that a page may end between any two. */
function longRow(
  setting: Setting,
  cells: readonly RowCell[],
  frame: Frame,
  look: RowLook,
  count: number,
): Flowable {
  const aboves: number[] = [];
  const slices: number[] = [];
  for (let i = 0; i < count; i++) {
    let [above, below] = [0, 0];
    for (const { lines } of cells) {
      above = Math.max(above, lines[i]?.above ?? 0);
      below = Math.max(below, lines[i]?.below ?? 0);
    }
    if (i === 0) above += look.padding;
    if (i === count - 1) below += look.padding;
    aboves.push(above);
    slices.push(above + below);
  }
  return {
    slices,
    least: TOGETHER,
    above: 0,
    keepWithNext: false,
    draw(page, top, from, to) {
      drawLook(page, frame, top, heightOf(slices, from, to), look);
      for (const { lines, frame: place, align, element } of cells) {
        let y = top;
        for (let i = from; i < Math.min(to, lines.length); i++) {
          drawTextLine(page, setting, lines[i]!, place, align, y - aboves[i]!, element);
          y -= slices[i]!;
        }
      }
    },
  };
}

function drawLook(page: PageContent, frame: Frame, top: number, height: number, look: RowLook): void {
  const { ground, rule, ruleWidth = HAIRLINE } = look;
  if (ground === undefined && rule === undefined) return;
  page.artifact();
  if (ground !== undefined) page.rectangle(frame.left, top - height, frame.width, height, ground);
  if (rule !== undefined) page.rule(frame.left, top - height, frame.width, ruleWidth, rule);
}
