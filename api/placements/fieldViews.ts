import { publicId } from "../ids/id.js";
import type { Placement } from "../orders/order.js";
import { isImageValue } from "./initialsImage.js";
import { isInvisible } from "./signatureWidget.js";

/** A placement of a signer, and what stands in it: points from the top left of the page as a reader sees it. */
export interface FieldView {
  id: string;
  object: "field";
  document: string;
  kind: "signature" | "initials" | "text" | "date" | "checkbox" | "name";
  /** Your key of the value. */
  name: string | null;
  label: string | null;
  /** The form field of the document that it is. */
  field: string | null;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  required: boolean;
  read_only: boolean;
  /** Null while it is empty, where it fills itself, and for drawn initials. */
  value: string | null;
  /** Whether something stands in it: a value, or drawn initials. */
  filled: boolean;
  /** Of a signature: whether it looks as you said, and not as signatures do. */
  own_appearance: boolean;
}

export function presentField(placement: Placement): FieldView {
  return {
    id: publicId("plc", placement.id),
    object: "field",
    document: publicId("doc", placement.documentId),
    kind: placement.kind,
    name: placement.name,
    label: placement.label,
    field: placement.fieldName,
    page: placement.page,
    x: placement.x,
    y: placement.y,
    width: placement.width,
    height: placement.height,
    required: placement.required,
    read_only: placement.readOnly,
    value: shown(placement.value),
    filled: placement.value !== null,
    own_appearance: placement.appearance !== null,
  };
}

/** A place to sign or to fill in, as the signer's page is told: points from the top left of the page as seen. */
export interface PositionView {
  /** Key of its value in `PUT fields`. */
  id: string;
  document_id: string;
  role: string;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
  kind: "signature" | "initials" | "text" | "date" | "checkbox" | "name";
  label: string;
  name: string | null;
  required: boolean;
  read_only: boolean;
  /** A date as `YYYY-MM-DD`, a checkbox as `true` or `false`; null where it is empty, fills itself or was drawn. */
  value: string | null;
  /** Whether something stands in it: a value, or drawn initials. */
  filled: boolean;
  /** Of a signature: whether it looks as the sender says, whatever the signer types or draws. */
  own_appearance: boolean;
  options: { max_length: number | null; multiline: boolean };
}

/** Places that a signer is shown: not that of a signature which nobody sees. */
export function presentPositions(placements: readonly Placement[]): PositionView[] {
  return placements.filter((placement) => !isInvisible(placement)).map(presentPosition);
}

function presentPosition(placement: Placement): PositionView {
  return {
    id: publicId("plc", placement.id),
    document_id: publicId("doc", placement.documentId),
    role: "signer",
    page: placement.page,
    x: placement.x,
    y: placement.y,
    w: placement.width,
    h: placement.height,
    kind: placement.kind,
    label: placement.label ?? "",
    name: placement.name,
    required: placement.required,
    read_only: placement.readOnly,
    value: shown(placement.value),
    filled: placement.value !== null,
    own_appearance: placement.appearance !== null,
    options: {
      max_length: placement.options.maxLength ?? null,
      multiline: placement.options.multiline ?? false,
    },
  };
}

function shown(value: string | null): string | null {
  return value !== null && isImageValue(value) ? null : value;
}

/** What is filled in. */
export interface FieldsRequest {
  /**
   * By the field's id, or by your own name of it: a text; a date as `YYYY-MM-DD`; of a checkbox `true` or `false`; of
   * initials at most 8 characters, or a PNG as `data:image/png;base64,…`. An empty text empties the field.
   */
  values: Record<string, string>;
}

export interface FieldsView {
  data: FieldView[];
}
