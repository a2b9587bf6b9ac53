import type { Detail } from "../../../engine/auditTrail/parts.js";
import { shownLine, shownLines } from "./shownText.js";
import type { ReportBlock, ReportCell, ReportFact, ReportValue } from "./trailReport.js";

/** Our own words, or a sentence of ours in which names are isolated. */
export function words(text: string): ReportValue {
  return { text, form: "words" };
}

/** A hash, an id, an address. */
export function code(text: string | null): ReportCell {
  return text === null ? [] : [{ text: shownLine(text), form: "code" }];
}

/** What somebody is called, or calls something. */
export function name(text: string | null): ReportCell {
  return text === null ? [] : [{ text: shownLine(text), form: "name" }];
}

/** What somebody wrote, in as many lines. */
export function prose(text: string | null): ReportCell {
  return text === null ? [] : [{ text: shownLines(text), form: "prose" }];
}

/** A value with the name that a program has for it. */
export function details(all: readonly Detail[]): ReportCell {
  return all.map((detail) => ({ text: shownLine(`${detail.name}: ${detail.value}`), form: "code" }));
}

/** Facts about which there is something to say. */
export function facts(...all: readonly (readonly [string, ReportCell])[]): ReportBlock[] {
  const said = all.flatMap(([label, values]): ReportFact[] =>
    values.length === 0 ? [] : [{ label, values }],
  );
  return said.length === 0 ? [] : [{ kind: "facts", facts: said }];
}

export type Column<Item> = readonly [string, (item: Item) => ReportCell];

/** A table of those columns about which there is something to say; none where there is no row. */
export function table<Item>(
  caption: string | null,
  items: readonly Item[],
  columns: readonly Column<Item>[],
): ReportBlock[] {
  if (items.length === 0) return [];
  const cells = columns.map(([label, cell]) => ({ label, cells: items.map(cell) }));
  const said = cells.filter((column) => column.cells.some((cell) => cell.length > 0));
  return [
    {
      kind: "table",
      caption,
      columns: said.map(({ label }) => label),
      rows: items.map((_, row) => said.map((column) => column.cells[row]!)),
    },
  ];
}
