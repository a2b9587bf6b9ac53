import bidiModule from "bidi-js";

// The package is CommonJS and exports the factory itself, which its types, written for a bundler, do not say.
const bidi = (bidiModule as unknown as typeof bidiModule.default)();

/** A part of a line that reads in one direction: UTF-16 indices into the line, `end` behind the last. */
export interface DirectionalRun {
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
}

/** A line's parts in the order in which they stand from left to right. */
export interface DirectionalLine {
  /** The direction of the paragraph: that of its first letter (UAX #9, P2 and P3). */
  readonly rightToLeft: boolean;
  readonly runs: readonly DirectionalRun[];
}

/**
 * Orders a line of mixed directions (Unicode Standard Annex #9).
 *
 * @param line one line, without controls
 * @param direction of the paragraph; `auto` takes that of its first letter
 */
export function orderLine(line: string, direction: "auto" | "ltr" | "rtl"): DirectionalLine {
  const embedding = bidi.getEmbeddingLevels(line, direction);
  const base = embedding.paragraphs[0]?.level ?? 0;
  const runs: Array<DirectionalRun & { level: number }> = [];
  for (let start = 0, i = 1; i <= line.length; i++) {
    const level = embedding.levels[start]!;
    if (i < line.length && embedding.levels[i] === level) continue;
    runs.push({ start, end: i, level, rightToLeft: level % 2 === 1 });
    start = i;
  }
  return { rightToLeft: base % 2 === 1, runs: visualOrder(runs) };
}

/** Rule L2: from the highest level to the lowest odd one, turns round every sequence at that level or above. */
export function visualOrder<T extends { level: number }>(runs: T[]): T[] {
  const highest = runs.reduce((most, { level }) => Math.max(most, level), 0);
  const lowestOdd = runs.reduce(
    (least, { level }) => (level % 2 === 1 ? Math.min(least, level) : least),
    255,
  );
  for (let level = highest; level >= lowestOdd; level--)
    for (let start = 0; start < runs.length; start++) {
      let end = start;
      while (end < runs.length && runs[end]!.level >= level) end++;
      if (end > start + 1) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
      start = end;
    }
  return runs;
}

/** The embedding level of each UTF-16 code unit of a paragraph: odd where it reads from the right. */
export function embeddingLevels(paragraph: string, direction: "ltr" | "rtl"): Uint8Array {
  return bidi.getEmbeddingLevels(paragraph, direction).levels;
}

/** The direction of a text's first letter; undefined where it has none, such as a date. */
export function readingDirection(text: string): "ltr" | "rtl" | undefined {
  for (const character of text) {
    const type = bidi.getBidiCharTypeName(character);
    if (type === "L") return "ltr";
    if (type === "R" || type === "AL") return "rtl";
  }
  return undefined;
}

/** The character that stands for another in right-to-left text: "(" for ")". */
export function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character;
}
