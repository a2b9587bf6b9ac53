import { CHARACTER_CLASS, WHITESPACE } from "./characters.js";
import type { Increment } from "./increment.js";
import { asArray, type PdfDict, type PdfObject, PdfRaw, PdfRef } from "./objects.js";

/**
 * Appends a reference to the array that is, or will be, the value of a dictionary's entry. An array that is an object
 * of its own is written anew alone, unless it is empty: some writers let all pages share one empty array, and then what is put there would be
 * on each page. Else the dictionary is changed. What is in the array stays as it is written.
 * @param value the entry's value before: an array, a reference to one, or undefined; anything else is no array to any
 *   reader and is replaced
 * @param change begins to change the dictionary; called only where that is needed
 * @throws EngineError `pdf_damaged`
 */
export function appendToArrayEntry(
  increment: Increment,
  key: string,
  value: PdfObject | undefined,
  element: PdfRef,
  change: () => PdfDict,
): void {
  if (value instanceof PdfRef) {
    const written = increment.written(value);
    const extended = withElement(written, element);
    if (written !== undefined && extended !== undefined && !isEmpty(written)) {
      increment.put(value, extended);
      return;
    }
  }
  const entries = change();
  const before = asArray(entries.get(key)) ?? asArray(increment.document.resolve(value)) ?? [];
  entries.set(key, withElement(entries.get(key), element) ?? [...before, element]);
}

/** Whether nothing stands between the brackets of an array. */
function isEmpty({ bytes }: PdfRaw): boolean {
  return bytes.subarray(1, -1).every((byte) => CHARACTER_CLASS[byte] === WHITESPACE);
}

/** @returns undefined when the bytes are no array */
function withElement(array: PdfObject | undefined, element: PdfRef): PdfRaw | undefined {
  if (!(array instanceof PdfRaw)) return undefined;
  const end = array.bytes.length - 1;
  if (array.bytes[0] !== 0x5b || array.bytes[end] !== 0x5d) return undefined;
  const added = Buffer.from(` ${element.num} ${element.gen} R]`, "latin1");
  return new PdfRaw(Buffer.concat([array.bytes.subarray(0, end), added]));
}
