/** Font programs that have nothing but what says which character is which, written by hand. */

const u16 = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
const u32 = (...values: number[]) => values.flatMap((value) => u16(value >>> 16, value & 0xffff));
const latin1 = (text: string) => [...Buffer.from(text, "latin1")];

/** An sfnt font of these tables. @returns latin-1 */
export function sfnt(tables: Readonly<Record<string, readonly number[]>>, version = 0x00010000): string {
  const entries = Object.entries(tables);
  let at = 12 + 16 * entries.length;
  const directory: number[] = [];
  for (const [tag, bytes] of entries) {
    directory.push(...latin1(tag), ...u32(0, at, bytes.length));
    at += bytes.length;
  }
  const head = [...u32(version), ...u16(entries.length, 0, 0, 0), ...directory];
  return Buffer.from([...head, ...entries.flatMap(([, bytes]) => [...bytes])]).toString("latin1");
}

/** A cmap table: platform, encoding and bytes of each subtable. */
export function cmapTable(...subtables: readonly (readonly [number, number, readonly number[]])[]): number[] {
  let at = 4 + 8 * subtables.length;
  const records = subtables.flatMap(([platform, encoding, bytes]) => {
    const record = [...u16(platform, encoding), ...u32(at)];
    at += bytes.length;
    return record;
  });
  return [...u16(0, subtables.length), ...records, ...subtables.flatMap(([, , bytes]) => [...bytes])];
}

/** Format 4, one segment: the code `first` has the glyph `glyph`, and so on. */
export function segmentSubtable(first: number, last: number, glyph: number): number[] {
  const delta = (glyph - first) & 0xffff;
  return u16(4, 32, 0, 4, 0, 0, 0, last, 0xffff, 0, first, 0xffff, delta, 1, 0, 0);
}

/** Format 6: codes from `first` on have these glyphs. */
export function trimmedSubtable(first: number, ...glyphs: number[]): number[] {
  return u16(6, 10 + 2 * glyphs.length, 0, first, glyphs.length, ...glyphs);
}

/** Format 12, one group. */
export function groupSubtable(first: number, last: number, glyph: number): number[] {
  return [...u16(12, 0), ...u32(28, 0, 1, first, last, glyph)];
}

/** A post table of format 2, every name of its own. */
export function postTable(...names: string[]): number[] {
  const indices = names.map((_, index) => 258 + index);
  const strings = names.flatMap((name) => [name.length, ...latin1(name)]);
  return [...u32(0x00020000), ...new Array<number>(28).fill(0), ...u16(names.length, ...indices), ...strings];
}

/** A bare CFF font whose glyphs 1 and on have these names, and these codes in its own encoding. @returns latin-1 */
export function cffFont(names: readonly string[], codes: readonly number[]): string {
  const index = (...items: number[][]) => {
    if (items.length === 0) return u16(0);
    let end = 1;
    const offsets = [1, ...items.map((item) => (end += item.length))];
    return [...u16(items.length), 2, ...offsets.flatMap((offset) => u16(offset)), ...items.flat()];
  };
  const number = (value: number) => [29, ...u32(value)];
  const top = (charset: number, encoding: number, charStrings: number) => [
    ...[...number(charset), 15],
    ...[...number(encoding), 16],
    ...[...number(charStrings), 17],
  ];
  const before = (dict: number[]) => [
    1,
    0,
    4,
    2,
    ...index(latin1("Foo")),
    ...index(dict),
    ...index(...names.map(latin1)),
    ...index(),
  ];
  const charset = [0, ...names.flatMap((_, i) => u16(391 + i))];
  const encoding = [0, codes.length, ...codes];
  const start = before(top(0, 0, 0)).length;
  const at = { charset: start, encoding: start + charset.length };
  const charStrings = at.encoding + encoding.length;
  const glyphs = index(...[[14], ...names.map(() => [14])]);
  const font = [...before(top(at.charset, at.encoding, charStrings)), ...charset, ...encoding, ...glyphs];
  return Buffer.from(font).toString("latin1");
}
