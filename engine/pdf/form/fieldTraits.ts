import type { PdfDocument } from "../document.js";
import { type FormField, formOf } from "../formFields.js";
import { asCount, asDict, isName, type PdfDict, type PdfObject } from "../objects.js";

/** What kind of value a field takes. */
export type FieldKind = "text" | "checkbox" | "choice" | "drawing" | "signature";

/** Field flags (ISO 32000-2 Tables 227, 229, 231 and 233), by their bits. */
export const FIELD_FLAGS = {
  readOnly: 1 << 0,
  required: 1 << 1,
  multiline: 1 << 12,
  password: 1 << 13,
  radio: 1 << 15,
  pushButton: 1 << 16,
  combo: 1 << 17,
  edit: 1 << 18,
  fileSelect: 1 << 20,
  comb: 1 << 24,
  richText: 1 << 25,
} as const;

/**
 * The kind of a field; a push button can hold a picture.
 * @returns undefined for a field of no type that the standard knows
 */
export function kindOf({ type, flags }: FormField): FieldKind | undefined {
  if (isName(type, "Tx")) return "text";
  if (isName(type, "Ch")) return "choice";
  if (isName(type, "Sig")) return "signature";
  if (!isName(type, "Btn")) return undefined;
  if ((flags & FIELD_FLAGS.pushButton) !== 0) return "drawing";
  return (flags & FIELD_FLAGS.radio) !== 0 ? "choice" : "checkbox";
}

/**
 * An entry of a field, its own or inherited from the fields above it (12.7.4.1), resolved.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function inheritedEntry(document: PdfDocument, dict: PdfDict, key: string): PdfObject | undefined {
  let node: PdfDict | undefined = dict;
  for (let depth = 0; node !== undefined && depth <= document.limits.maxDepth; depth++) {
    const value = document.resolve(node.get(key));
    if (value !== undefined) return value;
    node = asDict(document.resolve(node.get("Parent")));
  }
  return undefined;
}

/** As inheritedEntry; the form's own where no field has one, as /DA and /Q may be. */
export function formEntry(document: PdfDocument, dict: PdfDict, key: string): PdfObject | undefined {
  return inheritedEntry(document, dict, key) ?? document.resolve(formOf(document)?.get(key));
}

/** /MaxLen in characters; undefined where there is none that makes sense. */
export function maxLengthOf(document: PdfDocument, { dict }: FormField): number | undefined {
  return asCount(inheritedEntry(document, dict, "MaxLen")) || undefined;
}
