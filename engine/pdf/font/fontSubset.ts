/** A font file that holds only what a text needs, with glyphs numbered anew. */
export interface FontSubset {
  readonly bytes: Uint8Array;
  /** Those that were asked for come first, in that order; components of composite glyphs after. */
  readonly glyphCount: number;
}
