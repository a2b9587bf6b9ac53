import type { FontProgram } from "./fontProgram.js";
import type { FontSubset } from "./fontSubset.js";
import { damaged } from "./fontTable.js";
import { copyComposite } from "./glyphDescription.js";
import type { GlyphOutlines } from "./glyphOutlines.js";
import { describeJoinedGlyph, type JoinedGlyph } from "./joinedGlyph.js";
import { requireTable } from "./sfntFile.js";
import { writeSfnt } from "./sfntWriter.js";

/** Real fonts nest composites two or three deep. */
const MAX_COMPOSITE_DEPTH = 16;
/** Above this, loca needs four bytes an offset. */
const SHORT_LOCA_REACH = 0x1fffe;
/** maxp.maxZones stays; the limits of what hinting programs may use, up to maxSizeOfInstructions, become 0. */
const MAXP_HINTING = { from: 16, to: 28 };
const MAXP_ELEMENTS = 28;
const MAXP_DEPTH = 30;
const NO_INK = new Uint8Array();

/** A glyph of the subset. */
interface SubsetGlyph {
  readonly description: Uint8Array;
  readonly advance: number;
  readonly leftSideBearing: number;
}

/** Makes the subset of a font with glyf outlines: those tables that ISO 32000-2, 9.9.1 asks for, and no others. */
export function subsetTrueType(
  font: FontProgram,
  outlines: GlyphOutlines,
  asked: ReadonlyArray<number | JoinedGlyph>,
): FontSubset {
  const glyphs = copyGlyphs(font, outlines, asked);
  const { glyf, loca, long } = writeGlyf(glyphs);
  const deepest = asked.reduce<number>(
    (most, glyph) => (typeof glyph === "number" ? most : Math.max(most, glyph.parts.length)),
    0,
  );
  const tables: [string, Uint8Array][] = [
    ["glyf", glyf],
    ["head", copyWith(font, "head", (head) => head.setInt16(50, long ? 1 : 0))],
    ["hhea", copyWith(font, "hhea", (hhea) => hhea.setUint16(34, glyphs.length))],
    ["hmtx", writeHmtx(glyphs)],
    ["loca", loca],
    ["maxp", writeMaxp(font, glyphs.length, deepest)],
  ];
  return { bytes: writeSfnt(tables), glyphCount: glyphs.length };
}

/** Copies the glyphs that were asked for, and after them the components that composite ones call for. */
function copyGlyphs(
  { horizontal }: FontProgram,
  outlines: GlyphOutlines,
  asked: ReadonlyArray<number | JoinedGlyph>,
): SubsetGlyph[] {
  const glyphs: SubsetGlyph[] = new Array(asked.length);
  const renumbered = new Map<number, number>();
  const open = new Set<number>();
  const component = (glyph: number): number => {
    // A glyph that contains itself would send a reader's font engine round in circles.
    if (open.has(glyph)) throw damaged(`its glyph ${glyph} contains itself`);
    if (open.size > MAX_COMPOSITE_DEPTH)
      throw damaged(`its composite glyphs nest deeper than ${MAX_COMPOSITE_DEPTH}`);
    const known = renumbered.get(glyph);
    if (known !== undefined) return known;
    const number = glyphs.length;
    renumbered.set(glyph, number);
    copy(glyph, number);
    return number;
  };
  const copy = (glyph: number, number: number): void => {
    const [advance, leftSideBearing] = [horizontal.advance(glyph), horizontal.leftSideBearing(glyph)];
    const simple = outlines.simple(glyph);
    // A composite glyph keeps its place while its components are numbered after it.
    glyphs[number] = { description: simple ?? NO_INK, advance, leftSideBearing };
    if (simple) return;
    open.add(glyph);
    const description = copyComposite(outlines.description(glyph), component);
    glyphs[number] = { description, advance, leftSideBearing };
    open.delete(glyph);
  };
  for (const [number, glyph] of asked.entries()) {
    if (typeof glyph === "number") copy(glyph, number);
    else {
      const joined = describeJoinedGlyph(outlines, horizontal, glyph.parts, component);
      glyphs[number] = { ...joined, advance: glyph.advance };
    }
  }
  if (glyphs.length > 0xffff) throw damaged("its subset has more than 65535 glyphs");
  return glyphs;
}

function writeGlyf(glyphs: readonly SubsetGlyph[]) {
  let size = 0;
  for (const { description } of glyphs) size += (description.length + 3) & ~3;
  const long = size > SHORT_LOCA_REACH;
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array((glyphs.length + 1) * (long ? 4 : 2));
  const view = new DataView(loca.buffer);
  let offset = 0;
  for (let i = 0; i <= glyphs.length; i++) {
    if (long) view.setUint32(i * 4, offset);
    else view.setUint16(i * 2, offset / 2);
    const glyph = glyphs[i];
    if (!glyph) break;
    glyf.set(glyph.description, offset);
    offset += (glyph.description.length + 3) & ~3;
  }
  return { glyf, loca, long };
}

function writeHmtx(glyphs: readonly SubsetGlyph[]): Uint8Array {
  const hmtx = new Uint8Array(glyphs.length * 4);
  const view = new DataView(hmtx.buffer);
  for (let i = 0; i < glyphs.length; i++) {
    view.setUint16(i * 4, glyphs[i]!.advance);
    view.setInt16(i * 4 + 2, glyphs[i]!.leftSideBearing);
  }
  return hmtx;
}

function writeMaxp(font: FontProgram, glyphCount: number, joined: number): Uint8Array {
  return copyWith(font, "maxp", (maxp) => {
    maxp.setUint16(4, glyphCount);
    for (let at = MAXP_HINTING.from; at < MAXP_HINTING.to; at += 2)
      if (at + 2 <= maxp.byteLength) maxp.setUint16(at, 0);
    if (joined === 0 || maxp.byteLength < MAXP_DEPTH + 2) return;
    maxp.setUint16(MAXP_ELEMENTS, Math.max(maxp.getUint16(MAXP_ELEMENTS), joined));
    maxp.setUint16(MAXP_DEPTH, Math.min(maxp.getUint16(MAXP_DEPTH) + 1, MAX_COMPOSITE_DEPTH + 1));
  });
}

function copyWith(font: FontProgram, tag: string, change: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(requireTable(font.tables, tag).bytes);
  change(new DataView(copy.buffer));
  return copy;
}
