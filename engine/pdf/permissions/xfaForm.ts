import { EngineError } from "../../error.js";
import type { PdfDocument } from "../document.js";
import { formFields, formOf } from "../formFields.js";

/**
 * Refuses a dynamic XFA form (ISO 32000-1 12.7.8; removed from ISO 32000-2). What its readers see is made from the XFA
 * template when the document is opened, and its pages hold a placeholder: what a signer saw would not be what the
 * signature covers on a page, and the placeholder is all that other readers show. It says so by /NeedsRendering, or by
 * having XFA and no fields. A static form has pages and fields beside its XFA, and is signed as any other.
 * @throws EngineError `pdf_unsupported`
 */
export function requireNoDynamicXfa(document: PdfDocument): void {
  const form = formOf(document);
  if (form === undefined || !form.has("XFA") || document.resolve(form.get("XFA")) === undefined) return;
  const needsRendering = document.resolve(document.catalog.get("NeedsRendering")) === true;
  if (!needsRendering && formFields(document).length > 0) return;
  throw new EngineError(
    "pdf_unsupported",
    "The PDF is a dynamic XFA form: its pages are only a placeholder for what XFA software would show.",
  );
}
