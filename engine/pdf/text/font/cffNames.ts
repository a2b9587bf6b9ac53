import { offsetOf, readDict } from "../../font/cff/cffDict.js";
import { type CffIndex, readIndex } from "../../font/cff/cffIndex.js";
import { FontTable } from "../../font/fontTable.js";
import { CFF_STANDARD_STRINGS } from "./cffStandardStrings.js";

const CHARSET = 15;
const ENCODING = 16;
const CHAR_STRINGS = 17;
const ROS = 1230;

/** The names of a bare CFF font's glyphs (Adobe Technical Note 5176), and which of them its codes select. */
export interface CffNames {
  /** How many glyphs the font has. */
  readonly glyphCount: number;
  /** undefined for a font whose glyphs have CIDs in place of names. */
  nameOfGlyph(glyph: number): string | undefined;
  /** For each code of the font's own encoding, its glyph's name; undefined where that is a standard encoding. */
  readonly encoding: ReadonlyMap<number, string> | undefined;
}

/** @throws EngineError `font_damaged` */
export function readCffNames(font: Uint8Array): CffNames {
  const cff = new FontTable("CFF", font);
  const names = readIndex(cff, font[2] ?? 0);
  const tops = readIndex(cff, names.end);
  const strings = readIndex(cff, tops.end);
  const top = readDict(tops.item(0));
  const glyphCount = readIndex(cff, offsetOf(top, CHAR_STRINGS) ?? font.length).count;
  const sids = top.has(ROS) ? [] : readCharset(cff, offsetOf(top, CHARSET) ?? 0, glyphCount);
  const nameOfGlyph = (glyph: number) => nameOf(sids[glyph], strings);
  const at = offsetOf(top, ENCODING) ?? 0;
  return {
    glyphCount,
    nameOfGlyph,
    encoding: at > 1 ? readEncoding(cff, at, nameOfGlyph, strings) : undefined,
  };
}

/** For each glyph, the SID of its name (clause 13). */
function readCharset(cff: FontTable, at: number, glyphCount: number): number[] {
  const sids = [0];
  // ISOAdobe names glyphs in the order of their SIDs; the two expert sets are not known here.
  if (at === 0) for (let sid = 1; sid < Math.min(glyphCount, 229); sid++) sids.push(sid);
  if (at <= 2) return sids;
  const format = cff.bytes[at];
  if (format === 0) {
    for (let i = 0; i < glyphCount - 1; i++) sids.push(cff.u16(at + 1 + 2 * i));
    return sids;
  }
  const size = format === 1 ? 3 : 4;
  for (let range = at + 1; sids.length < glyphCount; range += size) {
    const first = cff.u16(range);
    const left = format === 1 ? cff.slice(range + 2, range + 3)[0]! : cff.u16(range + 2);
    for (let i = 0; i <= left && sids.length < glyphCount; i++) sids.push(first + i);
  }
  return sids;
}

/** Clause 12. */
function readEncoding(
  cff: FontTable,
  at: number,
  nameOfGlyph: (glyph: number) => string | undefined,
  strings: CffIndex,
): ReadonlyMap<number, string> {
  const encoding = new Map<number, string>();
  const put = (code: number, name: string | undefined) => {
    if (name !== undefined) encoding.set(code, name);
  };
  const [format = 0, count = 0] = cff.slice(at, at + 2);
  let end = at + 2;
  if ((format & 0x7f) === 0) {
    for (let i = 0; i < count; i++) put(cff.slice(end, ++end)[0]!, nameOfGlyph(i + 1));
  } else {
    for (let range = 0, glyph = 1; range < count; range++, end += 2) {
      const [first = 0, left = 0] = cff.slice(end, end + 2);
      for (let i = 0; i <= left; i++) put(first + i, nameOfGlyph(glyph++));
    }
  }
  if (format & 0x80) {
    const [supplements = 0] = cff.slice(end, end + 1);
    for (let i = 0; i < supplements; i++) {
      const entry = end + 1 + 3 * i;
      put(cff.slice(entry, entry + 1)[0]!, nameOf(cff.u16(entry + 1), strings));
    }
  }
  return encoding;
}

function nameOf(sid: number | undefined, strings: CffIndex): string | undefined {
  if (sid === undefined) return undefined;
  const standard = CFF_STANDARD_STRINGS[sid];
  const own = sid - CFF_STANDARD_STRINGS.length;
  if (standard !== undefined || own >= strings.count) return standard;
  return Buffer.from(strings.item(own)).toString("latin1");
}
