import { EngineError } from "../../error.js";
import type { FormDrawing } from "../appearance/formDrawing.js";
import type { ImageFile, PreparedImage } from "../appearance/preparedImage.js";
import type { DrawnStrokes } from "../appearance/strokes/drawnStrokes.js";

/** What is written into a text field. */
export interface TextValue {
  readonly kind: "text";
  /** At most 4,000 characters. Line breaks are for fields of several lines only. */
  readonly text: string;
}

export interface CheckboxValue {
  readonly kind: "checkbox";
  readonly checked: boolean;
}

/** What is chosen in a drop-down list, a list box or a group of radio buttons. */
export interface ChoiceValue {
  readonly kind: "choice";
  /** An option of the field, by its value or as it is shown; in a drop-down list that takes other text, any. */
  readonly option: string;
}

/**
 * Draws into a form XObject of a size in points; the same for every field of that size.
 * @param archival whether the document promises to be PDF/A
 */
export type DrawForm = (
  drawing: FormDrawing,
  size: { readonly width: number; readonly height: number },
  archival: boolean,
) => void;

/**
 * A picture, a pen's strokes or typed initials, as large as the field allows and in its middle; or whatever is drawn over
 * all of the field.
 */
export type DrawingValue = {
  readonly kind: "drawing";
  /** What the drawing says, for who cannot see it: the field's value; typed initials say themselves. */
  readonly text?: string;
} & (
  | { readonly image: ImageFile | PreparedImage }
  | { readonly strokes: DrawnStrokes }
  | { readonly typed: string }
  | { readonly draw: DrawForm }
);

export type AnyValue = TextValue | CheckboxValue | ChoiceValue | DrawingValue;

/** What a field of the document is filled with. */
export type FieldValue = AnyValue & {
  /** The field's fully qualified name. */
  readonly name: string;
};

const MAX_TEXT = 4000;
/** Initials and names; more is no drawing of anybody's hand. */
const MAX_TYPED = 120;

/** @throws EngineError `pdf_field_value_invalid` for text that is too long for any field */
export function requireBounded(name: string, value: AnyValue): void {
  const [text, most] =
    value.kind === "text"
      ? [value.text, MAX_TEXT]
      : value.kind === "choice"
        ? [value.option, MAX_TEXT]
        : value.kind === "drawing"
          ? ["typed" in value && value.text === undefined ? value.typed : (value.text ?? ""), MAX_TYPED]
          : ["", 0];
  if (text.length > most) throw invalidValue(name, `has more than ${most} characters`);
  if (value.kind !== "drawing" || !("typed" in value)) return;
  if (value.typed.trim() === "") throw invalidValue(name, "has no character to draw");
  if (value.typed.length > MAX_TYPED) throw invalidValue(name, `has more than ${MAX_TYPED} characters`);
}

/** The refusal of a value. @param what continues "The value of the field X" */
export function invalidValue(name: string, what: string): EngineError {
  return new EngineError("pdf_field_value_invalid", `The value of the field ${quoted(name)} ${what}.`);
}

/** A field's name in a sentence. */
export function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
