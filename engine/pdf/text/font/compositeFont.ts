import { type PdfDict, PdfName, PdfStream } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { UNKNOWN } from "../layout/textRun.js";
import { type CodeMap, codeIn } from "./codeMap.js";
import { embeddedCharacters } from "./embeddedCharacters.js";
import { readEmbeddedCMap } from "./embeddedCMap.js";
import { predefinedCMap } from "./predefinedCMap.js";
import type { FontGlyph, TextFont } from "./textFont.js";
import type { ToUnicode } from "./toUnicode.js";
import { verticalReach } from "./verticalReach.js";
import { cidWidths } from "./widths.js";

/** No font has more glyphs; a stranger's codes may be any of four bytes. */
const MAX_KEPT = 65_536;

/** What it costs to find out about a code, in operators. */
const GLYPH_COST = 10;

/** CMaps that build upon each other deeper than this. */
const MAX_CMAPS = 8;

/** How far a glyph moves the next one down, where a vertical font does not say (/DW2, ISO 32000-2 9.7.4.3). */
const DEFAULT_DOWN = -1000;

/** A Type 0 font (9.7): codes of one to four bytes select the glyphs of a CIDFont. */
export function readCompositeFont(
  source: ContentSource,
  font: PdfDict,
  toUnicode: ToUnicode | undefined,
): TextFont {
  const codes = readCodeMap(source, font);
  const descendant = source.dict(source.array(font.get("DescendantFonts"))?.[0]) ?? new Map();
  const descriptor = source.dict(descendant.get("FontDescriptor"));
  const widths = cidWidths(source, descendant.get("W"), 1);
  const defaultWidth = source.number(descendant.get("DW")) ?? 1000;
  const down = codes.vertical ? cidWidths(source, descendant.get("W2"), 3) : undefined;
  const defaultDown = source.number(source.array(descendant.get("DW2"))?.[1]) ?? DEFAULT_DOWN;
  let characters: ReturnType<typeof embeddedCharacters>;
  let charactersRead = false;
  const embedded = (cid: number): string | undefined => {
    if (!charactersRead) characters = embeddedCharacters(source, descendant, descriptor);
    charactersRead = true;
    return characters?.(cid);
  };

  const make = (code: number, length: number): FontGlyph => {
    source.countOperators(GLYPH_COST);
    const cid = codes.cid(code, length);
    const said = toUnicode?.find(code) ?? codes.text(code, length);
    return {
      bytes: length,
      text: said ?? (cid === undefined ? undefined : embedded(cid)) ?? UNKNOWN,
      width: ((cid === undefined ? undefined : widths(cid)?.[0]) ?? defaultWidth) / 1000,
      down: -((cid === undefined ? undefined : down?.(cid)?.[0]) ?? defaultDown) / 1000,
      isWordSpace: length === 1 && code === 0x20,
    };
  };
  const glyphs = new Map<number, FontGlyph>();
  return {
    vertical: codes.vertical,
    ...verticalReach(source, descriptor),
    glyphAt(bytes, at) {
      const length = codes.codeLength(bytes, at);
      const code = codeIn(bytes, at, length);
      // Codes of different lengths are different codes, though their numbers be the same.
      const key = code * 4 + length - 1;
      const known = glyphs.get(key);
      if (known !== undefined) return known;
      const glyph = make(code, length);
      if (glyphs.size >= MAX_KEPT) glyphs.clear();
      glyphs.set(key, glyph);
      return glyph;
    },
  };
}

/** A CMap of which nothing is known: its codes are taken to have two bytes, and stand for nothing. */
const UNKNOWN_CODES: CodeMap = {
  vertical: false,
  codeLength: () => 2,
  cid: () => undefined,
  text: () => undefined,
};

function readCodeMap(source: ContentSource, font: PdfDict): CodeMap {
  const read = (object: PdfDict, key: string, depth: number): CodeMap | undefined => {
    const value = source.resolve(object.get(key));
    if (value instanceof PdfName) return predefinedCMap(value.name);
    if (!(value instanceof PdfStream) || depth >= MAX_CMAPS) return undefined;
    return readEmbeddedCMap(source, value, (name) =>
      name === undefined ? read(value.dict, "UseCMap", depth + 1) : predefinedCMap(name),
    );
  };
  return read(font, "Encoding", 0) ?? UNKNOWN_CODES;
}
