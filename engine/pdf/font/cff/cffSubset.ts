import { Buffer } from "node:buffer";
import { OPERATOR, writeEntry } from "./cffDict.js";
import { type CffIndex, writeIndex } from "./cffIndex.js";
import type { CffFontDict, CffOutlines } from "./cffOutlines.js";
import { markUsedSubroutines, type UsedSubroutines } from "./usedSubroutines.js";

const HEADER = Uint8Array.of(1, 0, 4, 4);
/** The first string of a font's own, after the standard ones (Adobe Technical Note 5176, appendix A). */
const FIRST_OWN_STRING = 391;

/** A font DICT of the subset, with its subroutines as far as they are called. */
interface KeptFontDict {
  readonly dict: CffFontDict;
  readonly number: number;
  readonly used: Set<number>;
}

/**
 * Makes a CID-keyed CFF font of some glyphs, whose CIDs are their places in the list: what a PDF embeds as
 * CIDFontType0C (ISO 32000-2, 9.9). Subroutines keep their numbers; those that no glyph calls become empty.
 *
 * @param outlines the font's outlines
 * @param name PostScript name
 * @param glyphs glyph indices, 0 (.notdef) first
 * @throws EngineError `font_damaged`
 */
export function subsetCff(outlines: CffOutlines, name: string, glyphs: readonly number[]): Uint8Array {
  const global = new Set<number>();
  const kept = new Map<number, KeptFontDict>();
  const fontDictOf: number[] = [];
  const charStrings = glyphs.map((glyph) => {
    const source = outlines.fontDictOf(glyph);
    let own = kept.get(source);
    if (!own) {
      own = { dict: outlines.fontDicts[source]!, number: kept.size, used: new Set() };
      kept.set(source, own);
    }
    const charString = outlines.charStrings.item(glyph);
    const used: UsedSubroutines = { local: own.used, global };
    markUsedSubroutines(charString, own.dict.subroutines, outlines.globalSubroutines, used);
    fontDictOf.push(own.number);
    return charString;
  });
  return assemble(outlines, name, {
    charStrings: writeIndex(charStrings),
    globalSubroutines: writeIndex(keepUsed(outlines.globalSubroutines, global)),
    charset: writeCharset(glyphs.length),
    fdSelect: Uint8Array.from([0, ...fontDictOf]),
    fontDicts: [...kept.values()],
  });
}

interface Parts {
  readonly charStrings: Uint8Array;
  readonly globalSubroutines: Uint8Array;
  readonly charset: Uint8Array;
  readonly fdSelect: Uint8Array;
  readonly fontDicts: readonly KeptFontDict[];
}

/** Puts the parts one after another; offsets have a fixed width, so that they can be known beforehand. */
function assemble(outlines: CffOutlines, name: string, parts: Parts): Uint8Array {
  const { charStrings, globalSubroutines, charset, fdSelect, fontDicts } = parts;
  const names = writeIndex([Buffer.from(name, "latin1")]);
  const strings = writeIndex([Buffer.from("Adobe", "latin1"), Buffer.from("Identity", "latin1")]);
  const top = (charsetAt: number) => {
    const fdSelectAt = charsetAt + charset.length;
    const charStringsAt = fdSelectAt + fdSelect.length;
    return writeIndex([
      topDict(outlines, { charsetAt, fdSelectAt, charStringsAt, after: charStringsAt + charStrings.length }),
    ]);
  };
  const before = HEADER.length + names.length + top(0).length + strings.length + globalSubroutines.length;
  const privates = fontDicts.map(({ dict, used }) => privateBytes(dict, used));
  const dicts = (at: number) => writeIndex(fontDicts.map(({ dict }, i) => fontDict(dict, privates, i, at)));
  const dictsAt = before + charset.length + fdSelect.length + charStrings.length;
  const privatesAt = dictsAt + dicts(0).length;
  return Buffer.concat([
    ...[HEADER, names, top(before), strings, globalSubroutines, charset, fdSelect, charStrings],
    dicts(privatesAt),
    ...privates.map(({ dict, subroutines }) => Buffer.concat([dict, subroutines])),
  ]);
}

function topDict(
  { top }: CffOutlines,
  at: { charsetAt: number; fdSelectAt: number; charStringsAt: number; after: number },
): Uint8Array {
  const [matrix, box] = [top.get(OPERATOR.FontMatrix), top.get(OPERATOR.FontBBox)];
  return Uint8Array.from([
    ...writeEntry(OPERATOR.Ros, [FIRST_OWN_STRING, FIRST_OWN_STRING + 1, 0]),
    ...(matrix ? writeEntry(OPERATOR.FontMatrix, matrix.raw) : []),
    ...(box ? writeEntry(OPERATOR.FontBBox, box.raw) : []),
    ...writeEntry(OPERATOR.CidCount, [0xffff]),
    ...writeEntry(OPERATOR.charset, [at.charsetAt]),
    ...writeEntry(OPERATOR.FdSelect, [at.fdSelectAt]),
    ...writeEntry(OPERATOR.CharStrings, [at.charStringsAt]),
    ...writeEntry(OPERATOR.FdArray, [at.after]),
  ]);
}

interface PrivateBytes {
  readonly dict: Uint8Array;
  readonly subroutines: Uint8Array;
}

function fontDict(
  dict: CffFontDict,
  privates: readonly PrivateBytes[],
  number: number,
  at: number,
): Uint8Array {
  let start = at;
  for (const { dict, subroutines } of privates.slice(0, number)) start += dict.length + subroutines.length;
  return Uint8Array.from([
    ...(dict.matrix ? writeEntry(OPERATOR.FontMatrix, dict.matrix) : []),
    ...writeEntry(OPERATOR.Private, [privates[number]!.dict.length, start]),
  ]);
}

/** The Private DICT with its subroutines right behind it, if it has any. */
function privateBytes({ privateDict, subroutines }: CffFontDict, used: Set<number>): PrivateBytes {
  const entries = [...privateDict].filter(([operator]) => operator !== OPERATOR.Subrs);
  const bytes = entries.flatMap(([operator, { raw }]) => writeEntry(operator, raw));
  if (used.size === 0) return { dict: Uint8Array.from(bytes), subroutines: new Uint8Array() };
  const length = bytes.length + writeEntry(OPERATOR.Subrs, [0]).length;
  return {
    dict: Uint8Array.from([...bytes, ...writeEntry(OPERATOR.Subrs, [length])]),
    subroutines: writeIndex(keepUsed(subroutines, used)),
  };
}

/** Keeps the count, on which the bias of the numbers depends, and the content of what is called. */
function keepUsed(index: CffIndex, used: Set<number>): Uint8Array[] {
  if (used.size === 0) return [];
  const empty = new Uint8Array();
  return Array.from({ length: index.count }, (_, number) => (used.has(number) ? index.item(number) : empty));
}

/** Glyphs 1 to the last have their own numbers as CIDs: format 2, one range (clause 13). */
function writeCharset(glyphCount: number): Uint8Array {
  if (glyphCount === 1) return Uint8Array.of(0);
  const left = glyphCount - 2;
  return Uint8Array.of(2, 0, 1, left >> 8, left & 0xff);
}
