import type { AnyValue, FieldValue } from "../../engine/pdf/form/fieldValue.js";
import type { NewFormField } from "../../engine/pdf/form/newFormField.js";
import { publicId } from "../ids/id.js";
import type { Placement } from "../orders/order.js";
import { isInvisible, signatureWidget } from "./signatureWidget.js";

/** What a document's form is given in one revision. */
export interface DocumentForm {
  readonly fields: readonly NewFormField[];
  /** Names of fields of the document that somebody fills in after the first signature. */
  readonly reserve: readonly string[];
  readonly values: readonly FieldValue[];
}

/** What is written into a placement; null: nothing. */
export type ValueFor = (placement: Placement) => AnyValue | null;

/**
 * The fields and values that go into the revision of a document's first signature: the fields of all signers, because
 * none can be added after it; the values of whoever signs, and those that were given with the order for good.
 * @param placements of all signers who act, in this document
 * @param signerId whoever signs; null: the values of all
 */
export function firstForm(
  placements: readonly Placement[],
  signerId: string | null,
  valueFor: ValueFor,
): DocumentForm {
  const fields: NewFormField[] = [];
  const reserve: string[] = [];
  const values: FieldValue[] = [];
  for (const placement of withoutWidgets(placements)) {
    const filled = signerId === null || placement.signerId === signerId || isGiven(placement);
    const value = filled ? valueFor(placement) : null;
    if (placement.fieldName === null) fields.push(newField(placement, value));
    else if (value !== null) values.push({ ...value, name: placement.fieldName });
    else reserve.push(placement.fieldName);
  }
  return { fields, reserve, values };
}

/** As `firstForm`, for whoever signs later: the fields are there, and what was given for good stands in them. */
export function laterForm(
  placements: readonly Placement[],
  signerId: string,
  valueFor: ValueFor,
): DocumentForm {
  const values = withoutWidgets(placements).flatMap((placement): FieldValue[] => {
    const value = placement.signerId !== signerId || isGiven(placement) ? null : valueFor(placement);
    return value === null ? [] : [{ ...value, name: fieldNameOf(placement) }];
  });
  return { fields: [], reserve: [], values };
}

/** The name of a placement's form field: the document's own, or one that no document has by chance. */
function fieldNameOf({ id, fieldName }: Placement): string {
  return fieldName ?? publicId("plc", id);
}

function isGiven({ readOnly, value }: Placement): boolean {
  return readOnly && value !== null;
}

/** What is left when each signer's signature stands in a field of its own. */
function withoutWidgets(placements: readonly Placement[]): Placement[] {
  const bySigner = Map.groupBy(placements, ({ signerId }) => signerId);
  const widgets = new Set([...bySigner.values()].map(signatureWidget));
  return placements.filter((placement) => !widgets.has(placement) && !isInvisible(placement));
}

function newField(placement: Placement, value: AnyValue | null): NewFormField {
  const { kind, label, name, required, options, page, x, y, width, height } = placement;
  const common = {
    name: fieldNameOf(placement),
    placement: { page, x, y, width, height, origin: "top-left" as const },
    label: label ?? name ?? kind,
    required,
  };
  if (kind === "checkbox")
    return { ...common, kind: "checkbox", ...(value?.kind === "checkbox" && { value }) };
  if (kind === "signature" || kind === "initials")
    return { ...common, kind: "drawing", ...(value?.kind === "drawing" && { value }) };
  const { maxLength, multiline = false, fontSize } = options;
  return {
    ...common,
    kind: "text",
    multiline,
    ...(maxLength !== undefined && { maxLength }),
    ...(fontSize !== undefined && { fontSize }),
    ...(value?.kind === "text" && { value }),
  };
}
