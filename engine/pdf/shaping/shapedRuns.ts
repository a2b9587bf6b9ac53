import type { FontProgram } from "../font/fontProgram.js";
import { canJoin } from "../font/joinedGlyph.js";
import type { SetGlyph, SetRun } from "./setLine.js";
import type { ShapedGlyph, Shaper } from "./shaper.js";

/** More glyphs than this are no letter with its marks; they are drawn one by one. */
const MAX_PARTS = 32;

/** The glyphs of one cluster, which stand for its text together. */
interface Cluster {
  readonly glyphs: readonly ShapedGlyph[];
  readonly text: string;
}

/**
 * Shapes a run and tells what each glyph stands for. A letter that is drawn in pieces, a mark that is moved to its
 * letter, a syllable whose letters changed places: each becomes one joined glyph. Where the font's glyphs cannot be joined, they become a run of their own with
 * its text, so that extraction gives the letters in the order in which they were written.
 *
 * @param text one run: one font, one direction
 * @returns runs in visual order
 */
export function shapedRuns(shaper: Shaper, font: FontProgram, text: string, rightToLeft: boolean): SetRun[] {
  const runs: SetRun[] = [];
  let simple: SetGlyph[] = [];
  for (const cluster of clusters(shaper.shape(font, text, rightToLeft), text, font.glyphCount)) {
    const [first, second] = cluster.glyphs;
    if (!first) continue;
    const ligature = rightToLeft && cluster.text.length > 1;
    const inPlace = !ligature && second === undefined && first.xOffset === 0 && first.yOffset === 0;
    if (inPlace || (second === undefined && !canJoin(font.outlines)))
      simple.push(setGlyph(font, first, cluster.text));
    else if (canJoin(font.outlines) && cluster.glyphs.length <= MAX_PARTS)
      simple.push(...joined(font, cluster, rightToLeft));
    else {
      if (simple.length > 0) runs.push({ font, glyphs: simple });
      simple = [];
      runs.push(spelledOut(font, cluster, rightToLeft));
    }
  }
  if (simple.length > 0) runs.push({ font, glyphs: simple });
  return runs;
}

function clusters(shaped: readonly ShapedGlyph[], text: string, glyphCount: number): Cluster[] {
  const ends = clusterEnds(shaped, text.length);
  const found: Cluster[] = [];
  for (let at = 0; at < shaped.length; ) {
    const { cluster } = shaped[at]!;
    let next = at + 1;
    while (next < shaped.length && shaped[next]!.cluster === cluster) next++;
    const glyphs = shaped.slice(at, next).filter(({ glyph }) => glyph < glyphCount);
    found.push({ glyphs, text: text.slice(cluster, ends.get(cluster)!) });
    at = next;
  }
  return found;
}

/**
 * Readers turn round what reads from the right letter by letter, as they meet it from left to right; of a glyph that
 * stands for several letters most would leave the order, and read a ligature backwards. So such a glyph is followed
 * by blank ones, and each stands for one letter.
 */
function joined(font: FontProgram, { glyphs, text }: Cluster, rightToLeft: boolean): SetGlyph[] {
  let pen = 0;
  const parts = glyphs.map(({ glyph, advance, xOffset, yOffset }) => {
    const part = { glyph, x: pen + xOffset, y: yOffset };
    pen += advance;
    return part;
  });
  const letters = rightToLeft ? Array.from(text).reverse() : [text];
  const advance = pen / font.metrics.unitsPerEm / letters.length;
  return letters.map((letter, i) => ({
    glyph: i === 0 ? parts : [],
    text: letter,
    advance,
    right: 0,
    up: 0,
  }));
}

function spelledOut(font: FontProgram, { glyphs, text }: Cluster, rightToLeft: boolean): SetRun {
  const shares = share(text, glyphs.length, rightToLeft);
  return { font, glyphs: glyphs.map((glyph, i) => setGlyph(font, glyph, shares[i]!)), actualText: text };
}

/** A cluster's text ends where the next cluster's begins. */
function clusterEnds(shaped: readonly ShapedGlyph[], length: number): Map<number, number> {
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  return new Map(starts.map((start, i) => [start, starts[i + 1] ?? length]));
}

/**
 * Every glyph must stand for something (ISO 19005-2, 6.2.11.7.2), for readers that do not look at /ActualText: the
 * letters in turn, the last of them again for glyphs that are left over.
 */
function share(meaning: string, glyphs: number, rightToLeft: boolean): string[] {
  const letters = Array.from(meaning);
  const shares = Array.from({ length: glyphs }, (_, i) => {
    if (i === glyphs - 1 && letters.length > glyphs) return letters.slice(i).join("");
    return letters[Math.min(i, letters.length - 1)]!;
  });
  return rightToLeft ? shares.reverse() : shares;
}

function setGlyph(font: FontProgram, shaped: ShapedGlyph, text: string): SetGlyph {
  const { unitsPerEm } = font.metrics;
  return {
    glyph: shaped.glyph,
    text,
    advance: shaped.advance / unitsPerEm,
    right: shaped.xOffset / unitsPerEm,
    up: shaped.yOffset / unitsPerEm,
  };
}
