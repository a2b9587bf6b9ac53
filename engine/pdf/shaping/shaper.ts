import type { FontProgram } from "../font/fontProgram.js";

/** A glyph that a shaper chose, in visual order from left to right; lengths in font units. */
export interface ShapedGlyph {
  readonly glyph: number;
  /** Where the text that it stands for begins: an index into the shaped text, in UTF-16 code units. */
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/**
 * Chooses and places glyphs for scripts in which letters change with their neighbours: Arabic, those of India, Thai,
 * marks over letters.
 */
export interface Shaper {
  /**
   * @param font whose glyphs are chosen
   * @param text one run: one font, one direction, one script
   * @param rightToLeft its direction
   */
  shape(font: FontProgram, text: string, rightToLeft: boolean): readonly ShapedGlyph[];
}
