import { EngineError } from "../../error.js";
import { describeWidget, widgetRefs } from "../fieldWidget.js";
import { formFields } from "../formFields.js";
import type { Increment } from "../increment.js";
import { asDict, type PdfDict, type PdfObject, PdfRaw, PdfRef } from "../objects.js";
import type { PdfPage } from "../page.js";
import { PageIndex } from "../pageIndex.js";
import { permissionsOf } from "../permissions/documentPermissions.js";
import { ValueReader } from "../valueReader.js";
import { quoted } from "./fieldValue.js";

/** Entries that a field keeps when its widget becomes part of it. */
const NOT_OF_THE_WIDGET = new Set(["Parent", "Kids", "T"]);

/**
 * Makes fields of the document such that they can be filled after a signature: a field whose only widget is an object of
 * its own becomes one with it, as the standard allows (ISO 32000-2 12.7.4.1). To pyHanko's difference analysis and EU DSS
 * a widget without a name is no form field, and what changes in it no form filling. Nothing changes to the eye.
 *
 * Left as they are: fields with several widgets, such as radio buttons, and those that a structure tree refers to. A
 * document that is signed is left as it is altogether.
 * @param names fully qualified
 * @throws EngineError `pdf_field_not_found`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function reserveFields(increment: Increment, names: readonly string[]): void {
  if (names.length === 0) return;
  const { document } = increment;
  const fields = formFields(document);
  const wanted = new Set(names);
  const known = new Set(fields.map(({ name }) => name));
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined)
    throw new EngineError("pdf_field_not_found", `The PDF has no form field ${quoted(missing)}.`);
  if (permissionsOf(document).signed) return;
  const values = new ValueReader(document);
  const pages = new PageIndex(document);
  const annotations = new Map<number, PdfObject[]>();
  for (const field of fields) {
    const [widget, ...more] = wanted.has(field.name) ? widgetRefs(values, field) : [];
    if (widget === undefined || more.length > 0 || widget.num === field.ref.num) continue;
    const dict: PdfDict = asDict(document.resolve(widget)) ?? new Map();
    const page = describeWidget(document, widget, () => pages).on?.page;
    if (page === undefined || dict.has("StructParent")) continue;
    const before = annotations.get(page.ref.num) ?? [...values.elements(page.dict.get("Annots"))];
    annotations.set(page.ref.num, before);
    if (!replaceAnnotation(increment, page, before, widget, field.ref)) continue;
    const entries = increment.change(field.ref);
    entries.delete("Kids");
    for (const [key, value] of dict) if (!NOT_OF_THE_WIDGET.has(key)) entries.set(key, value);
  }
}

/**
 * Puts a field in the place of its widget among the annotations of a page, and writes them as bytes, to which others may
 * be appended.
 * @param annotations changed
 * @returns false where the widget is not among them, or not all of them are references
 */
function replaceAnnotation(
  increment: Increment,
  page: PdfPage,
  annotations: PdfObject[],
  widget: PdfRef,
  field: PdfRef,
): boolean {
  const at = annotations.findIndex((element) => element instanceof PdfRef && element.num === widget.num);
  if (at < 0 || !annotations.every((element) => element instanceof PdfRef)) return false;
  annotations[at] = field;
  const references = annotations.map((element) => `${element.num} ${element.gen} R`);
  const written = new PdfRaw(Buffer.from(`[${references.join(" ")}]`, "latin1"));
  const entry = page.dict.get("Annots");
  if (entry instanceof PdfRef) increment.put(entry, written);
  else increment.change(page.ref).set("Annots", written);
  return true;
}
