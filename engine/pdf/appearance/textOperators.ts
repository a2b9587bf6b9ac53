import type { FontUse } from "../font/fontUse.js";
import { hexCode, utf16Hex } from "../font/hexCode.js";
import type { SetGlyph, SetLine } from "../shaping/setLine.js";
import { decimal } from "./contentStream.js";

/** Places nearer to where they should be than this, in thousandths of an em, are not corrected. */
const PRECISION = 2;

/** Where the pen stands; in thousandths of an em. */
interface Pen {
  /** Where the reader of the PDF has it, by the widths of /W. */
  at: number;
  /** Where the line has it. */
  wished: number;
  rise: number;
}

/**
 * Writes the operators that show a set line (ISO 32000-2, 9.4.3), font by font, its glyphs as two-byte codes.
 *
 * @param line the line, in visual order
 * @param size type size in points
 * @param resource names the font's resource and counts its glyphs
 */
export function textOperators(
  line: SetLine,
  size: number,
  resource: (font: FontUse["font"]) => { name: string; use: FontUse },
): string {
  const pen: Pen = { at: 0, wished: 0, rise: 0 };
  let operators = "";
  let current = "";
  for (const { font, glyphs, actualText } of line.runs) {
    const { name, use } = resource(font);
    if (name !== current) operators += `/${name} ${decimal(size)} Tf\n`;
    current = name;
    const shown = showGlyphs(glyphs, use, size, pen);
    operators += actualText ? `/Span<</ActualText<FEFF${utf16Hex(actualText)}>>>BDC\n${shown}EMC\n` : shown;
  }
  return pen.rise === 0 ? operators : `${operators}0 Ts\n`;
}

function showGlyphs(glyphs: readonly SetGlyph[], use: FontUse, size: number, pen: Pen): string {
  const { unitsPerEm } = use.font.metrics;
  let operators = "[<";
  for (const { glyph, text, advance, right, up } of glyphs) {
    const rise = Math.round(up * 1000);
    if (rise !== pen.rise) {
      operators += `>] TJ\n${decimal((rise * size) / 1000)} Ts\n[<`;
      pen.rise = rise;
    }
    const off = pen.wished + right * 1000 - pen.at;
    if (Math.abs(off) > PRECISION) {
      operators += `>${-Math.round(off)}<`;
      pen.at += Math.round(off);
    }
    const own =
      typeof glyph === "number" ? use.font.horizontal.advance(glyph) : Math.max(0, advance * unitsPerEm);
    const code =
      typeof glyph === "number" ? use.code(glyph, text) : use.joinedCode(glyph, text, Math.round(own));
    operators += hexCode(code);
    pen.at += Math.round((own * 1000) / unitsPerEm);
    pen.wished += advance * 1000;
  }
  return `${operators}>] TJ\n`.replace("[<>] TJ\n", "");
}
