import { EngineError } from "../../error.js";
import type { PdfDocument } from "../document.js";
import { formOf } from "../formFields.js";

/**
 * Refuses an XFA form (ISO 32000-1 12.7.8; removed from ISO 32000-2), be it a static one: XFA software shows the fields
 * of its XFA part, and would show neither fields that are added to the form beside it nor values that are put there.
 * @throws EngineError `pdf_unsupported`
 */
export function requireNoXfa(document: PdfDocument): void {
  if (document.resolve(formOf(document)?.get("XFA")) === undefined) return;
  throw new EngineError(
    "pdf_unsupported",
    "The PDF is an XFA form: what is filled into its fields would not be seen by XFA software.",
  );
}
