import { damaged, type FontTable } from "./fontTable.js";

/** Runs of code points, sorted: run i holds `first[i]`..`last[i]` and begins with the glyph `glyph[i]`. */
interface Runs {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  glyph(run: number, codePoint: number): number;
}

/**
 * Reads the cmap table's Unicode subtable: format 12 where there is one, else format 4.
 *
 * @returns a function from a Unicode code point to a glyph index; 0 where the font has no glyph
 * @throws EngineError `font_damaged` when there is no Unicode subtable that we read, or it leaves the table
 */
export function readCharacterMap(cmap: FontTable): (codePoint: number) => number {
  const subtables = unicodeSubtables(cmap);
  const full = subtables.find((offset) => cmap.u16(offset) === 12);
  const basic = subtables.find((offset) => cmap.u16(offset) === 4);
  if (full === undefined && basic === undefined) throw damaged("it has no Unicode character map");
  const runs = full !== undefined ? readFormat12(cmap, full) : readFormat4(cmap, basic!);
  return (codePoint) => {
    const run = firstRunEndingAtOrAfter(runs.last, codePoint);
    if (run === runs.last.length || codePoint < runs.first[run]!) return 0;
    return runs.glyph(run, codePoint);
  };
}

function unicodeSubtables(cmap: FontTable): number[] {
  const offsets: number[] = [];
  const count = cmap.u16(2);
  for (let i = 0; i < count; i++) {
    const record = 4 + i * 8;
    const platform = cmap.u16(record);
    const encoding = cmap.u16(record + 2);
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)))
      offsets.push(cmap.u32(record + 4));
  }
  return offsets;
}

function readFormat4(cmap: FontTable, start: number): Runs {
  const count = cmap.u16(start + 6) >> 1;
  const ends = start + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const rangeOffsets = deltas + count * 2;
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    last[i] = cmap.u16(ends + i * 2);
    first[i] = cmap.u16(starts + i * 2);
    cmap.u16(rangeOffsets + i * 2);
  }
  return {
    first,
    last,
    glyph(run, codePoint) {
      const delta = cmap.u16(deltas + run * 2);
      const rangeOffset = cmap.u16(rangeOffsets + run * 2);
      if (rangeOffset === 0 || rangeOffset === 0xffff) return (codePoint + delta) & 0xffff;
      const place = rangeOffsets + run * 2 + rangeOffset + (codePoint - first[run]!) * 2;
      // Fonts are in use whose last segment points beyond the table: such a character has no glyph.
      if (place + 2 > cmap.length) return 0;
      const glyph = cmap.u16(place);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    },
  };
}

function readFormat12(cmap: FontTable, start: number): Runs {
  const count = cmap.u32(start + 12);
  cmap.slice(start + 16, start + 16 + count * 12);
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  const glyphs = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const group = start + 16 + i * 12;
    first[i] = cmap.u32(group);
    last[i] = cmap.u32(group + 4);
    glyphs[i] = cmap.u32(group + 8);
  }
  return { first, last, glyph: (run, codePoint) => glyphs[run]! + codePoint - first[run]! };
}

function firstRunEndingAtOrAfter(last: Uint32Array, codePoint: number): number {
  let low = 0;
  let high = last.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (last[middle]! < codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}
