/** A character code of a font, as far as reading text needs to know it. Lengths are in ems. */
export interface FontGlyph {
  /** How many bytes the code has in a string. */
  readonly bytes: number;
  /** What it stands for; UNKNOWN where that cannot be known. */
  readonly text: string;
  /** How far it moves the next one to the right; with vertical writing, how broad it is. */
  readonly width: number;
  /** With vertical writing: how far it moves the next one down. */
  readonly down: number;
  /** Whether word spacing (Tw) applies: to the one-byte code 32 (ISO 32000-2 9.3.3). */
  readonly isWordSpace: boolean;
}

/** A font as far as reading text needs it. */
export interface TextFont {
  readonly vertical: boolean;
  /** How far letters reach above and (negative) below the baseline, in ems. */
  readonly ascent: number;
  readonly descent: number;
  /** The glyph of the code that begins at a byte of a string. The same object each time. */
  glyphAt(bytes: Uint8Array, at: number): FontGlyph;
}
