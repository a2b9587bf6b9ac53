import { appendToArrayEntry } from "./arrayEntry.js";
import { changeDictionaryEntry } from "./dictionaryEntry.js";
import { formOf } from "./formFields.js";
import type { Increment } from "./increment.js";
import { asCount, type PdfDict, PdfRef, pdfDict } from "./objects.js";

/** SignaturesExist and AppendOnly (ISO 32000-2 Table 225): readers warn before they save in a way that breaks them. */
const SIGNED_FLAGS = 3;

/**
 * Marks the form as signed and, where one is given, adds a root field to it (ISO 32000-2 12.7.3).
 * @throws EngineError `pdf_damaged`
 */
export function registerSignature(increment: Increment, newField?: PdfRef): void {
  const form = changeForm(increment);
  if (newField !== undefined) form.append(newField);
  const flags = asCount(increment.document.resolve(form.written?.get("SigFlags"))) ?? 0;
  if ((flags & SIGNED_FLAGS) !== SIGNED_FLAGS) form.change().set("SigFlags", flags | SIGNED_FLAGS);
}

/** The interactive form of the document that an update makes. */
export interface ChangedForm {
  /** As it stands in the document; undefined where the document has none. */
  readonly written: PdfDict | undefined;
  /** Begins to change its entries. */
  change(): PdfDict;
  /** Adds a root field. */
  append(field: PdfRef): void;
}

/**
 * The form may be missing, an object of its own, or part of the catalog. A new form's /Fields stands in the form itself:
 * poppler, when it signs next, would add its field to a copy of an array that is an object of its own, and lose it.
 * @throws EngineError `pdf_damaged`, as its functions do
 */
export function changeForm(increment: Increment): ChangedForm {
  const { catalogRef } = increment.document;
  const written = formOf(increment.document);
  const change =
    written === undefined
      ? () => newForm(increment)
      : () => changeDictionaryEntry(increment, catalogRef, "AcroForm");
  const append = (field: PdfRef) =>
    appendToArrayEntry(increment, "Fields", written?.get("Fields"), field, change);
  return { written, change, append };
}

/** The form that this update makes: once, whoever asks. */
function newForm(increment: Increment): PdfDict {
  const { catalogRef } = increment.document;
  const made = increment.pending(catalogRef)?.get("AcroForm");
  const pending = made instanceof PdfRef ? increment.pending(made) : undefined;
  if (pending !== undefined) return pending;
  const ref = increment.allocate();
  const form = pdfDict({ Fields: [] });
  increment.put(ref, form);
  increment.change(catalogRef).set("AcroForm", ref);
  return form;
}
