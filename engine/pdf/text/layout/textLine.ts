import type { TextRun } from "./textRun.js";

/** Text that stands on one line, as it is seen: its runs in the direction in which they advance. */
export interface TextLine {
  readonly runs: TextRun[];
}
