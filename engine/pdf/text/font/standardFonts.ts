import { type Encoding, SYMBOL_ENCODING, ZAPF_DINGBATS_ENCODING } from "../encoding/encodings.js";
import {
  HELVETICA,
  HELVETICA_BOLD,
  LATIN_CHARACTERS,
  SYMBOL_WIDTHS,
  TIMES_BOLD,
  TIMES_BOLDITALIC,
  TIMES_ITALIC,
  TIMES_ROMAN,
  ZAPF_DINGBATS_WIDTHS,
} from "./standardWidths.js";

/** What readers know of a standard font (ISO 32000-2 9.6.2.2) without being told. Lengths in thousandths of an em. */
export interface StandardFont {
  readonly ascent: number;
  readonly descent: number;
  /** Its own encoding; undefined for the Latin fonts, which have the standard one. */
  readonly encoding: Encoding | undefined;
  /** The width of a character. */
  width(character: string): number | undefined;
}

type Face = "Helvetica" | "HelveticaBold" | "Courier" | "Symbol" | "ZapfDingbats" | TimesFace;
type TimesFace = "Times" | "TimesBold" | "TimesItalic" | "TimesBoldItalic";

const made = new Map<Face, StandardFont>();

/** The standard font of a /BaseFont, by its name or one by which writers call it; undefined for another font. */
export function standardFont(baseFont: string): StandardFont | undefined {
  const name = baseFont.replace(/^[A-Z]{6}\+/, "").replaceAll(" ", "");
  if (/^Symbol(MT)?(,|$)/.test(name)) return find("Symbol");
  if (/^ZapfDingbats/.test(name)) return find("ZapfDingbats");
  return /^(Helvetica|Arial|Courier|Times)/.test(name) ? substituteFont(name, 0) : undefined;
}

/**
 * The standard font that comes nearest to one of which no widths are given.
 * @param flags of its font descriptor (Table 121): 1 fixed pitch, 2 serif, 64 italic, 0x40000 bold
 */
export function substituteFont(name: string, flags: number): StandardFont {
  if (/courier|mono|typewriter/i.test(name) || flags & 1) return find("Courier");
  const bold = /bold|black|heavy/i.test(name) || (flags & 0x40000) !== 0;
  const italic = /italic|oblique/i.test(name) || (flags & 64) !== 0;
  if (/times|serif|roman|georgia|garamond|book|minion|cambria/i.test(name) || flags & 2) {
    if (bold) return find(italic ? "TimesBoldItalic" : "TimesBold");
    return find(italic ? "TimesItalic" : "Times");
  }
  return find(bold ? "HelveticaBold" : "Helvetica");
}

function find(face: Face): StandardFont {
  const font = made.get(face) ?? make(face);
  made.set(face, font);
  return font;
}

function make(face: Face): StandardFont {
  switch (face) {
    case "Courier":
      return { ascent: 629, descent: -157, encoding: undefined, width: () => 600 };
    case "Helvetica":
      return latin(718, -207, HELVETICA);
    case "HelveticaBold":
      return latin(718, -207, HELVETICA_BOLD);
    case "Times":
      return latin(683, -217, TIMES_ROMAN);
    case "TimesBold":
      return latin(683, -217, TIMES_BOLD);
    case "TimesItalic":
      return latin(683, -217, TIMES_ITALIC);
    case "TimesBoldItalic":
      return latin(683, -217, TIMES_BOLDITALIC);
    case "Symbol":
      return symbolic(800, -200, SYMBOL_ENCODING, SYMBOL_WIDTHS);
    case "ZapfDingbats":
      return symbolic(820, -143, ZAPF_DINGBATS_ENCODING, ZAPF_DINGBATS_WIDTHS);
  }
}

function latin(ascent: number, descent: number, widths: string): StandardFont {
  const table = tabulate([...LATIN_CHARACTERS], widths);
  return { ascent, descent, encoding: undefined, width: (character) => table.get(character) };
}

function symbolic(ascent: number, descent: number, encoding: Encoding, widths: string): StandardFont {
  const characters = encoding.filter((character) => character !== undefined);
  const table = tabulate(characters, widths);
  return { ascent, descent, encoding, width: (character) => table.get(character) };
}

function tabulate(characters: readonly string[], widths: string): ReadonlyMap<string, number> {
  const numbers = widths.trim().split(/\s+/).map(Number);
  return new Map(characters.map((character, index) => [character, numbers[index] ?? 0]));
}
