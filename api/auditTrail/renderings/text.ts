import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { isolated } from "../../messages/strangersText.js";
import type { Direction } from "../../messages/words/languages.js";
import type { ReportBlock, ReportCell, ReportSection, ReportValue } from "../report/trailReport.js";
import { trailReportOf } from "../report/trailReportOf.js";

/** An audit trail as plain text, for terminals: headings underlined, what belongs to them indented. */
export function trailAsText(trail: AuditTrail, language: string): string {
  const report = trailReportOf(trail, language);
  const { title, subject, banner, notes, sections, direction } = report;
  const heading = `${title.toLocaleUpperCase(report.language)}\n${shown(subject, direction)}\n`;
  const said = [...(banner === null ? [] : [`*** ${banner} ***`]), ...notes].join("\n");
  return `${heading}\n${said}\n${sections.map((section) => setSection(section, direction, "=")).join("")}`;
}

function setSection(
  { heading, blocks, sections }: ReportSection,
  direction: Direction,
  rule: string,
): string {
  const text = shown(heading, direction);
  const body = blocks.map((block) => setBlock(block, direction)).join("");
  const inner = sections.map((section) => setSection(section, direction, "-")).join("");
  return `\n${text}\n${rule.repeat(Math.min([...text].length, 72))}\n${body}${inner}`;
}

function setBlock(block: ReportBlock, direction: Direction): string {
  if (block.kind === "facts") {
    return block.facts.map(({ label, values }) => setFact("  ", label, values, direction)).join("");
  }
  const { caption, columns, rows } = block;
  const items = rows.map((row) => {
    const said = columns.flatMap((label, index) =>
      row[index]!.length === 0 ? [] : [setFact("    ", label, row[index]!, direction)],
    );
    return said.join("").replace(/^ {4}/, "  - ");
  });
  return `${caption === null ? "" : `\n  ${caption}\n`}${items.join("")}`;
}

/** Values after the first stand below it, deeper than any label. */
function setFact(indent: string, label: string, values: ReportCell, direction: Direction): string {
  const lines = values.flatMap((value) => shown(value, direction).split("\n"));
  return `${indent}${label}: ${lines.join(`\n${indent}  | `)}\n`;
}

function shown({ text, form }: ReportValue, direction: Direction): string {
  if (form === "name" || form === "prose") {
    return text
      .split("\n")
      .map((line) => isolated(line, direction))
      .join("\n");
  }
  return form === "code" && direction === "rtl" ? `\u2066${text}\u2069` : text;
}
