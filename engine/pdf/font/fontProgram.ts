import { CffOutlines } from "./cff/cffOutlines.js";
import { readCharacterMap } from "./characterMap.js";
import { type FontMetrics, readMetrics } from "./fontMetrics.js";
import { readPostScriptName } from "./fontName.js";
import { damaged, type FontTable } from "./fontTable.js";
import { GlyphOutlines } from "./glyphOutlines.js";
import { HorizontalMetrics } from "./horizontalMetrics.js";
import { readSfnt, requireTable } from "./sfntFile.js";
import { shownText } from "./shownText.js";

/** Characters below this have their glyphs looked up once a font: all of Latin, Greek and Cyrillic. */
const REMEMBERED = 0x530;
const UNKNOWN = -1;

/** A parsed font: read once, then asked for glyphs, widths and outlines as often as one likes. */
export class FontProgram {
  readonly postScriptName: string;
  readonly metrics: FontMetrics;
  readonly outlines: GlyphOutlines | CffOutlines;
  readonly glyphCount: number;
  readonly horizontal: HorizontalMetrics;
  readonly #characterMap: (codePoint: number) => number;
  readonly #remembered = new Int32Array(REMEMBERED).fill(UNKNOWN);

  /**
   * @param bytes the font file
   * @param face which face of a collection
   * @param tables the face's tables by tag; use `parseFont`
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly face: number,
    readonly tables: ReadonlyMap<string, FontTable>,
  ) {
    this.glyphCount = requireTable(tables, "maxp").u16(4);
    if (this.glyphCount === 0) throw damaged("it has no glyphs");
    this.postScriptName = readPostScriptName(tables.get("name"));
    this.metrics = readMetrics(tables);
    this.outlines = readOutlines(tables, this.glyphCount);
    this.#characterMap = readCharacterMap(requireTable(tables, "cmap"));
    this.horizontal = new HorizontalMetrics(tables, this.glyphCount);
  }

  /** The glyph index of a Unicode code point; 0, the .notdef box, where the font has none. */
  glyphOf(codePoint: number): number {
    const known = codePoint < REMEMBERED ? this.#remembered[codePoint]! : UNKNOWN;
    if (known !== UNKNOWN) return known;
    const mapped = this.#characterMap(codePoint);
    const glyph = mapped < this.glyphCount ? mapped : 0;
    if (codePoint < REMEMBERED) this.#remembered[codePoint] = glyph;
    return glyph;
  }

  /** A glyph's advance width in ems. */
  advanceOf(glyph: number): number {
    return this.horizontal.advance(glyph) / this.metrics.unitsPerEm;
  }

  /** The width of a text set glyph by glyph, in ems. Characters without a glyph count as the .notdef box. */
  widthOf(text: string): number {
    let units = 0;
    for (const character of text) units += this.horizontal.advance(this.glyphOf(character.codePointAt(0)!));
    return units / this.metrics.unitsPerEm;
  }

  /** The characters of the text that would be drawn as the .notdef box, each once, in order of appearance. */
  missingCharacters(text: string): string[] {
    const characters = new Set(shownText(text));
    return [...characters].filter((character) => this.glyphOf(character.codePointAt(0)!) === 0);
  }
}

/**
 * Reads a TrueType font (glyf outlines) or an OpenType font with CFF outlines, alone or in a collection.
 *
 * @param bytes the font file, at most 64 MiB; it must not change afterwards, because tables are views of it
 * @param face which face of a collection (.ttc, .otc), from 0
 * @throws EngineError `font_damaged` when it is no such font or a table that drawing needs is wrong
 */
export function parseFont(bytes: Uint8Array, face = 0): FontProgram {
  return new FontProgram(bytes, face, readSfnt(bytes, face));
}

function readOutlines(
  tables: ReadonlyMap<string, FontTable>,
  glyphCount: number,
): GlyphOutlines | CffOutlines {
  const cff = tables.get("CFF ");
  if (cff && !tables.has("glyf")) return new CffOutlines(cff, glyphCount);
  return new GlyphOutlines(
    requireTable(tables, "loca"),
    requireTable(tables, "glyf"),
    requireTable(tables, "head").i16(50),
    glyphCount,
  );
}
