import type { Shaper } from "../shaping/shaper.js";
import { Typeface } from "../shaping/typeface.js";
import { BLACK } from "./colour.js";
import type { TextElement } from "./elements.js";
import type { FormDrawing } from "./formDrawing.js";
import { Paragraph, type Row } from "./paragraph.js";

const MAX_CHARACTERS = 2000;
const MAX_ROWS = 100;
const LEADING = 1.28;
/** What an accent on a capital letter needs above it, in ems. */
const ACCENT = 0.18;

/**
 * Draws the rows of a text element.
 *
 * @param boxHeight of the appearance in points, from whose top the element counts
 * @throws EngineError `font_damaged`, `font_shaper_required`
 */
export function drawTextElement(
  drawing: FormDrawing,
  element: TextElement,
  boxHeight: number,
  shaper: Shaper | undefined,
): void {
  const { size, leading = size * LEADING, maxRows = MAX_ROWS, colour = BLACK } = element;
  const typeface = new Typeface(element.font, shaper);
  const most = Math.min(Math.max(1, Math.floor(maxRows)), MAX_ROWS);
  const down = element.anchor === "baseline" ? 0 : (typeface.capHeight + ACCENT) * size;
  let baseline = boxHeight - element.y - down;
  let left = most;
  for (const text of element.text.slice(0, MAX_CHARACTERS).split(/\r\n|\r|\n/)) {
    if (left === 0) return;
    const paragraph = new Paragraph(typeface, text, MAX_CHARACTERS);
    const rows = rowsOf(paragraph, element, left);
    const { direction = paragraph.direction ?? "auto" } = element;
    for (const { text: row } of rows) {
      const line = typeface.set(row, direction);
      drawing.text(line, size, colour, leftEdge(element, line.width * size, line.rightToLeft), baseline);
      baseline -= leading;
    }
    // An empty line keeps its place.
    if (rows.length === 0) baseline -= leading;
    left -= Math.max(rows.length, 1);
  }
}

function rowsOf(paragraph: Paragraph, { width, size }: TextElement, most: number): Row[] {
  if (paragraph.empty) return [];
  const column = width === undefined ? Number.POSITIVE_INFINITY : width / size;
  return paragraph.rows(column, most) ?? paragraph.fill(column, most);
}

/** Where a row's left edge is: in its column, or around the element's x where it has none. */
function leftEdge({ x, width, align = "start" }: TextElement, row: number, rightToLeft: boolean): number {
  const column = width ?? 0;
  const side = align !== "start" ? align : rightToLeft && width !== undefined ? "right" : "left";
  if (side === "left") return x;
  return side === "center" ? x + (column - row) / 2 : x + column - row;
}
