import { GlyphOutlines } from "./glyphOutlines.js";
import type { HorizontalMetrics } from "./horizontalMetrics.js";

/** A glyph's place in a joined one, in font units from its origin. */
export interface GlyphPart {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** A glyph that the font does not have: several of its glyphs, each at its place, as one. */
export interface JoinedGlyph {
  readonly parts: readonly GlyphPart[];
  readonly advance: number;
}

// Flags of a component (OpenType specification, "Composite glyph description").
const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY_VALUES = 0x0002;
const MORE_COMPONENTS = 0x0020;
const HEADER_BYTES = 10;
const COMPONENT_BYTES = 8;
const NO_INK = new Uint8Array();

/** A description for the glyf table, and the left side bearing that belongs to it. */
export interface JoinedDescription {
  readonly description: Uint8Array;
  readonly leftSideBearing: number;
}

/**
 * Describes a joined glyph as a composite one. Then a letter with its marks, or a syllable, is one code of the text,
 * which stands for its letters in the order in which they were written: readers that search or copy have nothing to
 * put together, whatever they know of the script.
 *
 * @param outlines the font's glyphs
 * @param horizontal their bearings: a font may shift a glyph from where its outline stands
 * @param parts those that have ink are drawn
 * @param renumber gives a part's glyph index in the new font
 */
export function describeJoinedGlyph(
  outlines: GlyphOutlines,
  horizontal: HorizontalMetrics,
  parts: readonly GlyphPart[],
  renumber: (glyph: number) => number,
): JoinedDescription {
  const inked = parts.flatMap(({ glyph, x, y }) => {
    const box = outlines.boundingBox(glyph);
    return box ? [{ glyph, box, x: x + horizontal.leftSideBearing(glyph) - box.xMin, y }] : [];
  });
  if (inked.length === 0) return { description: NO_INK, leftSideBearing: 0 };
  const description = new Uint8Array(HEADER_BYTES + inked.length * COMPONENT_BYTES);
  const view = new DataView(description.buffer);
  const xMin = Math.min(...inked.map(({ box, x }) => box.xMin + x));
  view.setInt16(0, -1);
  view.setInt16(2, int16(xMin));
  view.setInt16(4, int16(Math.min(...inked.map(({ box, y }) => box.yMin + y))));
  view.setInt16(6, int16(Math.max(...inked.map(({ box, x }) => box.xMax + x))));
  view.setInt16(8, int16(Math.max(...inked.map(({ box, y }) => box.yMax + y))));
  for (const [i, { glyph, x, y }] of inked.entries()) {
    const at = HEADER_BYTES + i * COMPONENT_BYTES;
    const more = i < inked.length - 1 ? MORE_COMPONENTS : 0;
    view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_XY_VALUES | more);
    view.setUint16(at + 2, renumber(glyph));
    view.setInt16(at + 4, int16(x));
    view.setInt16(at + 6, int16(y));
  }
  return { description, leftSideBearing: int16(xMin) };
}

/** A hostile font may ask for places that a glyph cannot have. */
function int16(value: number): number {
  return Math.min(0x7fff, Math.max(-0x8000, Math.round(value)));
}

/** Whether glyphs of such outlines can be joined; CFF knows no composites. */
export function canJoin(outlines: unknown): outlines is GlyphOutlines {
  return outlines instanceof GlyphOutlines;
}
