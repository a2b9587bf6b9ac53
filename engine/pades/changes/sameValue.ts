import { PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from "../../pdf/objects.js";

/**
 * Whether two objects say the same: references the same number, strings and streams the same bytes, dictionaries the same
 * entries in any order. What references lead to is not looked at.
 */
export function sameValue(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
  if (one === other) return true;
  // A null is as good as nothing (ISO 32000-2 7.3.9).
  if (one === undefined || one === null || other === undefined || other === null)
    return (one ?? null) === (other ?? null);
  if (one instanceof PdfName) return other instanceof PdfName && one.name === other.name;
  if (one instanceof PdfRef) return other instanceof PdfRef && one.num === other.num && one.gen === other.gen;
  if (one instanceof PdfString) return other instanceof PdfString && sameBytes(one.bytes, other.bytes);
  if (one instanceof PdfStream)
    return other instanceof PdfStream && sameValue(one.dict, other.dict) && sameBytes(one.raw, other.raw);
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((element, index) => sameValue(element, other[index]));
  }
  if (!(one instanceof Map) || !(other instanceof Map) || one.size !== other.size) return false;
  for (const [key, value] of one) if (!sameValue(value, other.get(key))) return false;
  return true;
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
