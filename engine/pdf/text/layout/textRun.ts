/**
 * Characters shown one after the other along a straight line. Places along it are distances from its origin in its own
 * unit; `along` and `across` say how far one unit, and one unit to the left of the direction, reach in user space.
 */
export interface TextRun {
  /** Where distance 0 is, in default user space of the page. */
  readonly originX: number;
  readonly originY: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly acrossX: number;
  readonly acrossY: number;
  /** How far characters reach across the line: from below it (negative) to above it. */
  readonly low: number;
  readonly high: number;
  /** Size of the font: one em, in the run's unit. */
  readonly em: number;
  /** Shown with rendering mode 3 or 7 (ISO 32000-2 Table 104), which no reader sees. */
  readonly hidden: boolean;
  /** For each glyph, the text that it stands for; UNKNOWN where that cannot be known. */
  readonly texts: string[];
  /** For each glyph, where it begins and ends along the line. */
  readonly starts: number[];
  readonly ends: number[];
}

/** In place of the text of a glyph of which nobody can say what it stands for. */
export const UNKNOWN = "\u{fffd}";
