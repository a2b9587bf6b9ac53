import type { FormDrawing } from "../appearance/formDrawing.js";
import { claimsArchival } from "../archivalClaim.js";
import { type PdfDict, PdfName, type PdfRef, pdfDict } from "../objects.js";
import { textString } from "../textString.js";
import { readTextStyle } from "./defaultAppearance.js";
import type { FieldDrawings } from "./fieldDrawings.js";
import type { FieldToFill } from "./fieldToFill.js";
import { FIELD_FLAGS, kindOf, maxLengthOf } from "./fieldTraits.js";
import { type AnyValue, type DrawingValue, invalidValue } from "./fieldValue.js";
import { fillButton } from "./fillButton.js";
import { handDrawing } from "./handDrawing.js";
import { optionOf } from "./options.js";
import { drawFieldText, fieldText, type TextStyle } from "./textDrawing.js";
import { drawGround } from "./widgetGround.js";

const { comb, combo, fileSelect, multiline, password, readOnly, richText } = FIELD_FLAGS;

/**
 * Fills one field; it is read-only afterwards. Nothing but /V, /AS, /AP and /Ff changes: after a signature nothing else
 * counts as filling in a form.
 * @throws EngineError as fillFields() does
 */
export function fillField(drawings: FieldDrawings, toFill: FieldToFill, value: AnyValue): void {
  const { field } = toFill;
  const kind = kindOf(field);
  const fits = kind === value.kind || (kind === "text" && value.kind === "drawing");
  if (!fits) {
    throw invalidValue(field.name, `is of the kind ${value.kind}, which is not the field's`);
  }
  if (value.kind === "drawing") fillDrawing(drawings, toFill, value);
  else if (value.kind === "text") fillText(drawings, toFill, value.text);
  else if (value.kind === "checkbox" || (field.flags & FIELD_FLAGS.radio) !== 0)
    fillButton(drawings, toFill, value);
  else fillChoice(drawings, toFill, value.option);
  if ((field.flags & readOnly) === 0) drawings.increment.change(field.ref).set("Ff", field.flags | readOnly);
}

function fillText(drawings: FieldDrawings, toFill: FieldToFill, given: string): void {
  const { field } = toFill;
  const { increment } = drawings;
  const { name, flags } = field;
  if ((flags & (password | fileSelect | richText)) !== 0)
    throw invalidValue(name, "cannot be filled in: it is a password, a file or rich text");
  const lines = (flags & multiline) !== 0;
  const text = fieldText(given, lines);
  const maxLength = maxLengthOf(increment.document, field);
  const length = Array.from(text).length;
  if (maxLength !== undefined && length > maxLength)
    throw invalidValue(name, `has ${length} characters, and the field takes ${maxLength}`);
  const cells = !lines && (flags & comb) !== 0 && maxLength !== undefined ? { cells: maxLength } : {};
  const style = { ...readTextStyle(increment.document, field.dict), multiline: lines, ...cells };
  increment.change(field.ref).set("V", textString(text));
  showText(drawings, toFill, text, style);
}

function fillChoice(drawings: FieldDrawings, toFill: FieldToFill, given: string): void {
  const { field } = toFill;
  const { document } = drawings.increment;
  const option = optionOf(document, field, given);
  // What a list box shows is set at its top; in a drop-down list there is one line anyway.
  const style = { ...readTextStyle(document, field.dict), multiline: (field.flags & combo) === 0 };
  drawings.increment.change(field.ref).set("V", textString(option.value));
  showText(drawings, toFill, fieldText(option.shown, false), style);
}

function showText(
  drawings: FieldDrawings,
  { field, widgets }: FieldToFill,
  text: string,
  style: TextStyle,
): void {
  for (const { ref, place, former } of widgets) {
    if (place === undefined) continue;
    const draw = (drawing: FormDrawing) => {
      drawGround(drawing, drawings.increment.document, ref, place);
      drawing.content.marked("Tx", () =>
        drawFieldText(drawing, drawings.typeface, text, place, style, field.name),
      );
    };
    const form = drawings.draw(place, draw, former);
    setAppearance(drawings.increment.change(ref), form);
  }
}

function fillDrawing(drawings: FieldDrawings, { field, widgets }: FieldToFill, value: DrawingValue): void {
  const { increment } = drawings;
  const isButton = kindOf(field) === "drawing";
  // A push button has no value (12.7.5.2.2).
  if (!isButton) {
    const says = value.text ?? ("typed" in value ? value.typed : "");
    increment.change(field.ref).set("V", textString(fieldText(says, false)));
  }
  for (const { ref, place } of widgets) {
    if (place === undefined) continue;
    const form = handDrawing(drawings, value, place, field.name);
    const entries = increment.change(ref);
    setAppearance(entries, form);
    // PDF/A asks for an appearance by state of each button (ISO 19005-2 6.3.3), be it one without states.
    if (!isButton || !claimsArchival(increment.document)) continue;
    entries.set("AP", pdfDict({ N: pdfDict({ Off: form }) })).set("AS", new PdfName("Off"));
  }
}

function setAppearance(entries: PdfDict, form: PdfRef): void {
  entries.set("AP", pdfDict({ N: form }));
}
