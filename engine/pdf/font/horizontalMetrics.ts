import { damaged, type FontTable } from "./fontTable.js";
import { requireTable } from "./sfntFile.js";

/** Advance widths and left side bearings in font units (OpenType specification, "hhea" and "hmtx"). */
export class HorizontalMetrics {
  readonly #hmtx: FontTable;
  readonly #full: number;

  /** @throws EngineError `font_damaged` when hmtx is too short for so many glyphs */
  constructor(tables: ReadonlyMap<string, FontTable>, glyphCount: number) {
    this.#full = requireTable(tables, "hhea").u16(34);
    this.#hmtx = requireTable(tables, "hmtx");
    if (this.#full === 0 || this.#full > glyphCount)
      throw damaged("its hhea table counts more widths than glyphs, or none");
    this.#hmtx.slice(0, this.#full * 4 + (glyphCount - this.#full) * 2);
  }

  advance(glyph: number): number {
    return this.#hmtx.u16(Math.min(glyph, this.#full - 1) * 4);
  }

  leftSideBearing(glyph: number): number {
    if (glyph < this.#full) return this.#hmtx.i16(glyph * 4 + 2);
    return this.#hmtx.i16(this.#full * 4 + (glyph - this.#full) * 2);
  }
}
