import { damaged, limitExceeded } from "../damage.js";
import { decodeStream } from "../filters/decodeStream.js";
import { readIndirectObject } from "../indirectObject.js";
import { asArray, asCount, isName, type PdfDict, type PdfObject, PdfRef, PdfStream } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import { countOf, entryFinder, type Subsection, type XrefEntry, type XrefSection } from "./section.js";

const FREE: XrefEntry = { kind: "free" };

/** A cross-reference stream must be readable before any reference can be followed. */
const unreferenced = (object: PdfObject | undefined) => (object instanceof PdfRef ? undefined : object);

/**
 * Reads a cross-reference stream (ISO 32000-2 7.5.8).
 * @param bytes the whole file
 * @param at byte offset of the indirect object
 * @param offset what startxref, /Prev or /XRefStm must say to lead to it
 * @returns undefined when no cross-reference stream stands there
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function readXrefStream(
  bytes: Uint8Array,
  at: number,
  offset: number,
  budget: ReadBudget,
): XrefSection | undefined {
  const object = readIndirectObject(bytes, at, budget, unreferenced);
  if (!(object?.value instanceof PdfStream) || !isName(object.value.dict.get("Type"), "XRef"))
    return undefined;
  const { dict } = object.value;
  const widths = readWidths(dict, at);
  const data = decodeStream(object.value, at, budget, unreferenced);
  const size = widths[0] + widths[1] + widths[2];
  const runs = readIndex(dict, Math.floor(data.length / size), size, at, budget);
  requireKnownTypes(data, runs, widths, at);
  const entryAt = entryFinder(runs, size);
  const find = (num: number): XrefEntry | undefined => {
    const position = entryAt(num);
    return position === undefined ? undefined : readEntry(data, position, widths);
  };
  return { kind: "stream", offset, trailer: dict, trailerAt: object.valueAt, runs, find };
}

type Widths = readonly [number, number, number];

function readWidths(dict: PdfDict, at: number): Widths {
  const [type, second, third] = (asArray(dict.get("W")) ?? []).map(asCount);
  if (type === undefined || second === undefined || third === undefined) {
    throw damaged("a cross-reference stream has no /W", at);
  }
  // pyHanko writes offsets of eight bytes; one above 2^53 loses digits here, and lies behind every file all the same.
  if (type > 4 || second > 8 || third > 8 || second === 0) {
    throw damaged("a cross-reference stream has fields of impossible width", at);
  }
  return [type, second, third];
}

/** The runs of /Index (Table 17), whose entries must all be there. */
function readIndex(
  dict: PdfDict,
  available: number,
  size: number,
  at: number,
  budget: ReadBudget,
): Subsection[] {
  const index = asArray(dict.get("Index")) ?? [0, dict.get("Size") ?? 0];
  const { maxObjects } = budget.limits;
  const runs: Subsection[] = [];
  let before = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = asCount(index[i]);
    const count = asCount(index[i + 1]);
    if (first === undefined || count === undefined)
      throw damaged("a cross-reference stream has a bad /Index", at);
    if (before + count > maxObjects)
      throw limitExceeded("too many cross-reference entries", "maxObjects", maxObjects);
    if (before + count > available) throw damaged("a cross-reference stream is too short", at);
    runs.push({ first, count, at: before * size });
    before += count;
  }
  return runs;
}

/**
 * Makes sure that no entry has an unknown type. The standard calls such an entry null, for the sake of later versions;
 * but there are none, readers refuse it, and what shows it is a stream that was decoded wrongly.
 */
function requireKnownTypes(data: Uint8Array, runs: readonly Subsection[], widths: Widths, at: number): void {
  const size = widths[0] + widths[1] + widths[2];
  const end = countOf(runs) * size;
  for (let entry = 0; entry < end && widths[0] > 0; entry += size) {
    if (bigEndian(data, entry, widths[0]) > 2)
      throw damaged("a cross-reference stream has unknown entries", at);
  }
}

function readEntry(data: Uint8Array, at: number, [first, second, third]: Widths): XrefEntry {
  const type = first === 0 ? 1 : bigEndian(data, at, first);
  const field2 = bigEndian(data, at + first, second);
  const field3 = bigEndian(data, at + first + second, third);
  if (type === 1) return field2 === 0 ? FREE : { kind: "offset", offset: field2, gen: field3 };
  if (type === 2) return { kind: "compressed", stream: field2, index: field3 };
  return FREE;
}

function bigEndian(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + data[at + i]!;
  return value;
}
