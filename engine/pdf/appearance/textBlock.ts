import type { Extent } from "../font/glyphExtent.js";
import type { Direction, Typeface } from "../shaping/typeface.js";

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
  readonly typeface: Typeface;
  readonly size: number;
  /** In points. */
  readonly width: number;
  /** Of the paragraph that it is a row of. */
  readonly direction: Direction;
  readonly down: number;
  readonly strong: boolean;
}

/** Rows set under each other, from the accents of the first to the descenders of the last. */
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
  readonly typeface: Typeface;
  readonly size: number;
  /** In ems. */
  readonly width: number;
  readonly direction: Direction;
  /** How far the ink of its paragraph reaches from the baseline, in ems. */
  readonly extent: Extent;
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
 * @param rows in order; caption, then name, then lines
 * @param rule whether room for a rule is left under the name
 * @param loss how much was left out, for whoever compares blocks
 */
export function setRows(rows: readonly UnsetRow[], rule: boolean, loss: number): TextBlock {
  const small = rows.reduce((least, { size }) => Math.min(least, size), rows[0]?.size ?? 0);
  let down = 0;
  let ruleDown: number | undefined;
  let width = 0;
  const set: TextRow[] = [];
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    const capitals = row.typeface.capHeight * row.size;
    const from = down;
    if (!above) down = reachUp(row);
    else if (above.part === row.part) down += LEADING * row.size;
    else if (above.part === "name" && rule) {
      ruleDown = underName(down, above);
      down = ruleDown + Math.max(RULE_GAP * small + capitals, row.extent.above * row.size);
    } else down += (LEADING + PART_GAP) * small + (row.size - small) * row.typeface.capHeight;
    // Scripts that reach high and low, and handwriting, need more than the leading of print.
    if (above) down = Math.max(down, from + above.extent.below * above.size + row.extent.above * row.size);
    const { text, typeface, direction, size, part } = row;
    set.push({ text, typeface, direction, size, width: row.width * size, down, strong: part === "name" });
    width = Math.max(width, row.width * size);
  }
  const last = rows.at(-1);
  if (rule && last?.part === "name") ruleDown = underName(down, last);
  return {
    rows: set,
    width,
    height: Math.max(last ? down + Math.max(DESCENDER, last.extent.below) * last.size : 0, ruleDown ?? 0),
    smallSize: small,
    nameSize: rows.find(({ part }) => part === "name")?.size ?? small,
    ...(ruleDown !== undefined && { ruleDown }),
    loss,
  };
}

/** From the top of a block to its first baseline. */
function reachUp({ typeface, size, extent }: UnsetRow): number {
  return Math.max(typeface.capHeight + ACCENT, extent.above) * size;
}

function underName(baseline: number, { size, extent }: UnsetRow): number {
  return baseline + Math.max(RULE_UNDER_NAME, extent.below) * size;
}
