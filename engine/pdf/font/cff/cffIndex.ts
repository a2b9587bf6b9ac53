import { damaged, type FontTable } from "../fontTable.js";

/** An INDEX structure (Adobe Technical Note 5176, clause 5): byte strings by number. */
export interface CffIndex {
  readonly count: number;
  /** Where the INDEX ends in its table. */
  readonly end: number;
  item(number: number): Uint8Array;
}

/**
 * Finds an INDEX; its offsets are checked when an item is asked for.
 *
 * @param cff the CFF table
 * @param start its offset in bytes
 * @throws EngineError `font_damaged` when it leaves the table
 */
export function readIndex(cff: FontTable, start: number): CffIndex {
  const count = cff.u16(start);
  if (count === 0) return { count, end: start + 2, item: (number) => missing(number) };
  const offsetSize = cff.u8(start + 2);
  if (offsetSize < 1 || offsetSize > 4)
    throw damaged("an INDEX of its CFF table has offsets of a wrong size");
  const offsets = start + 3;
  const data = offsets + (count + 1) * offsetSize - 1;
  const offset = (number: number): number => {
    let value = 0;
    for (let i = 0; i < offsetSize; i++) value = value * 256 + cff.u8(offsets + number * offsetSize + i);
    return data + value;
  };
  const end = offset(count);
  cff.slice(data + 1, end);
  const item = (number: number): Uint8Array =>
    number >= 0 && number < count ? cff.slice(offset(number), offset(number + 1)) : missing(number);
  return { count, end, item };
}

function missing(number: number): never {
  throw damaged(`an INDEX of its CFF table has no item ${number}`);
}

/** Writes an INDEX. */
export function writeIndex(items: readonly Uint8Array[]): Uint8Array {
  if (items.length === 0) return Uint8Array.of(0, 0);
  const size = items.reduce((sum, { length }) => sum + length, 0);
  const offsetSize = size + 1 < 0x100 ? 1 : size + 1 < 0x10000 ? 2 : 4;
  const head = 3 + (items.length + 1) * offsetSize;
  const index = new Uint8Array(head + size);
  index.set([items.length >> 8, items.length & 0xff, offsetSize]);
  let at = 1;
  for (let i = 0; i <= items.length; i++) {
    for (let byte = 0; byte < offsetSize; byte++)
      index[3 + i * offsetSize + byte] = (at / 256 ** (offsetSize - 1 - byte)) & 0xff;
    const item = items[i];
    if (!item) break;
    index.set(item, head + at - 1);
    at += item.length;
  }
  return index;
}
