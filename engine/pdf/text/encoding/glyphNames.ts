import { DINGBAT_GLYPH_NAMES } from "./glyphNames/dingbats.js";
import { EAST_ASIAN_INDIC_GLYPH_NAMES } from "./glyphNames/eastAsianIndic.js";
import { GREEK_CYRILLIC_GLYPH_NAMES } from "./glyphNames/greekCyrillic.js";
import { HEBREW_ARABIC_GLYPH_NAMES } from "./glyphNames/hebrewArabic.js";
import { LATIN_GLYPH_NAMES } from "./glyphNames/latin.js";
import { SYMBOL_GLYPH_NAMES } from "./glyphNames/symbols.js";

/** A glyph name longer than this names nothing. */
const MAX_NAME = 200;

let adobeGlyphList: ReadonlyMap<string, string> | undefined;
let dingbats: ReadonlyMap<string, string> | undefined;

/**
 * The text that a glyph name stands for, by the rules of the Adobe Glyph List Specification (clause 2): what follows a
 * full stop is dropped, underscores join the parts of a ligature, and `uni` or `u` is followed by code points.
 * Names of small capitals, old style and raised or lowered figures, whose code points are private, give plain letters.
 * @param isDingbats whether the font is ZapfDingbats, whose names a1 to a206 mean something
 * @returns undefined for a name that says nothing, such as g12
 */
export function unicodeOfGlyphName(name: string, isDingbats = false): string | undefined {
  if (name.length > MAX_NAME) return undefined;
  const known = isDingbats ? dingbatList().get(name) : glyphList().get(name);
  if (known !== undefined) return known;
  const stop = name.indexOf(".");
  const base = stop < 0 ? name : name.slice(0, stop);
  let text = "";
  for (const part of base.split("_")) {
    const unicode = glyphList().get(part) ?? variantOf(part) ?? numbered(part);
    if (unicode === undefined) return undefined;
    text += unicode;
  }
  return text === "" ? undefined : text;
}

/** `uni` and groups of four hexadecimal digits, or `u` and four to six: never surrogates. */
function numbered(name: string): string | undefined {
  const digits = /^uni((?:[0-9A-F]{4})+)$/i.exec(name)?.[1];
  const codes = digits?.match(/.{4}/g) ?? /^u([0-9A-F]{4,6})$/i.exec(name)?.slice(1);
  if (codes === undefined) return undefined;
  let text = "";
  for (const code of codes) {
    const point = Number.parseInt(code, 16);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** Asmall is a small capital a; oneoldstyle, onesuperior and oneinferior are ones. */
function variantOf(name: string): string | undefined {
  const [, base, kind] = /^(.+)(small|oldstyle|superior|inferior)$/.exec(name) ?? [];
  if (base === undefined) return undefined;
  const plain = glyphList().get(base) ?? glyphList().get(base.toLowerCase());
  return kind === "small" ? plain?.toLowerCase() : plain;
}

function glyphList(): ReadonlyMap<string, string> {
  adobeGlyphList ??= readGlyphNames([
    LATIN_GLYPH_NAMES,
    GREEK_CYRILLIC_GLYPH_NAMES,
    HEBREW_ARABIC_GLYPH_NAMES,
    SYMBOL_GLYPH_NAMES,
    EAST_ASIAN_INDIC_GLYPH_NAMES,
  ]);
  return adobeGlyphList;
}

function dingbatList(): ReadonlyMap<string, string> {
  dingbats ??= readGlyphNames([DINGBAT_GLYPH_NAMES]);
  return dingbats;
}

/**
 * Reads tables of names parted by white space: `41:` says which code point (hexadecimal) the next name stands for, each
 * further name stands for the next code point, and a name after `=` for the same one as the name before it.
 */
function readGlyphNames(tables: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const table of tables) {
    let next = 0;
    for (const token of table.trim().split(/\s+/)) {
      if (token.endsWith(":")) next = Number.parseInt(token, 16);
      else if (token.startsWith("=")) names.set(token.slice(1), String.fromCodePoint(next - 1));
      else names.set(token, String.fromCodePoint(next++));
    }
  }
  return names;
}
