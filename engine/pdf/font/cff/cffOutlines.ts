import { damaged, type FontTable } from "../fontTable.js";
import { type DictEntry, OPERATOR, offsetOf, readDict } from "./cffDict.js";
import { type CffIndex, readIndex } from "./cffIndex.js";

/** A font DICT of a CID-keyed font, or the only one of a font that is not. */
export interface CffFontDict {
  /** Its Private DICT; the operands are views of the font. */
  readonly privateDict: ReadonlyMap<number, DictEntry>;
  readonly subroutines: CffIndex;
  /** /FontMatrix as it stands, where it has one of its own. */
  readonly matrix?: Uint8Array;
}

const NO_SUBROUTINES: CffIndex = {
  count: 0,
  end: 0,
  item: (number) => {
    throw damaged(`it has no subroutine ${number}`);
  },
};

/** The Compact Font Format table of an OpenType font (Adobe Technical Note 5176). */
export class CffOutlines {
  readonly globalSubroutines: CffIndex;
  readonly charStrings: CffIndex;
  readonly fontDicts: readonly CffFontDict[];
  readonly top: ReadonlyMap<number, DictEntry>;
  readonly #fontDictOf: (glyph: number) => number;

  /**
   * @param cff the table
   * @param glyphCount how many glyphs maxp counts
   * @throws EngineError `font_damaged`; also for Type 1 charstrings, which no OpenType font has
   */
  constructor(cff: FontTable, glyphCount: number) {
    const names = readIndex(cff, cff.u8(2));
    const tops = readIndex(cff, names.end);
    const strings = readIndex(cff, tops.end);
    this.globalSubroutines = readIndex(cff, strings.end);
    this.top = readDict(tops.item(0));
    if ((offsetOf(this.top, OPERATOR.CharstringType) ?? 2) !== 2)
      throw damaged("its charstrings are not of type 2");
    this.charStrings = readIndex(cff, required(this.top, OPERATOR.CharStrings));
    if (this.charStrings.count < glyphCount) throw damaged("its CFF table has fewer glyphs than maxp says");
    if (this.top.has(OPERATOR.Ros)) {
      const dicts = readIndex(cff, required(this.top, OPERATOR.FdArray));
      if (dicts.count === 0 || dicts.count > 256) throw damaged("it has no font DICT, or more than 256");
      this.fontDicts = Array.from({ length: dicts.count }, (_, i) =>
        readFontDict(cff, readDict(dicts.item(i))),
      );
      this.#fontDictOf = readFdSelect(cff, required(this.top, OPERATOR.FdSelect), glyphCount);
    } else {
      const { privateDict, subroutines } = readFontDict(cff, this.top);
      this.fontDicts = [{ privateDict, subroutines }];
      this.#fontDictOf = () => 0;
    }
  }

  /** Which font DICT a glyph belongs to. */
  fontDictOf(glyph: number): number {
    const number = this.#fontDictOf(glyph);
    if (number >= this.fontDicts.length) throw damaged(`its glyph ${glyph} belongs to no font DICT`);
    return number;
  }
}

function readFontDict(cff: FontTable, dict: ReadonlyMap<number, DictEntry>): CffFontDict {
  const matrix = dict.get(OPERATOR.FontMatrix)?.raw;
  const size = offsetOf(dict, OPERATOR.Private, 0) ?? 0;
  const start = offsetOf(dict, OPERATOR.Private, 1) ?? 0;
  const privateDict = readDict(cff.slice(start, start + size));
  const subrs = offsetOf(privateDict, OPERATOR.Subrs);
  const subroutines = subrs === undefined ? NO_SUBROUTINES : readIndex(cff, start + subrs);
  return { privateDict, subroutines, ...(matrix && { matrix }) };
}

/** FDSelect (clause 19): format 0, a byte a glyph, or format 3, ranges. */
function readFdSelect(cff: FontTable, start: number, glyphCount: number): (glyph: number) => number {
  const format = cff.u8(start);
  if (format === 0) {
    cff.slice(start + 1, start + 1 + glyphCount);
    return (glyph) => cff.u8(start + 1 + glyph);
  }
  if (format !== 3) throw damaged("its FDSelect has an unknown format");
  const ranges = cff.u16(start + 1);
  cff.slice(start + 3, start + 5 + ranges * 3);
  return (glyph) => {
    let low = 0;
    let high = ranges - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (cff.u16(start + 3 + middle * 3) <= glyph) low = middle;
      else high = middle - 1;
    }
    return cff.u8(start + 5 + low * 3);
  };
}

function required(dict: ReadonlyMap<number, DictEntry>, operator: number): number {
  const offset = offsetOf(dict, operator);
  if (offset === undefined) throw damaged("its CFF table lacks an entry that it must have");
  return offset;
}
