import type { Block, Run, Table, Text } from "../../engine/pdf/compose/blocks.js";
import type { ReportCell, ReportTable } from "../auditTrail/report/trailReport.js";
import { aside, cellText, labelled, lines } from "./reportText.js";

/** What a line across the page has room for, in characters; and what may stand in a line beside something else. */
const pageRoom = 124;
const longestBeside = 64;
const mostColumns = 5;
const longestValue = 34;
/** Of the page's width, in hundredths: a time with its zone. */
const mostLead = 32;
/** What a column's padding takes of a line, in characters. */
const padding = 3;

/**
 * A table as a page has room for it: side by side where all of it is short; else with its first column as it is, and the
 * others below each other beside it, each with what it says.
 * @param caption what it shows, where it says so itself
 * @param others heads the column in which the others are
 */
export function tableBlock(table: ReportTable, caption: string, others: string): Table {
  return isNarrow(table) ? sideBySide(table, caption) : folded(table, caption, others);
}

function isNarrow({ columns, rows }: ReportTable): boolean {
  const isShort = (cell: ReportCell) => cell.every(({ text }) => text.length <= longestValue);
  // What stands first, such as a name, may be broken.
  return columns.length <= mostColumns && rows.every((row) => row.slice(1).every(isShort));
}

/** Each column has room for its longest word; what is left goes to those that would still have to break a line. */
function sideBySide({ columns, rows }: ReportTable, summary: string): Table {
  const needs = columns.map((header, index) => {
    const texts = [header, ...rows.flatMap((row) => row[index]!.map(({ text }) => text))];
    const word = Math.max(...texts.flatMap((text) => text.split(/\s/)).map(({ length }) => length));
    const least = Math.min(longestValue, word) + padding;
    const most = Math.min(longestValue, Math.max(...texts.map(({ length }) => length))) + padding;
    return { least, wish: Math.max(0, most - least) };
  });
  const total = (part: "least" | "wish") => needs.reduce((sum, need) => sum + need[part], 0);
  const share = Math.min(1, Math.max(0, pageRoom * 0.9 - total("least")) / Math.max(1, total("wish")));
  return {
    kind: "table",
    summary,
    columns: columns.map((header, index) => {
      const { least, wish } = needs[index]!;
      return { header, width: least + wish * share };
    }),
    rows: rows.map((row) => row.map((cell) => cellText(cell, 0))),
  };
}

function folded({ columns, rows }: ReportTable, summary: string, others: string): Table {
  const [first = "", ...rest] = columns;
  const longest = Math.max(
    first.length,
    ...rows.flatMap(([lead = []]) => lead.map(({ text }) => text.length)),
  );
  const lead = Math.min(mostLead, Math.ceil(((longest + padding) * 100) / pageRoom));
  return {
    kind: "table",
    summary,
    size: 0.86,
    columns: [
      { header: first, width: lead },
      { header: others, width: 100 - lead },
    ],
    rows: rows.map(([cell = [], ...cells]) => [
      cellText(cell, 0),
      lines(detailLines(cells, rest, roomIn(100 - lead))),
    ]),
  };
}

/**
 * The steps: number, time, and what happened, with whoever did it, and the event's hash in small below.
 * The report's columns are step, time, event, and whatever there is beside them, the hash last.
 */
export function stepsBlock({ columns, rows }: ReportTable, summary: string): Block {
  const [step = "", time = "", event = "", ...rest] = columns;
  const hash = rest.at(-1) ?? "";
  return {
    kind: "table",
    summary,
    size: 0.86,
    columns: [
      { header: step, width: 9, align: "end" },
      { header: time, width: 22 },
      { header: [{ text: event }, { text: `\n${hash}`, size: 0.85, ...aside }], width: 69 },
    ],
    rows: rows.map(([number = [], at = [], what = [], ...cells]): readonly Text[] => [
      cellText(number, 0),
      cellText(at, 0),
      lines(whatHappened(what, cells, rest)),
    ]),
  };
}

/** What it was and who did it, in one line where there is room; what else there is to say; and the hash, which the column's head names. */
function whatHappened(what: ReportCell, cells: readonly ReportCell[], labels: readonly string[]): Run[][] {
  const room = roomIn(69);
  const hash = cellText(cells.at(-1) ?? [], 0).map((run) => ({ ...run, ...aside }));
  const event = cellText(what, room);
  const [first = [], ...others] = detailLines(cells.slice(0, -1), labels, room).map(small);
  const length = [...event, ...first].reduce((sum, { text }) => sum + text.length, 3);
  const parts =
    first.length > 0 && length <= room ? [[...event, { text: " · ", ...aside }, ...first]] : [event, first];
  return [...parts, ...others, small(hash)].filter((part) => part.length > 0);
}

function small(part: readonly Run[]): Run[] {
  return part.map((run) => ({ ...run, size: 0.9 }));
}

/** What there is to say, as much on a line as has room; what is long has a line of its own. */
function detailLines(cells: readonly ReportCell[], labels: readonly string[], lineRoom: number): Run[][] {
  const made: Run[][] = [];
  let room = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell.length === 0) continue;
    const label = labels[index]!;
    const run = labelled(label, cell, lineRoom);
    const length = label.length + 5 + cell.reduce((sum, { text }) => sum + text.length + 3, 0);
    const last = made.at(-1);
    if (last !== undefined && length <= room && length <= longestBeside) {
      last.push({ text: " · ", ...aside }, ...run);
      room -= length;
    } else {
      made.push(run);
      room = lineRoom - length;
    }
  }
  return made;
}

/** Characters of a line. @param width of the column, a hundredth of the page's each */
function roomIn(width: number): number {
  return Math.floor((pageRoom * width) / 100);
}
