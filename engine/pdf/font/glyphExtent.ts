import type { FontProgram } from "./fontProgram.js";
import { GlyphOutlines } from "./glyphOutlines.js";
import type { GlyphPart } from "./joinedGlyph.js";

/** How far a glyph's ink reaches above and below the baseline, in ems; both are 0 or more. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

const NO_INK: Extent = { above: 0, below: 0 };

/**
 * Reads how far a glyph reaches (the bounding box of its glyf entry). CFF outlines have no such box and would have
 * to be drawn; for them the font's own ascender and descender stand in.
 *
 * @throws EngineError `font_damaged`
 */
export function glyphExtent(font: FontProgram, glyph: number): Extent {
  const { outlines, metrics } = font;
  if (!(outlines instanceof GlyphOutlines))
    return { above: Math.max(0, metrics.ascent / 1000), below: Math.max(0, -metrics.descent / 1000) };
  const box = outlines.boundingBox(glyph);
  if (!box) return NO_INK;
  return {
    above: Math.max(0, box.yMax / metrics.unitsPerEm),
    below: Math.max(0, -box.yMin / metrics.unitsPerEm),
  };
}

/** How far joined glyphs reach. @throws EngineError `font_damaged` */
export function partsExtent(font: FontProgram, parts: readonly GlyphPart[]): Extent {
  let above = 0;
  let below = 0;
  for (const { glyph, y } of parts) {
    const extent = glyphExtent(font, glyph);
    const up = y / font.metrics.unitsPerEm;
    above = Math.max(above, extent.above + up);
    below = Math.max(below, extent.below - up);
  }
  return { above, below };
}
