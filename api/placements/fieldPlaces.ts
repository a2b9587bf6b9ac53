import type { PdfDocument } from "../../engine/pdf/document.js";
import type { FormFieldView } from "../../engine/pdf/form/formFieldsOf.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import { viewSize } from "../../engine/pdf/viewPlacement.js";
import { Failure } from "../failure/failure.js";
import type { PlacementKind } from "../orders/order.js";
import type { PlaceOnPage } from "./markerPlaces.js";

/** The kind of form field that can hold what a placement asks for; initials and drawings need a field of ours. */
const fieldKinds: Readonly<Record<PlacementKind, FormFieldView["kind"] | null>> = {
  signature: "signature",
  initials: null,
  text: "text",
  date: "text",
  name: "text",
  checkbox: "checkbox",
};

/**
 * Finds a form field that stands in a document, and where its reader sees it.
 * @param fields those of the document
 * @param param path of the placement, for refusals
 * @throws Failure `placement_invalid` for a field that is not there, is of another kind, is filled already or is not seen
 */
export function fieldPlace(
  pdf: PdfDocument,
  fields: ReadonlyMap<string, FormFieldView>,
  kind: PlacementKind,
  name: string,
  param: string,
): PlaceOnPage & { readonly field: FormFieldView } {
  const refuse = (why: string) =>
    new Failure("placement_invalid", `${param}.field: ${JSON.stringify(name.slice(0, 80))} ${why}.`, {
      param,
    });
  const field = fields.get(name);
  if (field === undefined) throw refuse("is no form field of the document");
  if (fieldKinds[kind] === null) throw refuse(`cannot hold ${kind}; give a page and a box`);
  if (field.kind !== fieldKinds[kind]) throw refuse(`is a ${field.kind} field, which cannot hold a ${kind}`);
  if (field.filled && (field.kind === "signature" || field.readOnly)) throw refuse("is filled already");
  const { placement } = field;
  if (placement === undefined) throw refuse("is not seen on any page");
  const { page, x, y, width, height } = placement;
  const view = viewSize(findPage(pdf, page));
  return { page, box: { x, y: view.height - y - height, width, height }, field };
}
