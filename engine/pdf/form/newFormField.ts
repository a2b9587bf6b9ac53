import { EngineError } from "../../error.js";
import type { Placement } from "../viewPlacement.js";
import {
  type CheckboxValue,
  type DrawingValue,
  quoted,
  requireBounded,
  type TextValue,
} from "./fieldValue.js";

/** A field to be made: its own widget annotation, which nobody can fill in a viewer, and empty unless it has a value. */
export type NewFormField = {
  /** Of a root field that the form does not have yet: 1 to 120 characters without a full stop. */
  readonly name: string;
  readonly placement: Placement;
  /** What a screen reader calls it, and viewers show beside the pointer; at most 500 characters. The name if absent. */
  readonly label?: string;
  readonly required?: boolean;
} & (NewTextField | NewCheckbox | NewDrawingField | NewEmptySignatureField);

export interface NewTextField {
  readonly kind: "text";
  /** Characters; 1 to 4,000. */
  readonly maxLength?: number;
  /** Whether its text is broken into lines; absent: one line. */
  readonly multiline?: boolean;
  /** In points, 4 to 72, and smaller where the text does not fit otherwise; absent: up to 12, as fits. */
  readonly fontSize?: number;
  readonly value?: TextValue;
}

export interface NewCheckbox {
  readonly kind: "checkbox";
  readonly value?: CheckboxValue;
}

/** A field for initials, or another picture. */
export interface NewDrawingField {
  readonly kind: "drawing";
  readonly value?: DrawingValue;
}

/** A field that waits for a signature: `fieldName` of the signature's options. */
export interface NewEmptySignatureField {
  readonly kind: "signature";
  readonly value?: undefined;
}

const MAX_NAME = 120;
const MAX_LABEL = 500;
const MAX_LENGTH = 4000;
const FONT_SIZE = { least: 4, most: 72 };

/**
 * @param taken names that root fields have
 * @throws EngineError `pdf_field_invalid`, `pdf_field_value_invalid`
 */
export function requireSound(field: NewFormField, taken: ReadonlySet<string>): void {
  const { name, label = "" } = field;
  // A full stop parts the names of a field and its ancestors (12.7.4.2); no name has one itself.
  if (name === "" || name.length > MAX_NAME || name.includes("."))
    throw invalidField(name, `its name must have 1 to ${MAX_NAME} characters and no full stop`);
  if (taken.has(name)) throw invalidField(name, "the form has a field of that name");
  if (label.length > MAX_LABEL) throw invalidField(name, `its label has more than ${MAX_LABEL} characters`);
  if (field.kind === "text") requireSoundText(name, field);
  if (field.value === undefined) return;
  if (field.value.kind !== field.kind) throw invalidField(name, "its value is of another kind");
  requireBounded(name, field.value);
}

function requireSoundText(name: string, { maxLength = 1, fontSize = FONT_SIZE.least }: NewTextField): void {
  if (!Number.isSafeInteger(maxLength) || maxLength < 1 || maxLength > MAX_LENGTH)
    throw invalidField(name, `maxLength must be a whole number from 1 to ${MAX_LENGTH}`);
  if (!(fontSize >= FONT_SIZE.least && fontSize <= FONT_SIZE.most))
    throw invalidField(name, `fontSize must be from ${FONT_SIZE.least} to ${FONT_SIZE.most} points`);
}

function invalidField(name: string, why: string): EngineError {
  return new EngineError(
    "pdf_field_invalid",
    `The field ${quoted(name)} cannot be added to the PDF: ${why}.`,
  );
}
