import type { Run, Text } from "../../engine/pdf/compose/blocks.js";
import type { ReportCell, ReportValue } from "../auditTrail/report/trailReport.js";

/** Of what stands beside the fact itself: labels, numbers of steps, hashes. */
export const aside = { colour: 0.4 } as const;

/** A value as a run: a name keeps its own direction, a hash or an id is read from the left whatever is around it. */
export function valueRun({ text, form }: ReportValue): Run {
  switch (form) {
    case "code":
      return { text, code: true };
    case "name":
    case "prose":
      return { text, direction: "auto" };
    default:
      return { text };
  }
}

/**
 * The values of a cell: as many on a line as have room, the first of them foremost.
 * @param room characters of a line
 */
export function cellText(cell: ReportCell, room: number): Run[] {
  const runs: Run[] = [];
  let length = 0;
  for (const value of cell) {
    const fits = runs.length > 0 && length + value.text.length + 3 <= room && value.form !== "prose";
    if (runs.length > 0) runs.push({ text: fits ? " · " : "\n", ...aside });
    length = fits ? length + value.text.length + 3 : value.text.length;
    const beside =
      runs.length > 0 && (value.form === "words" || value.form === "code") && cell[0]?.form !== value.form;
    runs.push(beside ? { ...valueRun(value), ...aside } : valueRun(value));
  }
  return runs;
}

/** A line of its own with what it says before it: `SHA-256: 9f86…`. */
export function labelled(label: string, cell: ReportCell, room: number): Run[] {
  return [{ text: `${label}: `, ...aside }, ...cellText(cell, room - label.length)];
}

/** Lines one below the other. */
export function lines(parts: readonly (readonly Run[])[]): Text {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: "\n" }, ...part]));
}
