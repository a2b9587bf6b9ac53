import { evidenceFaults } from "../engine/evidence/faultCodes.js";
import type { EvidenceReport } from "../engine/evidence/report.js";
import { printable } from "./printable.js";

/** Faults that are told one by one. */
const maxTold = 100;
const marks = { passed: "ok      ", failed: "FAULT   ", not_checked: "--      " } as const;

/**
 * A report as a text, for a person who has to rely on it: what was checked, what is wrong, what could not be checked,
 * and what is left for them to decide.
 * @param time at which the newest time-stamp was judged
 */
export function evidenceReportText(report: EvidenceReport, time: Date): string {
  const lines = [...headLines(report), "", "WHAT WAS CHECKED"];
  for (const { what, file, result, detail } of report.checks) {
    lines.push(`${marks[result]}${printable(what)}${file === undefined ? "" : ` (${printable(file)})`}`);
    if (detail !== "") lines.push(`        ${printable(detail)}`);
  }
  if (report.faults.length > 0) lines.push("", "WHAT IS WRONG", ...faultLines(report));
  if (report.notChecked.length > 0) {
    lines.push("", "WHAT COULD NOT BE CHECKED");
    for (const { what, detail, decisive } of report.notChecked) {
      lines.push(`${decisive ? "OPEN    " : "--      "}${printable(what)}`, `        ${printable(detail)}`);
    }
  }
  return `${[...lines, "", ...verdictLines(report, time)].join("\n")}\n`;
}

function headLines({ about }: EvidenceReport): string[] {
  if (about === null) return ["An evidence file that does not say what it is about."];
  const test = about.mode === "test" ? ["A TEST order: it has no legal effect."] : [];
  return [
    `Evidence of the order ${printable(about.order)}: ${printable(about.title)}`,
    `Made at ${printable(about.madeAt)}`,
    ...test,
  ];
}

function faultLines({ faults }: EvidenceReport): string[] {
  const lines = faults.slice(0, maxTold).flatMap(({ code, file, message }) => {
    const where = file === undefined ? "" : ` (${printable(file)})`;
    return [`FAULT   ${code}${where}: ${evidenceFaults[code]}`, `        ${printable(message)}`];
  });
  return faults.length > maxTold ? [...lines, `        and ${faults.length - maxTold} faults more`] : lines;
}

function verdictLines({ verdict, faults, roots, provenAt }: EvidenceReport, time: Date): string[] {
  const at = time.toISOString();
  if (verdict === "failed")
    return [
      `FAILED: ${faults.length} ${faults.length === 1 ? "fault" : "faults"}. Do not rely on this file.`,
    ];
  const since = provenAt === null ? "" : ` All of it existed at ${provenAt}.`;
  if (verdict === "passed") return [`PASSED: nothing is wrong with it, judged at ${at}.${since}`];
  const open = roots.filter(({ trusted }) => !trusted);
  return [
    `INDETERMINATE: nothing is wrong with it, judged at ${at}; what is marked OPEN above decides.${since}`,
    ...open.map(
      ({ name, sha256 }) =>
        `Everything stands if you trust the root "${printable(name)}". Compare its SHA-256 with one from elsewhere, and give it as --trust:\n  ${sha256}`,
    ),
  ];
}
