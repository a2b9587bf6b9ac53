import { createHash } from "node:crypto";
import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { escapeHtml } from "../../messages/layout/escapeHtml.js";
import type {
  ReportBlock,
  ReportCell,
  ReportFact,
  ReportSection,
  ReportValue,
  TrailReport,
} from "../report/trailReport.js";
import { trailReportOf } from "../report/trailReportOf.js";
import { trailStyle } from "./htmlStyle.js";

/**
 * What the page may do: apply its own style, and nothing else; no script, no form, no network. It stands in the page
 * too, for whoever opens a saved one.
 */
export const trailPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256")
  .update(trailStyle)
  .digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** An audit trail as a page of its own. */
export function trailAsHtml(trail: AuditTrail, language: string): string {
  return reportAsHtml(trailReportOf(trail, language));
}

/** A report as a page of its own: nothing is loaded, nothing runs, and it can be printed. */
export function reportAsHtml(report: TrailReport): string {
  const { language: lang, direction, title, subject, banner, notes, sections } = report;
  const contents = sections
    .map(({ id, heading }) => `<li><a href="#${id}">${escapeHtml(heading.text)}</a></li>`)
    .join("");
  return `<!doctype html>
<html lang="${lang}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trailPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}: ${escapeHtml(subject.text)}</title>
<style>${trailStyle}</style>
</head>
<body>
<header>
${banner === null ? "" : `<p class="banner">${escapeHtml(banner)}</p>\n`}<h1>${escapeHtml(title)}</h1>
<p class="subject">${value(subject)}</p>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("\n")}
<nav aria-label="${escapeHtml(title)}"><ul>${contents}</ul></nav>
</header>
<main>
${sections.map((section) => setSection(section, 2, section.id)).join("\n")}
</main>
</body>
</html>
`;
}

/** @param id of our own making: an object's id is a stranger's text in a stranger's file */
function setSection({ heading, blocks, sections }: ReportSection, level: number, id: string): string {
  const inner = sections.map((section, index) => setSection(section, level + 1, `${id}-${index + 1}`));
  const body = [...blocks.map((block, index) => setBlock(block, level + 1, `${id}-t${index}`, id)), ...inner];
  return `<section id="${id}" aria-labelledby="${id}-h">
<h${level} id="${id}-h">${value(heading)}</h${level}>
${body.join("\n")}
</section>`;
}

function setBlock(block: ReportBlock, level: number, id: string, section: string): string {
  if (block.kind === "facts") return setFacts(block.facts);
  const { caption, columns, rows } = block;
  const heading = caption === null ? "" : `<h${level} id="${id}">${escapeHtml(caption)}</h${level}>\n`;
  const items = rows.map((row) => {
    const said = columns.map((label, index): ReportFact => ({ label, values: row[index]! }));
    return `<li>${setFacts(said.filter(({ values }) => values.length > 0))}</li>`;
  });
  return `${heading}<ol class="rows" aria-labelledby="${caption === null ? `${section}-h` : id}">${items.join("\n")}</ol>`;
}

function setFacts(facts: readonly ReportFact[]): string {
  const groups = facts.map(
    ({ label, values }) =>
      `<div${widthOf(values)}><dt>${escapeHtml(label)}</dt>${values
        .map((each) => `<dd>${value(each)}</dd>`)
        .join("")}</div>`,
  );
  return `<dl>${groups.join("")}</dl>`;
}

/** How much of a line it has: all, half or a part. */
function widthOf(values: ReportCell): string {
  const lengths = values.map(({ text, form }) => (form === "code" ? text.length * 0.8 : text.length));
  const longest = Math.max(...lengths);
  if (longest > 64 || values.some(({ form }) => form === "prose")) return ' class="long"';
  return longest > 36 ? ' class="wide"' : "";
}

function value({ text, form, at }: ReportValue): string {
  switch (form) {
    case "words":
      return escapeHtml(text);
    case "time":
      return `<time datetime="${escapeHtml(at ?? "")}">${escapeHtml(text)}</time>`;
    case "name":
      return `<bdi>${escapeHtml(text)}</bdi>`;
    case "prose":
      return `<bdi class="prose">${escapeHtml(text)}</bdi>`;
    case "code":
      return `<bdi class="code" dir="ltr">${escapeHtml(text)}</bdi>`;
  }
}
