import type { FontTable } from "../../font/fontTable.js";

/** More characters than this has no font. */
const MAX_CHARACTERS = 150_000;

/** The subtables of a TrueType cmap table: for each character code, its glyph. */
export interface CharacterSubtables {
  /** For Unicode code points. */
  readonly unicode?: ReadonlyMap<number, number>;
  /** Platform 3, encoding 0: codes of a symbolic font, often 0xF000 and the code. */
  readonly symbol?: ReadonlyMap<number, number>;
  /** Platform 1, encoding 0. */
  readonly macintosh?: ReadonlyMap<number, number>;
}

/** Reads the subtables of formats 0, 4, 6 and 12. @throws EngineError `font_damaged` */
export function readCharacterSubtables(cmap: FontTable): CharacterSubtables {
  const found: { -readonly [key in keyof CharacterSubtables]: CharacterSubtables[key] } = {};
  for (let i = 0; i < cmap.u16(2); i++) {
    const platform = cmap.u16(4 + 8 * i);
    const encoding = cmap.u16(6 + 8 * i);
    const offset = cmap.u32(8 + 8 * i);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (isUnicode) found.unicode ??= readSubtable(cmap, offset);
    else if (platform === 3 && encoding === 0) found.symbol ??= readSubtable(cmap, offset);
    else if (platform === 1 && encoding === 0) found.macintosh ??= readSubtable(cmap, offset);
  }
  return found;
}

function readSubtable(cmap: FontTable, offset: number): ReadonlyMap<number, number> | undefined {
  const glyphs = new Map<number, number>();
  const add = (code: number, glyph: number) => {
    if (glyph !== 0) glyphs.set(code, glyph);
  };
  switch (cmap.u16(offset)) {
    case 0:
      for (const [code, glyph] of cmap.slice(offset + 6, offset + 262).entries()) add(code, glyph);
      return glyphs;
    case 4:
      readSegments(cmap, offset, add);
      return glyphs;
    case 6: {
      const first = cmap.u16(offset + 6);
      for (let i = 0; i < cmap.u16(offset + 8); i++) add(first + i, cmap.u16(offset + 10 + 2 * i));
      return glyphs;
    }
    case 12:
      readGroups(cmap, offset, add);
      return glyphs;
    default:
      return undefined;
  }
}

function readSegments(cmap: FontTable, offset: number, add: (code: number, glyph: number) => void): void {
  const doubled = cmap.u16(offset + 6) & ~1;
  const ends = offset + 14;
  const starts = ends + doubled + 2;
  for (let i = 0, left = MAX_CHARACTERS; i < doubled; i += 2) {
    const last = cmap.u16(ends + i);
    const first = cmap.u16(starts + i);
    const delta = cmap.u16(starts + doubled + i);
    const rangeAt = starts + 2 * doubled + i;
    const range = cmap.u16(rangeAt);
    for (let code = first; code <= last && code < 0xffff && left > 0; code++, left--) {
      const place = rangeAt + range + 2 * (code - first);
      if (range === 0) add(code, (code + delta) & 0xffff);
      else if (place + 2 <= cmap.length) {
        const glyph = cmap.u16(place);
        add(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
      }
    }
  }
}

function readGroups(cmap: FontTable, offset: number, add: (code: number, glyph: number) => void): void {
  const count = Math.min(cmap.u32(offset + 12), MAX_CHARACTERS);
  for (let i = 0, left = MAX_CHARACTERS; i < count; i++) {
    const group = offset + 16 + 12 * i;
    const first = cmap.u32(group);
    const last = Math.min(cmap.u32(group + 4), 0x10ffff);
    const glyph = cmap.u32(group + 8);
    for (let code = first; code <= last && left > 0; code++, left--) add(code, glyph + code - first);
  }
}
