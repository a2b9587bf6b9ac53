import type { Increment } from "./increment.js";
import { asDict, type PdfDict, PdfRaw, PdfRef } from "./objects.js";

/**
 * Begins to change the dictionary that is, or will be, the value of a dictionary object's entry: an object of its own,
 * a part of the holder, or missing.
 * @param holder the object that has the entry
 * @throws EngineError `pdf_damaged`
 */
export function changeDictionaryEntry(increment: Increment, holder: PdfRef, key: string): PdfDict {
  const { document } = increment;
  const value = asDict(document.resolve(holder))?.get(key);
  if (value instanceof PdfRef && asDict(document.resolve(value)) !== undefined)
    return increment.change(value);
  const entries = increment.change(holder);
  const inside = entries.get(key);
  if (inside instanceof Map) return inside;
  const written = (inside instanceof PdfRaw && document.entriesOf(inside)) || new Map();
  entries.set(key, written);
  return written;
}
