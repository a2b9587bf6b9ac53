import { registerSignature } from "./acroForm.js";
import type { BuiltAppearance } from "./appearanceSource.js";
import { appendToArrayEntry } from "./arrayEntry.js";
import { requireFieldCreation, requireFormFilling } from "./encryption/permissions.js";
import type { FieldWidget } from "./fieldWidget.js";
import type { FormField } from "./formFields.js";
import type { Increment } from "./increment.js";
import { PdfName, type PdfRef, PdfStream, type PdfString, pdfDict } from "./objects.js";
import type { PdfPage } from "./page.js";
import { lockDictionary } from "./permissions/declarePermissions.js";
import type { FieldLock } from "./permissions/fieldLock.js";
import { textString } from "./textString.js";
import type { PagePlacement } from "./viewPlacement.js";

/** Annotation flags (ISO 32000-2 Table 167): Print, which PDF/A asks for, and Locked. */
const WIDGET_FLAGS = 4 | 128;

/** A rectangle without an area says that the signature is not visible (12.7.5.5). */
const INVISIBLE: PagePlacement["rect"] = [0, 0, 0, 0];

/** What a field is signed with. */
export interface FieldSignature {
  /** The signature dictionary. */
  readonly ref: PdfRef;
  /** A lock that the field has not yet. */
  readonly lock?: FieldLock;
  readonly appearance?: BuiltAppearance;
  /** The /Matrix of the appearance's form; absent: as it is. */
  readonly matrix?: PagePlacement["matrix"];
}

export interface NewSignatureField {
  /** /T, which no root field of the form has yet. */
  readonly name: string;
  readonly page: PdfPage;
  /** /TU, by which assistive technology calls the field; absent: it has none. */
  readonly alternateName?: PdfString;
  /** /Rect; absent: invisible. */
  readonly rect?: PagePlacement["rect"];
}

/**
 * Adds a signature field that is its own widget annotation (12.7.5.5) to the form and to a page.
 * @throws EngineError `pdf_permission_denied`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function addSignatureField(
  increment: Increment,
  field: NewSignatureField,
  signature: FieldSignature,
): void {
  requireFieldCreation(increment.document);
  const ref = increment.allocate();
  const dict = pdfDict({
    Type: new PdfName("Annot"),
    Subtype: new PdfName("Widget"),
    FT: new PdfName("Sig"),
    T: textString(field.name),
    TU: field.alternateName,
    V: signature.ref,
    F: WIDGET_FLAGS,
    P: field.page.ref,
    Rect: [...(field.rect ?? INVISIBLE)],
    Lock: putLock(increment, signature),
  });
  if (signature.appearance !== undefined) dict.set("AP", pdfDict({ N: putAppearance(increment, signature) }));
  increment.put(ref, dict);
  appendToArrayEntry(increment, "Annots", field.page.dict.get("Annots"), ref, () =>
    increment.change(field.page.ref),
  );
  registerSignature(increment, ref);
}

/**
 * Puts a signature into a signature field that waits for one.
 * @param widget where an appearance goes
 * @throws EngineError `pdf_permission_denied`, `pdf_damaged`
 */
export function fillSignatureField(
  increment: Increment,
  field: FormField,
  widget: FieldWidget | undefined,
  signature: FieldSignature,
): void {
  requireFormFilling(increment.document);
  const entries = increment.change(field.ref).set("V", signature.ref);
  const lock = putLock(increment, signature);
  if (lock !== undefined) entries.set("Lock", lock);
  if (signature.appearance !== undefined && widget !== undefined) {
    increment.change(widget.ref).set("AP", pdfDict({ N: putAppearance(increment, signature) }));
  }
  registerSignature(increment);
}

/** A lock is an object of its own (Table 235). */
function putLock(increment: Increment, { lock }: FieldSignature): PdfRef | undefined {
  if (lock === undefined) return undefined;
  const ref = increment.allocate();
  increment.put(ref, lockDictionary(lock));
  return ref;
}

/** Writes the appearance's objects, its form turned as the page needs. */
function putAppearance(increment: Increment, { appearance, matrix }: FieldSignature): PdfRef | undefined {
  for (const { ref, value } of appearance?.objects ?? []) {
    const isForm = ref.num === appearance?.form.num && value instanceof PdfStream && matrix !== undefined;
    increment.put(
      ref,
      isForm ? new PdfStream(new Map(value.dict).set("Matrix", [...matrix]), value.raw) : value,
    );
  }
  return appearance?.form;
}
