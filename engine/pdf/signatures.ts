import type { PdfDocument } from "./document.js";
import { formFields } from "./formFields.js";
import { asDict, isName, type PdfDict, PdfName, PdfRef } from "./objects.js";
import { ValueReader } from "./valueReader.js";

/** A signature that the document already carries (ISO 32000-2 12.8). */
export interface ExistingSignature {
  /** The fully qualified name of its field. */
  readonly fieldName: string;
  /** The signature dictionary, where it is an indirect object. */
  readonly ref: PdfRef | undefined;
  readonly dict: PdfDict;
  /** /SubFilter, such as `ETSI.CAdES.detached`; empty where it has none. */
  readonly subFilter: string;
  /** Offset and length in turn, in bytes; undefined where it is no array of whole numbers. */
  readonly byteRange: readonly number[] | undefined;
}

/**
 * The signatures and document time-stamps of the form's signature fields, in the order of the fields.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function listSignatures(document: PdfDocument): ExistingSignature[] {
  const signatures: ExistingSignature[] = [];
  const values = new ValueReader(document);
  for (const field of formFields(document)) {
    const dict = isName(field.type, "Sig") ? asDict(document.resolve(field.value)) : undefined;
    if (dict === undefined) continue;
    const subFilter = document.resolve(dict.get("SubFilter"));
    signatures.push({
      fieldName: field.name,
      ref: field.value instanceof PdfRef ? field.value : undefined,
      dict,
      subFilter: subFilter instanceof PdfName ? subFilter.name : "",
      byteRange: readByteRange(values, dict),
    });
  }
  return signatures;
}

function readByteRange(values: ValueReader, dict: PdfDict): number[] | undefined {
  const range: number[] = [];
  for (const element of values.elements(dict.get("ByteRange"))) {
    const number = values.document.resolve(element);
    if (typeof number !== "number" || !Number.isSafeInteger(number)) return undefined;
    range.push(number);
  }
  return range.length > 0 ? range : undefined;
}
