import { type PdfDict, PdfStream } from "../../objects.js";
import { type ContentSource, tolerant } from "../contentSource.js";
import { unicodeOfGlyphName } from "../encoding/glyphNames.js";
import { readCffNames } from "./cffNames.js";
import { readCharacterSubtables } from "./cmapSubtable.js";
import { sfntTables } from "./sfntTables.js";

/**
 * What the CIDs of an embedded font stand for by the font program itself: a TrueType font's Unicode character map read
 * backwards, or the glyph names of a CFF font.
 * @returns undefined when the font program does not say
 */
export function embeddedCharacters(
  source: ContentSource,
  cidFont: PdfDict,
  descriptor: PdfDict | undefined,
): ((cid: number) => string | undefined) | undefined {
  const program = (key: string) => {
    const stream = source.resolve(descriptor?.get(key));
    return stream instanceof PdfStream ? source.decode(stream) : undefined;
  };
  const trueType = program("FontFile2");
  if (trueType !== undefined) {
    const characters = tolerant(() => charactersOfGlyphs(source, trueType));
    const glyphOf = glyphOfCid(source, cidFont);
    return characters && ((cid) => characters.get(glyphOf(cid)));
  }
  const compact = program("FontFile3");
  if (compact === undefined) return undefined;
  const tables = sfntTables(compact);
  const characters = tolerant(() => charactersOfGlyphs(source, compact));
  const names = tolerant(() => readCffNames(tables.get("CFF ")?.bytes ?? compact));
  source.budget.keep(names?.glyphCount ?? 0);
  return (cid) => {
    const name = names?.nameOfGlyph(cid);
    return characters?.get(cid) ?? (name === undefined ? undefined : unicodeOfGlyphName(name));
  };
}

/** A glyph that several characters have stands for the first of them. */
function charactersOfGlyphs(
  source: ContentSource,
  font: Uint8Array,
): ReadonlyMap<number, string> | undefined {
  const cmap = sfntTables(font).get("cmap");
  const unicode = cmap && readCharacterSubtables(cmap).unicode;
  if (unicode === undefined) return undefined;
  source.countOperators(unicode.size);
  // One group of a character map of a few bytes stands for thousands of characters, which are kept with the font.
  source.budget.keep(unicode.size);
  const characters = new Map<number, string>();
  for (const [point, glyph] of unicode) {
    if (!characters.has(glyph)) characters.set(glyph, String.fromCodePoint(point));
  }
  return characters;
}

/** /CIDToGIDMap (ISO 32000-2 Table 115): two bytes a CID, or the identity. */
function glyphOfCid(source: ContentSource, cidFont: PdfDict): (cid: number) => number {
  const object = source.resolve(cidFont.get("CIDToGIDMap"));
  const map = object instanceof PdfStream ? source.decode(object) : undefined;
  if (map === undefined) return (cid) => cid;
  return (cid) => ((map[2 * cid] ?? 0) << 8) | (map[2 * cid + 1] ?? 0);
}
