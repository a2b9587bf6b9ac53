import { readCharacterMap } from "./characterMap.js";
import { type FontMetrics, readMetrics } from "./fontMetrics.js";
import { readPostScriptName } from "./fontName.js";
import { damaged, type FontTable } from "./fontTable.js";
import { GlyphOutlines } from "./glyphOutlines.js";
import { readSfnt, requireTable } from "./sfntFile.js";
import { shownText } from "./shownText.js";

/** A parsed TrueType font: read once, then asked for glyphs, widths and outlines as often as one likes. */
export class FontProgram {
  readonly postScriptName: string;
  readonly metrics: FontMetrics;
  readonly outlines: GlyphOutlines;
  readonly #characterMap: (codePoint: number) => number;
  readonly #hmtx: FontTable;
  readonly #fullMetrics: number;

  /** @param tables the font's tables by tag; use `parseFont` */
  constructor(readonly tables: Map<string, FontTable>) {
    const glyphCount = requireTable(tables, "maxp").u16(4);
    if (glyphCount === 0) throw damaged("it has no glyphs");
    this.postScriptName = readPostScriptName(tables.get("name"));
    this.metrics = readMetrics(tables);
    this.outlines = new GlyphOutlines(
      requireTable(tables, "loca"),
      requireTable(tables, "glyf"),
      requireTable(tables, "head").i16(50),
      glyphCount,
    );
    this.#characterMap = readCharacterMap(requireTable(tables, "cmap"));
    this.#fullMetrics = requireTable(tables, "hhea").u16(34);
    this.#hmtx = requireTable(tables, "hmtx");
    if (this.#fullMetrics === 0 || this.#fullMetrics > glyphCount)
      throw damaged("its hhea table counts more widths than glyphs, or none");
    this.#hmtx.slice(0, this.#fullMetrics * 4 + (glyphCount - this.#fullMetrics) * 2);
  }

  /** The glyph index of a Unicode code point; 0, the .notdef box, where the font has none. */
  glyphOf(codePoint: number): number {
    const glyph = this.#characterMap(codePoint);
    return glyph < this.outlines.glyphCount ? glyph : 0;
  }

  /** A glyph's advance width and left side bearing in font units (hmtx). */
  horizontalMetrics(glyph: number): { advance: number; leftSideBearing: number } {
    const last = this.#fullMetrics - 1;
    if (glyph <= last)
      return { advance: this.#hmtx.u16(glyph * 4), leftSideBearing: this.#hmtx.i16(glyph * 4 + 2) };
    return {
      advance: this.#hmtx.u16(last * 4),
      leftSideBearing: this.#hmtx.i16(this.#fullMetrics * 4 + (glyph - this.#fullMetrics) * 2),
    };
  }

  /** The width of a text set in this font, in ems. Characters without a glyph count as the .notdef box. */
  widthOf(text: string): number {
    let units = 0;
    for (const character of text)
      units += this.horizontalMetrics(this.glyphOf(character.codePointAt(0)!)).advance;
    return units / this.metrics.unitsPerEm;
  }

  /** The characters of the text that would be drawn as the .notdef box, each once, in order of appearance. */
  missingCharacters(text: string): string[] {
    const characters = new Set(shownText(text));
    return [...characters].filter((character) => this.glyphOf(character.codePointAt(0)!) === 0);
  }
}

/**
 * Reads a TrueType font (OpenType specification with glyf outlines).
 *
 * @param bytes the font file; it must not change afterwards, because tables are views of it
 * @throws EngineError `font_damaged` when it is no TrueType font or a table that drawing needs is wrong
 */
export function parseFont(bytes: Uint8Array): FontProgram {
  return new FontProgram(readSfnt(bytes));
}
