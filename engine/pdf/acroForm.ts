import { appendToArrayEntry } from "./arrayEntry.js";
import { changeDictionaryEntry } from "./dictionaryEntry.js";
import { formOf } from "./formFields.js";
import type { Increment } from "./increment.js";
import { asCount, type PdfRef, pdfDict } from "./objects.js";

/** SignaturesExist and AppendOnly (ISO 32000-2 Table 225): readers warn before they save in a way that breaks them. */
const SIGNED_FLAGS = 3;

/**
 * Marks the form as signed and, where one is given, adds a root field to it (ISO 32000-2 12.7.3). The form may be
 * missing, an object of its own, or part of the catalog. A new form's /Fields stands in the form itself: poppler, when
 * it signs next, would add its field to a copy of an array that is an object of its own, and lose it.
 * @throws EngineError `pdf_damaged`
 */
export function registerSignature(increment: Increment, newField?: PdfRef): void {
  const { document } = increment;
  const form = formOf(document);
  if (form === undefined) {
    const ref = increment.allocate();
    increment.put(ref, pdfDict({ Fields: newField ? [newField] : [], SigFlags: SIGNED_FLAGS }));
    increment.change(document.catalogRef).set("AcroForm", ref);
    return;
  }
  const change = () => changeDictionaryEntry(increment, document.catalogRef, "AcroForm");
  if (newField !== undefined) appendToArrayEntry(increment, "Fields", form.get("Fields"), newField, change);
  const flags = asCount(document.resolve(form.get("SigFlags"))) ?? 0;
  if ((flags & SIGNED_FLAGS) !== SIGNED_FLAGS) change().set("SigFlags", flags | SIGNED_FLAGS);
}
