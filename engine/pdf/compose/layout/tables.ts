import type { Align, Fields, Table, Text } from "../blocks.js";
import type { StructureElement } from "../structure/structureElement.js";
import { type Flowable, type Frame, within } from "./flowable.js";
import { type RowLook, rowFlow } from "./rows.js";
import { type Setting, setText, styleOf, textElement } from "./setting.js";

const MOST_COLUMNS = 20;
const TABLE_SIZE = 0.9;
/** At either side of a cell's text, in points. */
const CELL_PADDING = 5;
/** No column is narrower, in points, whatever its share. */
const LEAST_TEXT = 8;
const GAP = 0.8;
const LABEL_WIDTH = 0.3;
const LABEL_COLOUR = 0.38;
const HEAD: RowLook = { padding: 4, ground: [0.93, 0.94, 0.955] };
const ROW: RowLook = { padding: 3.5, rule: 0.84 };
const FIELD: RowLook = { padding: 1 };

interface Column {
  /** Of its text. */
  readonly frame: Frame;
  readonly align: Align;
}

/** Lays out a table, a row a flowable. @throws EngineError `font_shaper_required`, `font_damaged` @throws RangeError */
export function layOutTable(
  setting: Setting,
  block: Table,
  frame: Frame,
  parent: StructureElement,
): Flowable[] {
  const columns = columnsOf(setting, block, frame);
  const { rows, size = TABLE_SIZE, summary } = block;
  const bold = styleOf(setting, size * 0.95, { bold: true });
  const plain = styleOf(setting, size);
  const table = parent.add("Table", summary === undefined ? {} : { summary });
  // A table that has a head must have a body (ISO 14289-1, 7.2).
  const headRow = (rows.length > 0 ? table.add("THead") : table).add("TR");
  const set = block.columns.map(({ header }, i) => setText(setting, header, bold, columns[i]!.frame.width));
  const cells = columns.map((column, i) => ({ ...column, lines: set[i]!.lines }));
  const named = cells.map((cell, i) => ({
    ...cell,
    element: textElement(headRow, "TH", set[i]!, { scope: "Column" }),
  }));
  const head = rowFlow(setting, cells, frame, HEAD);
  const first = rowFlow(setting, named, frame, HEAD);
  const flowables: Flowable[] = [
    { ...first, least: first.slices.length, above: GAP * setting.size, keepWithNext: true },
  ];
  if (rows.length === 0) return flowables;
  const body = table.add("TBody");
  for (const [number, row] of rows.entries()) {
    if (row.length !== columns.length)
      throw new RangeError(`Row ${number} of a table has ${row.length} texts for ${columns.length} columns.`);
    const element = body.add("TR");
    const texts = columns.map((column, i) => {
      const text = setText(setting, row[i]!, plain, column.frame.width);
      return { ...column, lines: text.lines, element: textElement(element, "TD", text) };
    });
    flowables.push({ ...rowFlow(setting, texts, frame, ROW), head });
  }
  return flowables;
}

/** Lays out names and values, a table whose rows have headers. @throws as `layOutTable` */
export function layOutFields(
  setting: Setting,
  { rows, labelWidth = LABEL_WIDTH }: Fields,
  frame: Frame,
  parent: StructureElement,
): Flowable[] {
  if (!(labelWidth >= 0.05 && labelWidth <= 0.95))
    throw new RangeError("The labels' share of the width must be from 0.05 to 0.95.");
  const { direction } = setting;
  const split = frame.width * labelWidth;
  const places = {
    label: within(frame, 0, split - paddingIn(split), direction),
    value: within(frame, split, frame.width - split, direction),
  };
  const table = rows.length > 0 ? parent.add("Table").add("TBody") : parent;
  const set = (text: Text, part: "label" | "value", row: StructureElement) => {
    const style = styleOf(setting, 1, part === "label" ? { colour: LABEL_COLOUR } : {});
    const shown = setText(setting, text, style, places[part].width);
    const element =
      part === "label" ? textElement(row, "TH", shown, { scope: "Row" }) : textElement(row, "TD", shown);
    return { lines: shown.lines, frame: places[part], align: "start" as const, element };
  };
  return rows.map(({ label, value }, i) => {
    const row = table.add("TR");
    const flowable = rowFlow(setting, [set(label, "label", row), set(value, "value", row)], frame, FIELD);
    return { ...flowable, above: i === 0 ? GAP * setting.size : 0 };
  });
}

function columnsOf(setting: Setting, { columns }: Table, frame: Frame): Column[] {
  if (columns.length === 0 || columns.length > MOST_COLUMNS)
    throw new RangeError(`A table has 1 to ${MOST_COLUMNS} columns.`);
  if (!columns.every(({ width }) => width > 0 && Number.isFinite(width)))
    throw new RangeError("The width of a table's column must be a positive number.");
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const least = Math.min(2 * CELL_PADDING + LEAST_TEXT, frame.width / columns.length);
  // Where a share is too small, all columns have the least width, and shares of the rest.
  const fits = columns.every(({ width }) => (frame.width * width) / sum >= least);
  const given = fits ? 0 : least;
  let start = 0;
  return columns.map(({ width, align = "start" }) => {
    const share = given + ((frame.width - columns.length * given) * width) / sum;
    const padding = paddingIn(share);
    const place = within(frame, start + padding, share - 2 * padding, setting.direction);
    start += share;
    return { frame: place, align };
  });
}

function paddingIn(width: number): number {
  return Math.min(CELL_PADDING, width / 4);
}
