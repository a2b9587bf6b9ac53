import type { FieldValue } from "../../../engine/pdf/form/fieldValue.js";
import type { NewFormField } from "../../../engine/pdf/form/newFormField.js";
import { drawnSignature } from "../../unit/engine/appearance/drawnSignature.js";
import { drawnStrokes } from "../../unit/engine/appearance/drawnStrokes.js";

const box = (row: number, width = 160, height = 20) =>
  ({ page: 1, x: 60, y: 180 + 40 * row, width, height, origin: "top-left" }) as const;

/** Fields of every kind for two signers: the first's have their values when they are made. */
export const fieldsOfTwo: readonly NewFormField[] = [
  {
    name: "ada-city",
    kind: "text",
    placement: box(0),
    label: "City",
    value: { kind: "text", text: "Łódź" },
  },
  {
    name: "ada-agrees",
    kind: "checkbox",
    placement: box(1, 16, 16),
    value: { kind: "checkbox", checked: true },
  },
  {
    name: "ada-initials",
    kind: "drawing",
    placement: box(2, 60, 30),
    value: { kind: "drawing", typed: "AL" },
  },
  { name: "bob-city", kind: "text", placement: box(3), required: true, maxLength: 40 },
  { name: "bob-notes", kind: "text", placement: box(4, 200, 36), multiline: true },
  { name: "bob-agrees", kind: "checkbox", placement: box(5, 16, 16) },
  { name: "bob-refuses", kind: "checkbox", placement: box(6, 16, 16) },
  { name: "bob-initials", kind: "drawing", placement: box(7, 60, 30) },
  { name: "bob-picture", kind: "drawing", placement: box(8, 60, 30) },
  { name: "bob-signs", kind: "signature", placement: box(9, 160, 40) },
];

/** What the second signer fills in. */
export const valuesOfSecond: readonly FieldValue[] = [
  { name: "bob-city", kind: "text", text: "Århus" },
  {
    name: "bob-notes",
    kind: "text",
    text: "One line\nand another one that is longer than the field is wide",
  },
  { name: "bob-agrees", kind: "checkbox", checked: true },
  { name: "bob-refuses", kind: "checkbox", checked: false },
  { name: "bob-initials", kind: "drawing", strokes: drawnStrokes(), text: "BN" },
  { name: "bob-picture", kind: "drawing", image: drawnSignature() },
];
