import type { PdfDict } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { UNKNOWN } from "../layout/textRun.js";
import { simpleEncoding } from "./simpleEncoding.js";
import { standardFont, substituteFont } from "./standardFonts.js";
import type { FontGlyph, TextFont } from "./textFont.js";
import type { ToUnicode } from "./toUnicode.js";
import { verticalReach } from "./verticalReach.js";
import { simpleWidths } from "./widths.js";

/** A Type 1, TrueType or Type 3 font (ISO 32000-2 9.6): each byte of a string is a code. */
export function readSimpleFont(
  source: ContentSource,
  font: PdfDict,
  toUnicode: ToUnicode | undefined,
): TextFont {
  const encoding = simpleEncoding(source, font);
  const descriptor = source.dict(font.get("FontDescriptor"));
  const baseFont = source.name(font.get("BaseFont")) ?? "";
  const standard = standardFont(baseFont);
  const isType3 = source.name(font.get("Subtype")) === "Type3";
  const widths = simpleWidths(source, font);
  const missing = source.number(descriptor?.get("MissingWidth"));
  const substitute = font.has("Widths")
    ? undefined
    : (standard ?? substituteFont(baseFont, source.number(descriptor?.get("Flags")) ?? 0));
  const unit = isType3 ? type3Unit(source, font) : { x: 0.001, y: 0.001 };
  const reach = isType3 ? type3Reach(source, font, unit.y) : verticalReach(source, descriptor, standard);

  const glyphs: (FontGlyph | undefined)[] = [];
  const make = (code: number): FontGlyph => {
    const character = encoding[code];
    const width = widths(code) ?? substitute?.width(character ?? "") ?? missing ?? 0;
    return {
      bytes: 1,
      text: toUnicode?.find(code) ?? character ?? UNKNOWN,
      width: width * unit.x,
      down: 0,
      isWordSpace: code === 0x20,
    };
  };
  return {
    vertical: false,
    ...reach,
    glyphAt(bytes, at) {
      const code = bytes[at]!;
      const known = glyphs[code];
      if (known !== undefined) return known;
      const glyph = make(code);
      glyphs[code] = glyph;
      return glyph;
    },
  };
}

/** A Type 3 font's widths are in its glyph space, of which /FontMatrix says the size (9.6.4). */
function type3Unit(source: ContentSource, font: PdfDict): { x: number; y: number } {
  const matrix = source.array(font.get("FontMatrix"))?.map((number) => source.number(number)) ?? [];
  return { x: matrix[0] ?? 0.001, y: matrix[3] || 0.001 };
}

function type3Reach(source: ContentSource, font: PdfDict, unit: number): { ascent: number; descent: number } {
  const box = source.array(font.get("FontBBox"))?.map((number) => source.number(number) ?? 0) ?? [];
  const low = (box[1] ?? 0) * unit;
  const high = (box[3] ?? 0) * unit;
  // A box without an area says nothing, and neither does one far larger than an em.
  if (low === high || Math.abs(low) > 3 || Math.abs(high) > 3) return { ascent: 0.8, descent: -0.2 };
  return { ascent: Math.max(low, high), descent: Math.min(low, high) };
}
