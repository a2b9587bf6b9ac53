import { damaged, type FontTable } from "./fontTable.js";

/** The glyf table, found through loca (OpenType specification, "loca" and "glyf"). */
export class GlyphOutlines {
  readonly #loca: FontTable;
  readonly #glyf: FontTable;
  readonly #long: boolean;

  /**
   * @param loca where each glyph begins
   * @param glyf the outlines
   * @param indexToLocFormat 0 (halved 16-bit offsets) or 1 (32-bit offsets), from head
   * @param glyphCount how many glyphs the font has
   * @throws EngineError `font_damaged` when loca is too short for that many
   */
  constructor(
    loca: FontTable,
    glyf: FontTable,
    indexToLocFormat: number,
    readonly glyphCount: number,
  ) {
    if (indexToLocFormat !== 0 && indexToLocFormat !== 1) throw damaged("its loca format is neither 0 nor 1");
    this.#long = indexToLocFormat === 1;
    this.#loca = loca;
    this.#glyf = glyf;
    loca.slice(0, (glyphCount + 1) * (this.#long ? 4 : 2));
  }

  /** The glyph's description as it stands in the font; empty for a glyph without ink. */
  description(glyph: number): Uint8Array {
    if (glyph >= this.glyphCount) throw damaged(`it has no glyph ${glyph}`);
    return this.#glyf.slice(this.#offset(glyph), this.#offset(glyph + 1));
  }

  #offset(glyph: number): number {
    return this.#long ? this.#loca.u32(glyph * 4) : this.#loca.u16(glyph * 2) * 2;
  }
}
