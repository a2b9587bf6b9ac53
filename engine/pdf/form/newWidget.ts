import { BLACK } from "../appearance/colour.js";
import { type PdfDict, PdfName, PdfString, pdfDict } from "../objects.js";
import type { PdfPage } from "../page.js";
import { textString } from "../textString.js";
import type { PagePlacement } from "../viewPlacement.js";
import { FONT_NAME } from "./defaultResources.js";
import type { DrawingPlace, FieldDrawings } from "./fieldDrawings.js";
import { FIELD_FLAGS } from "./fieldTraits.js";
import { invalidValue } from "./fieldValue.js";
import { checkboxAppearance, OFF, ON } from "./fillButton.js";
import { handDrawing } from "./handDrawing.js";
import type { NewFormField, NewTextField } from "./newFormField.js";
import { drawFieldText, fieldText } from "./textDrawing.js";

/**
 * Annotation flags (ISO 32000-2 Table 167): Print, which PDF/A asks for, and Locked. And LockedContents, without which
 * viewers made of HTML show an input element in place of the appearance; but not for a field that waits for a signature.
 */
const SIGNATURE_FLAGS = 4 | 128;
const FILLED_FLAGS = SIGNATURE_FLAGS | 512;

/**
 * A field that is its own widget annotation (12.7.5). It has an appearance from the start, as PDF/A asks, and all entries
 * that filling it does not change: after a signature only the others may.
 * @throws EngineError `pdf_field_value_invalid`, and as signatureAppearance() for what is drawn
 */
export function newWidget(
  drawings: FieldDrawings,
  field: NewFormField,
  page: PdfPage,
  rect: PagePlacement["rect"],
  place: DrawingPlace,
): PdfDict {
  const { catalog } = drawings.increment.document;
  // In a tagged document each field has a name to read aloud (ISO 14289-1 7.18.1).
  const label = field.label ?? (catalog.has("StructTreeRoot") ? field.name : undefined);
  const dict = pdfDict({
    Type: new PdfName("Annot"),
    Subtype: new PdfName("Widget"),
    FT: new PdfName(TYPES[field.kind]),
    T: textString(field.name),
    TU: label === undefined ? undefined : textString(label),
    Ff: flagsOf(field) || undefined,
    F: field.kind === "signature" ? SIGNATURE_FLAGS : FILLED_FLAGS,
    P: page.ref,
    Rect: [...rect],
    MK: page.rotate === 0 ? undefined : pdfDict({ R: page.rotate }),
  });
  for (const [key, value] of entriesOf(drawings, field, place)) dict.set(key, value);
  return dict;
}

const TYPES = { text: "Tx", checkbox: "Btn", drawing: "Tx", signature: "Sig" } as const;

function flagsOf(field: NewFormField): number {
  const required = field.required ? FIELD_FLAGS.required : 0;
  if (field.kind === "signature") return required;
  const lines = field.kind === "text" && field.multiline ? FIELD_FLAGS.multiline : 0;
  return FIELD_FLAGS.readOnly | required | lines;
}

/** What the kinds of fields differ in: their value and what is seen of it. */
function entriesOf(drawings: FieldDrawings, field: NewFormField, place: DrawingPlace): PdfDict {
  const seen = (form = drawings.empty(place)) => pdfDict({ N: form });
  switch (field.kind) {
    case "signature":
      return pdfDict({ AP: seen() });
    case "checkbox": {
      const state = field.value && new PdfName(field.value.checked ? ON : OFF);
      return pdfDict({ V: state, AS: state ?? new PdfName(OFF), AP: checkboxAppearance(drawings, place) });
    }
    case "drawing": {
      const { value } = field;
      if (value === undefined) return pdfDict({ DA: defaultAppearance(0), AP: seen() });
      const says = value.text ?? ("typed" in value ? value.typed : "");
      const form = handDrawing(drawings, value, place, field.name);
      return pdfDict({ V: textString(fieldText(says, false)), DA: defaultAppearance(0), AP: seen(form) });
    }
    case "text":
      return textEntries(drawings, field, field.name, place);
  }
}

function textEntries(
  drawings: FieldDrawings,
  { value, maxLength, multiline = false, fontSize = 0 }: NewTextField,
  name: string,
  place: DrawingPlace,
): PdfDict {
  const own = { MaxLen: maxLength, DA: defaultAppearance(fontSize) };
  if (value === undefined) return pdfDict({ ...own, AP: pdfDict({ N: drawings.empty(place) }) });
  const text = fieldText(value.text, multiline);
  const length = Array.from(text).length;
  if (maxLength !== undefined && length > maxLength)
    throw invalidValue(name, `has ${length} characters, and the field takes ${maxLength}`);
  const form = drawings.draw(place, (drawing) =>
    drawing.content.marked("Tx", () =>
      drawFieldText(drawing, drawings.typeface, text, place, { fontSize, colour: BLACK, multiline }, name),
    ),
  );
  return pdfDict({ ...own, V: textString(text), AP: pdfDict({ N: form }) });
}

/** What text in it would be set in by other programs: 0 for a size that fits. */
function defaultAppearance(fontSize: number): PdfString {
  return new PdfString(Buffer.from(`/${FONT_NAME} ${fontSize} Tf 0 g`, "latin1"));
}
