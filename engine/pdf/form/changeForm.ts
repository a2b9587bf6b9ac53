import { openPdf, type PdfDocument } from "../document.js";
import type { PdfAccess } from "../encryption/access.js";
import { Increment } from "../increment.js";
import type { PdfLimits } from "../limits.js";
import { applyFormChanges } from "./applyFormChanges.js";
import type { FormStyle } from "./fieldDrawings.js";
import type { FieldValue } from "./fieldValue.js";
import type { FormChanges } from "./formChanges.js";
import type { NewFormField } from "./newFormField.js";
import type { TestMark } from "./testMark.js";

/** How a document that is given as bytes is opened. */
export interface FormOptions {
  /** What reading the document may cost. */
  readonly limits?: Partial<PdfLimits>;
  /** The password of an encrypted document, where it is not the empty one. */
  readonly access?: PdfAccess;
}

/**
 * Marks a document, adds fields to its form and fills fields, in one revision. With a signature in that same revision:
 * `form` of the signature's options.
 * @param pdf the whole document, or one that is open
 * @returns the document with one more revision
 * @throws EngineError `pdf_field_invalid`, `pdf_field_not_found`, `pdf_field_value_invalid`, `pdf_permission_denied`,
 *   `pdf_page_out_of_range`, `pdf_placement_invalid`, `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`,
 *   `pdf_password_wrong`, `pdf_unsupported` for XFA forms too, `pdf_limit_exceeded`; `image_unsupported`,
 *   `image_damaged`, `image_limit_exceeded`, `font_damaged`, `font_shaper_required` for what is drawn; RangeError
 *   where text is to be drawn and no font is given
 */
export function changeForm(
  pdf: Uint8Array | PdfDocument,
  changes: FormChanges,
  options: FormOptions = {},
): Uint8Array {
  return revise(pdf, options, changes).revised;
}

/**
 * Adds fields to a document's form, in one revision. An empty field shows nothing and is read-only: it is for
 * fillFormFields() to fill. After the first signature no field can be added but signature fields.
 * @throws EngineError as changeForm()
 */
export function addFormFields(
  pdf: Uint8Array | PdfDocument,
  fields: readonly NewFormField[],
  style: FormStyle = {},
  options: FormOptions = {},
): Uint8Array {
  return revise(pdf, options, { ...style, fields }).revised;
}

/**
 * Fills fields of a document, in one revision: earlier signatures that allow filling in forms stay valid. The fields
 * are read-only afterwards.
 * @throws EngineError as changeForm()
 */
export function fillFormFields(
  pdf: Uint8Array | PdfDocument,
  values: readonly FieldValue[],
  style: FormStyle = {},
  options: FormOptions = {},
): Uint8Array {
  return revise(pdf, options, { ...style, values }).revised;
}

/**
 * Marks every page of a document as a test's, in one revision.
 * @returns null where the document is signed already, or its permissions forbid annotations
 * @throws EngineError as changeForm(); RangeError for a text of no or more than 120 characters
 */
export function addTestMark(
  pdf: Uint8Array | PdfDocument,
  mark: TestMark,
  style: FormStyle,
  options: FormOptions = {},
): Uint8Array | null {
  const { revised, marked } = revise(pdf, options, { ...style, mark });
  return marked ? revised : null;
}

function revise(pdf: Uint8Array | PdfDocument, options: FormOptions, changes: FormChanges) {
  const document = pdf instanceof Uint8Array ? openPdf(pdf, options.limits, options.access) : pdf;
  const increment = new Increment(document);
  const { marked } = applyFormChanges(increment, changes);
  if (!increment.changed) return { revised: document.bytes, marked };
  // The seed of the file identifier: the length stands for the document, which need not be hashed for it.
  const { bytes } = increment.write(Buffer.from(`form ${document.bytes.length}`, "latin1"));
  return { revised: Buffer.concat([document.bytes, bytes]), marked };
}
