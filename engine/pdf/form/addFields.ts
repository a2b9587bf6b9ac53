import { EngineError } from "../../error.js";
import { changeForm } from "../acroForm.js";
import { appendToArrayEntry } from "../arrayEntry.js";
import { requireFieldCreation } from "../encryption/permissions.js";
import { rootFieldNames } from "../formFields.js";
import type { PdfRef } from "../objects.js";
import type { PdfPage } from "../page.js";
import { findPage } from "../pageTree.js";
import { permissionsOf } from "../permissions/documentPermissions.js";
import { requireAllowed } from "../permissions/requireAllowed.js";
import { viewPlacement } from "../viewPlacement.js";
import { requireDefaultResources } from "./defaultResources.js";
import type { FieldDrawings } from "./fieldDrawings.js";
import { quoted } from "./fieldValue.js";
import { type NewFormField, requireSound } from "./newFormField.js";
import { newWidget } from "./newWidget.js";
import { requireNoXfa } from "./noXfa.js";

/**
 * Adds fields to the form and to their pages, each with its value where it has one.
 * @returns the names of all root fields that the form then has
 * @throws EngineError `pdf_permission_denied` on a signed document for all but signature fields, and where encryption
 *   forbids it, `pdf_field_invalid`, `pdf_field_value_invalid`, `pdf_page_out_of_range`, `pdf_placement_invalid`,
 *   `pdf_unsupported` for an XFA form, `pdf_damaged`, `pdf_limit_exceeded`; as signatureAppearance() for what is drawn
 */
export function addFields(drawings: FieldDrawings, fields: readonly NewFormField[]): ReadonlySet<string> {
  const { increment } = drawings;
  const { document } = increment;
  requireFieldCreation(document);
  requireNoXfa(document);
  const names = new Set(rootFieldNames(document));
  const pages = new Map<number, PdfPage>();
  const form = changeForm(increment);
  for (const field of fields) {
    requireSound(field, names);
    requireCreatable(drawings, field);
    names.add(field.name);
    const { page: number } = field.placement;
    const page = pages.get(number) ?? findPage(document, number);
    pages.set(number, page);
    const { rect, ...place } = viewPlacement(page, field.placement);
    const ref = increment.allocate();
    increment.put(ref, newWidget(drawings, field, page, rect, place));
    addToPage(drawings, page, ref);
    form.append(ref);
  }
  if (fields.some(({ kind }) => kind === "text" || kind === "drawing")) requireDefaultResources(increment);
  return names;
}

function addToPage({ increment }: FieldDrawings, page: PdfPage, widget: PdfRef): void {
  const change = () => increment.change(page.ref);
  appendToArrayEntry(increment, "Annots", page.dict.get("Annots"), widget, change);
}

/** To a validator of an earlier signature a new field is a forbidden change, unless it is a signature field. */
function requireCreatable({ increment }: FieldDrawings, { name, kind }: NewFormField): void {
  const { document } = increment;
  if (kind === "signature") requireAllowed(document, { kind: "signature", fieldName: name });
  else if (permissionsOf(document).signed) {
    throw new EngineError(
      "pdf_permission_denied",
      `The PDF is signed already, and its signatures would not outlive the new field ${quoted(name)}.`,
    );
  }
}
