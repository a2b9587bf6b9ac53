import { type PdfDict, PdfStream } from "../../objects.js";
import { type ContentSource, tolerant } from "../contentSource.js";
import {
  type Encoding,
  MAC_ROMAN_ENCODING,
  STANDARD_ENCODING,
  WIN_ANSI_ENCODING,
} from "../encoding/encodings.js";
import { unicodeOfGlyphName } from "../encoding/glyphNames.js";
import { readCffNames } from "./cffNames.js";
import { readCharacterSubtables } from "./cmapSubtable.js";
import { readPostNames } from "./postNames.js";
import { sfntTables } from "./sfntTables.js";
import { readType1Encoding } from "./type1Encoding.js";

/** Symbolic, among the flags of a font descriptor (ISO 32000-2 Table 121). */
const SYMBOLIC = 4;

/**
 * What the codes of a simple font mean where its dictionary does not say (9.6.5): as its embedded font program has it,
 * else what readers take them for.
 */
export function builtInEncoding(source: ContentSource, font: PdfDict): Encoding {
  const descriptor = source.dict(font.get("FontDescriptor"));
  const program = (key: string) => {
    const stream = source.resolve(descriptor?.get(key));
    return stream instanceof PdfStream ? source.decode(stream) : undefined;
  };
  const type1 = program("FontFile");
  if (type1 !== undefined) return named(readType1Encoding(type1)) ?? STANDARD_ENCODING;
  const compact = program("FontFile3");
  if (compact !== undefined) {
    const cff = sfntTables(compact).get("CFF ")?.bytes ?? compact;
    return named(tolerant(() => readCffNames(cff))?.encoding) ?? STANDARD_ENCODING;
  }
  const isSymbolic = ((source.number(descriptor?.get("Flags")) ?? 0) & SYMBOLIC) !== 0;
  const trueType = program("FontFile2");
  const isTrueType = source.name(font.get("Subtype")) === "TrueType";
  if (trueType === undefined || !isSymbolic) return isTrueType ? WIN_ANSI_ENCODING : STANDARD_ENCODING;
  return tolerant(() => trueTypeEncoding(source, trueType)) ?? STANDARD_ENCODING;
}

function named(names: ReadonlyMap<number, string> | undefined): Encoding | undefined {
  if (names === undefined) return undefined;
  return codes((code) => {
    const name = names.get(code);
    return name === undefined ? undefined : unicodeOfGlyphName(name);
  });
}

/**
 * A symbolic TrueType font's codes select glyphs through its (3, 0) or (1, 0) character map (9.6.5.4); what a glyph
 * stands for is said by its Unicode map or by its name, and where neither does, the code is taken for what it is in the
 * encoding of the map: Mac OS Roman, or as readers do, the standard encoding.
 */
function trueTypeEncoding(source: ContentSource, font: Uint8Array): Encoding {
  const tables = sfntTables(font);
  const cmap = tables.get("cmap");
  if (cmap === undefined) return STANDARD_ENCODING;
  const { unicode, symbol, macintosh } = readCharacterSubtables(cmap);
  source.countOperators((unicode?.size ?? 0) + (symbol?.size ?? 0) + (macintosh?.size ?? 0));
  const post = tables.get("post");
  const nameOf = post && tolerant(() => readPostNames(post));
  const characters = new Map<number, string>();
  for (const [point, glyph] of unicode ?? []) {
    if (!characters.has(glyph)) characters.set(glyph, String.fromCodePoint(point));
  }
  return codes((code) => {
    const glyph = symbol?.get(0xf000 + code) ?? symbol?.get(code) ?? macintosh?.get(code);
    const fallback = symbol === undefined && macintosh !== undefined ? MAC_ROMAN_ENCODING : STANDARD_ENCODING;
    if (glyph === undefined) return fallback[code];
    const name = nameOf?.(glyph);
    const named = name === undefined ? undefined : unicodeOfGlyphName(name);
    return characters.get(glyph) ?? named ?? fallback[code];
  });
}

function codes(text: (code: number) => string | undefined): Encoding {
  return Array.from({ length: 256 }, (_, code) => text(code));
}
