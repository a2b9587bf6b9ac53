import type { FontProgram } from "../font/fontProgram.js";
import type { GlyphPart } from "../font/joinedGlyph.js";

/** A glyph of a set line, from left to right; lengths in ems. */
export interface SetGlyph {
  /** A glyph of the font, or several that are joined to one: a letter with its marks, a syllable. */
  readonly glyph: number | readonly GlyphPart[];
  /** What it stands for, at least one character, in the order in which it was written. */
  readonly text: string;
  readonly advance: number;
  /** How far it is drawn from where the pen stands. */
  readonly right: number;
  readonly up: number;
}

/** Glyphs of one font that follow one another. */
export interface SetRun {
  readonly font: FontProgram;
  readonly glyphs: readonly SetGlyph[];
  /**
   * What the glyphs stand for together, in logical order, where that is not what they stand for one by one: syllables
   * whose letters change places (ISO 32000-2, 14.9.4), in fonts whose glyphs cannot be joined.
   */
  readonly actualText?: string;
}

/** A line of text that is ready to be drawn. */
export interface SetLine {
  readonly runs: readonly SetRun[];
  /** In ems. */
  readonly width: number;
  readonly rightToLeft: boolean;
}
