import { damaged } from "./fontTable.js";
import { copyGlyph } from "./glyphDescription.js";
import { requireTable } from "./sfntFile.js";
import { writeSfnt } from "./sfntWriter.js";
import type { FontProgram } from "./trueType.js";

/** A font file that holds only what a text needs, with glyphs numbered anew from 0 (.notdef). */
export interface FontSubset {
  readonly bytes: Uint8Array;
  readonly glyphCount: number;
  /** Each code point's glyph in the subset. Glyphs of code points come first, components of composites after. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** Advance widths of those first glyphs, in font units; index 0 is .notdef. */
  readonly advances: readonly number[];
}

/** Real fonts nest composites two or three deep. */
const MAX_COMPOSITE_DEPTH = 16;

/** maxp.maxZones stays; the limits of what hinting programs may use, up to maxSizeOfInstructions, become 0. */
const MAXP_HINTING = { from: 16, to: 28 };

/**
 * Makes a subset with one glyph for each code point, also where two share an outline or have none: then every glyph
 * has one meaning, and text taken out of the PDF is the text put in, even where a box was drawn.
 *
 * @param font the parsed font
 * @param codePoints the Unicode code points to be drawn; the order does not matter, equal sets give equal bytes
 * @throws EngineError `font_damaged`
 */
export function subsetFont(font: FontProgram, codePoints: Iterable<number>): FontSubset {
  const ordered = [...new Set(codePoints)].sort((a, b) => a - b);
  const sources = [0, ...ordered.map((codePoint) => font.glyphOf(codePoint))];
  const meanings = sources.length;
  const descriptions = copyOutlines(font, sources);
  const horizontal = sources.map((glyph) => font.horizontalMetrics(glyph));
  const { glyf, loca, long } = joinGlyphs(descriptions);
  const tables = new Map([
    ["glyf", glyf],
    ["loca", loca],
    ["hmtx", writeHmtx(horizontal)],
    ["head", copyWith(font, "head", (head) => head.setInt16(50, long ? 1 : 0))],
    ["hhea", copyWith(font, "hhea", (hhea) => hhea.setUint16(34, sources.length))],
    ["maxp", writeMaxp(font, sources.length)],
  ]);
  return {
    bytes: writeSfnt(tables),
    glyphCount: sources.length,
    glyphs: new Map(ordered.map((codePoint, i) => [codePoint, i + 1])),
    advances: horizontal.slice(0, meanings).map(({ advance }) => advance),
  };
}

/** Copies the outlines of `sources`, to which the components that composite glyphs call for are appended. */
function copyOutlines(font: FontProgram, sources: number[]): Uint8Array[] {
  const descriptions: Uint8Array[] = [];
  const renumbered = new Map<number, number>();
  const open = new Set<number>();
  const component = (glyph: number): number => {
    // A glyph that contains itself would send a reader's font engine round in circles.
    if (open.has(glyph)) throw damaged(`its glyph ${glyph} contains itself`);
    if (open.size > MAX_COMPOSITE_DEPTH)
      throw damaged(`its composite glyphs nest deeper than ${MAX_COMPOSITE_DEPTH}`);
    const known = renumbered.get(glyph);
    if (known !== undefined) return known;
    const number = sources.push(glyph) - 1;
    renumbered.set(glyph, number);
    copy(glyph, number);
    return number;
  };
  const copy = (glyph: number, number: number): void => {
    open.add(glyph);
    descriptions[number] = copyGlyph(font.outlines.description(glyph), component);
    open.delete(glyph);
  };
  const own = sources.length;
  for (let number = 0; number < own; number++) copy(sources[number]!, number);
  if (sources.length > 0xffff) throw damaged("its subset has more than 65535 glyphs");
  return descriptions;
}

function joinGlyphs(descriptions: Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array; long: boolean } {
  const size = descriptions.reduce((sum, glyph) => sum + ((glyph.length + 3) & ~3), 0);
  const long = size > 0x1fffe;
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array((descriptions.length + 1) * (long ? 4 : 2));
  const view = new DataView(loca.buffer);
  let offset = 0;
  for (let i = 0; i <= descriptions.length; i++) {
    if (long) view.setUint32(i * 4, offset);
    else view.setUint16(i * 2, offset / 2);
    const glyph = descriptions[i];
    if (!glyph) break;
    glyf.set(glyph, offset);
    offset += (glyph.length + 3) & ~3;
  }
  return { glyf, loca, long };
}

function writeHmtx(horizontal: { advance: number; leftSideBearing: number }[]): Uint8Array {
  const hmtx = new Uint8Array(horizontal.length * 4);
  const view = new DataView(hmtx.buffer);
  horizontal.forEach(({ advance, leftSideBearing }, i) => {
    view.setUint16(i * 4, advance);
    view.setInt16(i * 4 + 2, leftSideBearing);
  });
  return hmtx;
}

function writeMaxp(font: FontProgram, glyphCount: number): Uint8Array {
  return copyWith(font, "maxp", (maxp) => {
    maxp.setUint16(4, glyphCount);
    for (let at = MAXP_HINTING.from; at < MAXP_HINTING.to; at += 2)
      if (at + 2 <= maxp.byteLength) maxp.setUint16(at, 0);
  });
}

function copyWith(font: FontProgram, tag: string, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(requireTable(font.tables, tag).bytes);
  change(new DataView(copy.buffer));
  return copy;
}
