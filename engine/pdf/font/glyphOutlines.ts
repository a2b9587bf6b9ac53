import { damaged, type FontTable } from "./fontTable.js";
import { simpleGlyph } from "./glyphDescription.js";

/** So many glyphs are remembered without their instructions: those of a whole alphabet or two, some 300 KB. */
const MAX_REMEMBERED = 2048;

/** The glyf table, found through loca (OpenType specification, "loca" and "glyf"). */
export class GlyphOutlines {
  readonly #loca: FontTable;
  readonly #glyf: FontTable;
  readonly #long: boolean;
  readonly #remembered = new Map<number, Uint8Array>();

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

  /**
   * The description of a glyph that is no composite, without its instructions; undefined for a composite one. Every
   * signature draws the same few letters, so that these are made once.
   */
  simple(glyph: number): Uint8Array | undefined {
    const known = this.#remembered.get(glyph);
    if (known) return known;
    const made = simpleGlyph(this.description(glyph));
    if (made && this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(glyph, made);
    return made;
  }

  /** The glyph's bounding box in font units, as it says itself; undefined for a glyph without ink. */
  boundingBox(glyph: number): { xMin: number; yMin: number; xMax: number; yMax: number } | undefined {
    const description = this.description(glyph);
    if (description.length < 10) return undefined;
    const at = (offset: number) => ((description[offset]! << 24) | (description[offset + 1]! << 16)) >> 16;
    return { xMin: at(2), yMin: at(4), xMax: at(6), yMax: at(8) };
  }

  #offset(glyph: number): number {
    return this.#long ? this.#loca.u32(glyph * 4) : this.#loca.u16(glyph * 2) * 2;
  }
}
