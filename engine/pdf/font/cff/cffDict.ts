import { damaged } from "../fontTable.js";

/** Operators of DICT data (Adobe Technical Note 5176, tables 9, 10 and 23); those after an escape begin at 1200. */
export const OPERATOR = {
  FontBBox: 5,
  charset: 15,
  CharStrings: 17,
  Private: 18,
  Subrs: 19,
  CharstringType: 1206,
  FontMatrix: 1207,
  Ros: 1230,
  CidCount: 1234,
  FdArray: 1236,
  FdSelect: 1237,
} as const;

/** An entry of a DICT: whole operands as numbers, real ones as NaN, and the operands' bytes as they stand. */
export interface DictEntry {
  readonly operands: readonly number[];
  readonly raw: Uint8Array;
}

const MAX_OPERANDS = 48;
const ESCAPE = 12;

/**
 * Reads DICT data (clause 4).
 *
 * @throws EngineError `font_damaged`
 */
export function readDict(data: Uint8Array): Map<number, DictEntry> {
  const entries = new Map<number, DictEntry>();
  let operands: number[] = [];
  let start = 0;
  let at = 0;
  while (at < data.length) {
    const first = data[at]!;
    if (first <= 21) {
      const operator = first === ESCAPE ? 1200 + (data[at + 1] ?? 0) : first;
      entries.set(operator, { operands, raw: data.subarray(start, at) });
      at += first === ESCAPE ? 2 : 1;
      start = at;
      operands = [];
      continue;
    }
    if (operands.length === MAX_OPERANDS) throw damaged("a DICT of its CFF table has too many operands");
    const { value, end } = readOperand(data, at);
    operands.push(value);
    at = end;
  }
  return entries;
}

function readOperand(data: Uint8Array, at: number): { value: number; end: number } {
  const byte = (offset: number): number => {
    const value = data[at + offset];
    if (value === undefined) throw damaged("a DICT of its CFF table ends within an operand");
    return value;
  };
  const first = byte(0);
  if (first === 28) return { value: ((byte(1) << 24) | (byte(2) << 16)) >> 16, end: at + 3 };
  if (first === 29)
    return { value: (byte(1) << 24) | (byte(2) << 16) | (byte(3) << 8) | byte(4), end: at + 5 };
  if (first === 30) {
    let length = 1;
    while ((byte(length) & 0x0f) !== 0x0f) length++;
    return { value: Number.NaN, end: at + length + 1 };
  }
  if (first >= 32 && first <= 246) return { value: first - 139, end: at + 1 };
  if (first >= 247 && first <= 250) return { value: (first - 247) * 256 + byte(1) + 108, end: at + 2 };
  if (first >= 251 && first <= 254) return { value: -(first - 251) * 256 - byte(1) - 108, end: at + 2 };
  throw damaged("a DICT of its CFF table has an unknown operand");
}

/** The operand of an entry that must be an offset or a count; undefined when there is no such entry. */
export function offsetOf(dict: ReadonlyMap<number, DictEntry>, operator: number, operand = 0) {
  const entry = dict.get(operator);
  if (!entry) return undefined;
  const value = entry.operands[operand];
  if (value === undefined || !(value >= 0))
    throw damaged("an offset of its CFF table is missing or negative");
  return value;
}

/** Writes an entry: whole numbers in five bytes each, so that its size does not depend on them; or raw operands. */
export function writeEntry(operator: number, operands: readonly number[] | Uint8Array): number[] {
  const name = operator >= 1200 ? [ESCAPE, operator - 1200] : [operator];
  if (operands instanceof Uint8Array) return [...operands, ...name];
  const bytes = operands.flatMap((value) => [
    29,
    value >>> 24,
    (value >> 16) & 255,
    (value >> 8) & 255,
    value & 255,
  ]);
  return [...bytes, ...name];
}
