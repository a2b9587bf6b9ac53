import { EngineError } from "../error.js";
import { registerSignature } from "./acroForm.js";
import type { BuiltAppearance } from "./appearanceSource.js";
import { appendToArrayEntry } from "./arrayEntry.js";
import { type FormField, formFields, rootFieldNames } from "./formFields.js";
import type { Increment } from "./increment.js";
import { asArray, asDict, isName, PdfName, type PdfObject, PdfRef, PdfStream, pdfDict } from "./objects.js";
import type { PdfPage } from "./page.js";
import { textString } from "./textString.js";
import type { PagePlacement } from "./viewPlacement.js";

/** Annotation flags (ISO 32000-2 Table 167): Print, which PDF/A asks for, and Locked. */
const WIDGET_FLAGS = 4 | 128;

/** A rectangle without an area says that the signature is not visible (12.7.5.5). */
const INVISIBLE: PagePlacement["rect"] = [0, 0, 0, 0];

export interface NewSignatureField {
  readonly page: PdfPage;
  /** Absent: invisible. */
  readonly placement?: PagePlacement;
  readonly appearance?: BuiltAppearance;
  /** /T, which no root field of the form has yet; absent: Signature1 or the first free number after it. */
  readonly name?: string;
}

/**
 * Adds a signature field that is its own widget annotation (12.7.5.5) to the form and to a page.
 * @param signature the signature dictionary
 * @returns the field's name
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function addSignatureField(increment: Increment, field: NewSignatureField, signature: PdfRef): string {
  const name = field.name ?? freeName(rootFieldNames(increment.document));
  const ref = increment.allocate();
  const dict = pdfDict({
    Type: new PdfName("Annot"),
    Subtype: new PdfName("Widget"),
    FT: new PdfName("Sig"),
    T: textString(name),
    V: signature,
    F: WIDGET_FLAGS,
    P: field.page.ref,
    Rect: [...(field.placement?.rect ?? INVISIBLE)],
  });
  if (field.appearance !== undefined) {
    dict.set("AP", pdfDict({ N: putAppearance(increment, field.appearance, field.placement?.matrix) }));
  }
  increment.put(ref, dict);
  appendToArrayEntry(increment, "Annots", field.page.dict.get("Annots"), ref, () =>
    increment.change(field.page.ref),
  );
  registerSignature(increment, ref);
  return name;
}

/**
 * Puts a signature into a signature field that waits for one.
 * @throws EngineError `pdf_damaged`
 */
export function fillSignatureField(
  increment: Increment,
  field: FormField,
  signature: PdfRef,
  appearance: BuiltAppearance | undefined,
): void {
  increment.change(field.ref).set("V", signature);
  const widget = widgetOf(increment, field);
  if (appearance !== undefined && widget !== undefined) {
    increment.change(widget).set("AP", pdfDict({ N: putAppearance(increment, appearance, undefined) }));
  }
  registerSignature(increment);
}

/**
 * Finds the signature field of a name.
 * @returns undefined when the form has no field of that name
 * @throws EngineError `pdf_field_not_found` when it is no signature field, `pdf_field_already_signed`
 */
export function findEmptySignatureField(increment: Increment, name: string): FormField | undefined {
  const { document } = increment;
  for (const field of formFields(document)) {
    if (field.name !== name) continue;
    if (!isName(field.type, "Sig")) {
      throw new EngineError(
        "pdf_field_not_found",
        `The field ${quote(name)} of the PDF is no signature field.`,
      );
    }
    if (document.resolve(field.value) !== undefined) {
      throw new EngineError(
        "pdf_field_already_signed",
        `The field ${quote(name)} of the PDF is signed already.`,
      );
    }
    return field;
  }
  return undefined;
}

/** The field itself where it is merged with its widget, else its first widget. */
function widgetOf(increment: Increment, field: FormField): PdfRef | undefined {
  const { document } = increment;
  const isWidget = (object: PdfObject) => asDict(document.resolve(object))?.has("Rect") === true;
  if (isWidget(field.ref)) return field.ref;
  for (const kid of asArray(document.resolve(field.dict.get("Kids"))) ?? []) {
    if (kid instanceof PdfRef && isWidget(kid)) return kid;
  }
  return undefined;
}

/** Writes the appearance's objects, its form turned as the page needs. */
function putAppearance(
  increment: Increment,
  appearance: BuiltAppearance,
  matrix: PagePlacement["matrix"] | undefined,
): PdfRef {
  for (const { ref, value } of appearance.objects) {
    const isForm = ref.num === appearance.form.num && value instanceof PdfStream && matrix !== undefined;
    increment.put(
      ref,
      isForm ? new PdfStream(new Map(value.dict).set("Matrix", [...matrix]), value.raw) : value,
    );
  }
  return appearance.form;
}

function freeName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`Signature${number}`)) number++;
  return `Signature${number}`;
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
