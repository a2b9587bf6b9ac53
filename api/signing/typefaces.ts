import type { FontProgram } from "../../engine/pdf/font/fontProgram.js";
import type { Shaper } from "../../engine/pdf/shaping/shaper.js";
import type { AppearanceFont } from "../placements/appearanceFonts.js";

/** What visible signatures are drawn with, read once when the service starts. */
export interface Typefaces {
  /** In order of preference: the first that has a character draws it. */
  readonly fonts: readonly FontProgram[];
  /** For a name that the signer typed in place of a drawing; what it lacks, `fonts` draw. */
  readonly handwriting: FontProgram;
  readonly shaper: Shaper;
  /** What lines of own appearances are set in: read when the first line asks for it. */
  readonly face: (font: AppearanceFont) => FontProgram;
}
