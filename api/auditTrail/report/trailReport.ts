import type { Direction } from "../../messages/words/languages.js";

/** An audit trail as it is said in one language: a document of headings, facts and tables, however it is then set. */
export interface TrailReport {
  /** BCP 47, of our words in it. */
  readonly language: string;
  readonly direction: Direction;
  readonly title: string;
  /** The order's title. */
  readonly subject: ReportValue;
  /** Above all else: that it was a test. */
  readonly banner: string | null;
  /** What this is, and in which zone times are. */
  readonly notes: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** Sections are two levels deep at most: a document or a signer has its own. */
export interface ReportSection {
  /** Stable: `summary`, `procedure`, `documents`, `signers`, `messages`, `custody`, `steps`, `chain`, or an object's id. */
  readonly id: string;
  readonly heading: ReportValue;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
}

export type ReportBlock = ReportFacts | ReportTable;

interface ReportFacts {
  readonly kind: "facts";
  readonly facts: readonly ReportFact[];
}

export interface ReportFact {
  readonly label: string;
  readonly values: ReportCell;
}

export interface ReportTable {
  readonly kind: "table";
  /** Null: the section's heading says it. */
  readonly caption: string | null;
  readonly columns: readonly string[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Values one below the other; none where there is nothing to say. */
export type ReportCell = readonly ReportValue[];

/** A text that is fit to be shown: without control characters, and without marks that turn what stands beside it. */
export interface ReportValue {
  readonly text: string;
  readonly form: ValueForm;
  /** Of a time: ISO 8601. */
  readonly at?: string;
}

/**
 * `words`: ours, in the report's direction; a name in them is isolated. `name`: somebody's text, in one line and in a
 * direction of its own. `prose`: the same, with line breaks. `code`: a hash, an id, an address; from left to right,
 * and may be broken anywhere. `time`: ours.
 */
type ValueForm = "words" | "name" | "prose" | "code" | "time";
