import { EngineError } from "../error.js";
import type { PdfDocument } from "./document.js";
import { type FormField, formFields, rootFieldNames } from "./formFields.js";
import { isName } from "./objects.js";

/** Field flag ReadOnly (ISO 32000-2 Table 227): its value may not be changed. */
const READ_ONLY = 1;

/**
 * Finds the signature field of a name that waits for a signature.
 * @param name fully qualified
 * @returns undefined when the form has no field of that name
 * @throws EngineError `pdf_field_not_found` when it is no signature field, or two fields have the name;
 *   `pdf_field_already_signed`; `pdf_permission_denied` when it is read-only
 */
export function findEmptySignatureField(document: PdfDocument, name: string): FormField | undefined {
  const named = formFields(document).filter((field) => field.name === name);
  const [field] = named;
  if (field === undefined) return undefined;
  if (named.some(({ type }) => !isName(type, "Sig"))) {
    throw notFound(`The field ${quote(name)} of the PDF is no signature field.`);
  }
  if (named.some(({ value }) => document.resolve(value) !== undefined)) {
    throw new EngineError(
      "pdf_field_already_signed",
      `The field ${quote(name)} of the PDF is signed already.`,
    );
  }
  // Fields of one name stand for one field and have one value (12.7.4.2); which of two signatures is meant is unsaid.
  if (named.length > 1) throw notFound(`The PDF has ${named.length} signature fields ${quote(name)}.`);
  if ((field.flags & READ_ONLY) !== 0) {
    throw new EngineError("pdf_permission_denied", `The field ${quote(name)} of the PDF is read-only.`);
  }
  return field;
}

/**
 * The name of a field yet to be made.
 * @param wanted absent: Signature1, or the first such name that is free
 * @param newNames of root fields that are being made beside it
 * @throws EngineError `pdf_field_not_found` for a name that a new root field cannot have
 */
export function newFieldName(
  document: PdfDocument,
  wanted: string | undefined,
  newNames: ReadonlySet<string>,
): string {
  const there = rootFieldNames(document);
  const taken = (name: string) => there.has(name) || newNames.has(name);
  if (wanted === undefined) {
    let number = 1;
    while (taken(`Signature${number}`)) number++;
    return `Signature${number}`;
  }
  // A full stop parts the names of a field and its ancestors (12.7.4.2); no name has one itself.
  if (wanted !== "" && !wanted.includes(".") && !taken(wanted)) return wanted;
  throw notFound(`The PDF has no signature field ${quote(wanted)}, and a new one cannot have that name.`);
}

function notFound(sentence: string): EngineError {
  return new EngineError("pdf_field_not_found", sentence);
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
