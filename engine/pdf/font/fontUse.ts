import type { FontProgram } from "./fontProgram.js";
import type { GlyphPart, JoinedGlyph } from "./joinedGlyph.js";

/**
 * The glyphs of one font that a drawing shows, each with the text that it stands for. A glyph that stands for two
 * texts gets two codes: then text taken out of the PDF is the text put in.
 */
export class FontUse {
  readonly #codes = new Map<string | number, number>();
  /** The font's glyph, or a joined one, for each character code; code 0 is .notdef. */
  readonly glyphs: Array<number | JoinedGlyph> = [0];
  /** What each code from 1 on stands for. */
  readonly texts: string[] = [];

  constructor(readonly font: FontProgram) {}

  /**
   * The two-byte character code of a glyph.
   * @param glyph index in the font
   * @param text what it stands for, at least one character
   */
  code(glyph: number, text: string): number {
    const key = text.length === 1 ? glyph * 0x10000 + text.charCodeAt(0) : `${glyph} ${text}`;
    return this.#codes.get(key) ?? this.#add(key, glyph, text);
  }

  /**
   * The two-byte character code of glyphs that are joined to one.
   * @param parts their places in font units
   * @param text what they stand for together, in the order in which it was written
   * @param advance in font units
   */
  joinedCode(parts: readonly GlyphPart[], text: string, advance: number): number {
    const key = `${parts.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(";")} ${advance} ${text}`;
    return this.#codes.get(key) ?? this.#add(key, { parts, advance }, text);
  }

  #add(key: string | number, glyph: number | JoinedGlyph, text: string): number {
    const code = this.glyphs.push(glyph) - 1;
    this.#codes.set(key, code);
    this.texts.push(text);
    return code;
  }
}
