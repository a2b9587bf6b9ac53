import { EngineError } from "../error.js";
import type { Appearance } from "./appearanceSource.js";
import { rootFieldNames } from "./formFields.js";
import type { Increment } from "./increment.js";
import type { PdfRef } from "./objects.js";
import { findPage } from "./pageTree.js";
import { addSignatureField, fillSignatureField, findEmptySignatureField } from "./signatureField.js";
import { type Placement, viewPlacement } from "./viewPlacement.js";

export interface SignaturePlace {
  /** Where the signature is seen; absent: nowhere, or where the field of that name is. */
  readonly placement?: Placement;
  /** What is seen there. */
  readonly appearance?: Appearance;
  /**
   * A signature field of the document to sign in, or where there is none of that name, the name of a new one;
   * absent: a new field Signature1, or the first such name that is free.
   */
  readonly fieldName?: string;
}

/**
 * Puts a signature into a signature field that the document has, or into a new one.
 * @param signature the signature dictionary
 * @returns the field's fully qualified name
 * @throws EngineError `pdf_field_not_found`, `pdf_field_already_signed`, `pdf_page_out_of_range`,
 *   `pdf_placement_invalid`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function placeSignature(increment: Increment, place: SignaturePlace, signature: PdfRef): string {
  const { placement, appearance, fieldName } = place;
  const build = () => appearance?.build(() => increment.allocate());
  if (fieldName !== undefined) {
    const field = findEmptySignatureField(increment, fieldName);
    if (field !== undefined) {
      fillSignatureField(increment, field, signature, build());
      return field.name;
    }
    requireFreeName(increment, fieldName);
  }
  const page = findPage(increment.document, placement?.page ?? 1);
  const visible = placement && { placement: viewPlacement(page, placement), appearance: build() };
  return addSignatureField(increment, { page, name: fieldName, ...visible }, signature);
}

/** A full stop parts the names of a field and its ancestors (ISO 32000-2 12.7.4.2); no name has one itself. */
function requireFreeName(increment: Increment, name: string): void {
  if (name !== "" && !name.includes(".") && !rootFieldNames(increment.document).has(name)) return;
  throw new EngineError(
    "pdf_field_not_found",
    `The PDF has no signature field ${JSON.stringify(name.slice(0, 80))}, and a new one cannot have that name.`,
  );
}
