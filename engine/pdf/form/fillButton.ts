import type { PdfDocument } from "../document.js";
import { asDict, type PdfDict, PdfName, pdfDict } from "../objects.js";
import { ValueReader } from "../valueReader.js";
import type { DrawingPlace, FieldDrawings } from "./fieldDrawings.js";
import type { FieldToFill, PlacedWidget } from "./fieldToFill.js";
import { type CheckboxValue, type ChoiceValue, invalidValue } from "./fieldValue.js";
import { optionsOf } from "./options.js";
import { tick } from "./tick.js";

/** The state in which a check box or radio button is not chosen (ISO 32000-2 12.7.5.2.3). */
export const OFF = "Off";
/** The state of a ticked check box that has no appearance of its own. */
export const ON = "Yes";

/**
 * Ticks a check box or chooses a radio button: the field's value is the name of a state, and each of its widgets shows
 * that state if it has it. How a state looks is for the field's author to say; a check box without any gets a tick.
 * @throws EngineError `pdf_field_value_invalid`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function fillButton(
  drawings: FieldDrawings,
  { field, widgets }: FieldToFill,
  value: CheckboxValue | ChoiceValue,
): void {
  const { increment } = drawings;
  const { document } = increment;
  const states = widgets.map((widget) => onStateOf(document, widget));
  const chosen =
    value.kind === "checkbox"
      ? value.checked
        ? (states.find((state) => state !== undefined) ?? ON)
        : OFF
      : radioState(new ValueReader(document), field, states, value.option);
  for (const [i, { ref, place }] of widgets.entries()) {
    const state = states[i] ?? ON;
    const entries = increment.change(ref);
    if (states[i] === undefined && place !== undefined)
      entries.set("AP", checkboxAppearance(drawings, place));
    entries.set("AS", new PdfName(state === chosen ? chosen : OFF));
  }
  increment.change(field.ref).set("V", new PdfName(chosen));
}

/** The state by whose name a button of a group is chosen: its own, or that of an option by its place (Table 230). */
function radioState(
  values: ValueReader,
  field: FieldToFill["field"],
  states: ReadonlyArray<string | undefined>,
  option: string,
): string {
  if (option !== OFF && states.includes(option)) return option;
  const place = optionsOf(values, field).findIndex(({ value }) => value === option);
  const state = states[place];
  if (state === undefined) throw invalidValue(field.name, "is none of its options");
  return state;
}

/** The name of a widget's first state but Off; undefined where it has no appearance for one. */
export function onStateOf(document: PdfDocument, { ref }: Pick<PlacedWidget, "ref">): string | undefined {
  const appearance = asDict(document.resolve(asDict(document.resolve(ref))?.get("AP")));
  const states = asDict(document.resolve(appearance?.get("N")));
  return states && [...states.keys()].find((state) => state !== OFF);
}

/** The appearances of a check box that has none: a tick, or nothing. */
export function checkboxAppearance(drawings: FieldDrawings, place: DrawingPlace): PdfDict {
  return pdfDict({ N: pdfDict({ [ON]: tick(drawings, place), [OFF]: drawings.empty(place) }) });
}
