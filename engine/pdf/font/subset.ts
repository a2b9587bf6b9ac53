import { CffOutlines } from "./cff/cffOutlines.js";
import { subsetCff } from "./cff/cffSubset.js";
import type { FontProgram } from "./fontProgram.js";
import type { FontSubset } from "./fontSubset.js";
import { damaged } from "./fontTable.js";
import type { JoinedGlyph } from "./joinedGlyph.js";
import { subsetTrueType } from "./trueTypeSubset.js";

/**
 * Makes a subset with one glyph for each number asked for, also where a number stands twice: then every glyph of the
 * subset can have one meaning, and text taken out of the PDF is the text put in, even where a box was drawn.
 *
 * @param font the parsed font
 * @param glyphs glyph indices of the font, or glyphs joined of several; the first must be 0 (.notdef)
 * @returns a TrueType font file, or a bare CFF font where the outlines are CFF
 * @throws EngineError `font_damaged`
 */
export function subsetFont(font: FontProgram, glyphs: ReadonlyArray<number | JoinedGlyph>): FontSubset {
  const { outlines } = font;
  if (outlines instanceof CffOutlines) {
    const plain = glyphs.filter((glyph) => typeof glyph === "number");
    if (plain.length < glyphs.length) throw damaged("glyphs of a CFF font cannot be joined");
    return { bytes: subsetCff(outlines, font.postScriptName, plain), glyphCount: plain.length };
  }
  return subsetTrueType(font, outlines, glyphs);
}
