import type { FontProgram } from "../font/trueType.js";

/** What stands in a visible signature: the signer's name, a caption above it and lines below it. */
export interface SignatureText {
  readonly caption?: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** Type sizes in points, from the largest wished for to the smallest that can be read on paper. */
export interface TypeSizes {
  readonly nameMost: number;
  readonly nameLeast: number;
  readonly smallMost: number;
  readonly smallLeast: number;
}

/** One row of set text; `down` is how far its baseline is below the block's top, in points. */
export interface TextRow {
  readonly text: string;
  readonly size: number;
  readonly down: number;
  readonly strong: boolean;
}

/** Rows set under each other, flush left, from the accents of the first to the descenders of the last. */
export interface TextBlock {
  readonly rows: readonly TextRow[];
  readonly width: number;
  readonly height: number;
  readonly nameSize: number;
  /** Where a rule under the name goes, if one was asked for. */
  readonly ruleDown?: number;
  readonly smallSize: number;
  /** How much had no room: 0 when all is shown, 1 for each line that is left out. */
  readonly loss: number;
}

/** A row before it has a place. */
export interface UnsetRow {
  readonly text: string;
  readonly size: number;
  readonly part: "caption" | "name" | "line";
}

const LEADING = 1.28;
const DESCENDER = 0.24;
/** What an accent on a capital letter needs above it, in ems. */
const ACCENT = 0.18;
/** Extra space between parts, in units of the small size. */
const PART_GAP = 0.3;
const RULE_GAP = 0.62;
const RULE_UNDER_NAME = 0.36;

/**
 * Sets rows under each other.
 *
 * @param font for its cap height
 * @param rows in order; caption, then name, then lines
 * @param rule whether room for a rule is left under the name
 * @param loss how much was left out, for whoever compares blocks
 */
export function setRows(
  font: FontProgram,
  rows: readonly UnsetRow[],
  rule: boolean,
  loss: number,
): TextBlock {
  const capHeight = font.metrics.capHeight / 1000;
  const small = rows.reduce((least, { size }) => Math.min(least, size), rows[0]?.size ?? 0);
  let down = 0;
  let ruleDown: number | undefined;
  const set = rows.map((row, i): TextRow => {
    const above = rows[i - 1];
    if (!above) down = (capHeight + ACCENT) * row.size;
    else if (above.part === row.part) down += LEADING * row.size;
    else if (above.part === "name" && rule) {
      ruleDown = underName(down, above.size);
      down = ruleDown + RULE_GAP * small + capHeight * row.size;
    } else down += (LEADING + PART_GAP) * small + (row.size - small) * capHeight;
    return { text: row.text, size: row.size, down, strong: row.part === "name" };
  });
  const last = set.at(-1) ?? { down: 0, size: 0 };
  if (rule && rows.at(-1)?.part === "name") ruleDown = underName(last.down, last.size);
  return {
    rows: set,
    width: Math.max(0, ...set.map((row) => font.widthOf(row.text) * row.size)),
    height: Math.max(last.down + DESCENDER * last.size, ruleDown ?? 0),
    smallSize: small,
    nameSize: rows.find(({ part }) => part === "name")?.size ?? small,
    ...(ruleDown !== undefined && { ruleDown }),
    loss,
  };
}

function underName(baseline: number, size: number): number {
  return baseline + RULE_UNDER_NAME * size;
}
