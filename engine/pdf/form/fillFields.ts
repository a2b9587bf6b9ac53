import { EngineError } from "../../error.js";
import type { PdfDocument } from "../document.js";
import { requireFormFilling } from "../encryption/permissions.js";
import { type AppearanceSize, describeWidget, type FieldWidget, sizeOf, widgetRefs } from "../fieldWidget.js";
import { type FormField, formFields } from "../formFields.js";
import type { PdfStream } from "../objects.js";
import { readRectangle } from "../page.js";
import { PageIndex } from "../pageIndex.js";
import { requireAllowed } from "../permissions/requireAllowed.js";
import { ValueReader } from "../valueReader.js";
import { turningMatrix } from "../viewPlacement.js";
import type { FieldDrawings } from "./fieldDrawings.js";
import type { FieldToFill, PlacedWidget } from "./fieldToFill.js";
import { FIELD_FLAGS } from "./fieldTraits.js";
import { type FieldValue, invalidValue, quoted, requireBounded } from "./fieldValue.js";
import { fillField } from "./fillField.js";
import { formerAppearance } from "./formerAppearance.js";
import { requireNoXfa } from "./noXfa.js";

/** A field may be seen in many places; no form has more of one. */
const MAX_WIDGETS = 500;
/** In points. */
const ROUNDING = 1;

/**
 * Fills fields that the document has: their values, and what is seen of them. The fields are read-only afterwards.
 * @throws EngineError `pdf_field_not_found`, `pdf_field_value_invalid`, `pdf_permission_denied` for one that is locked
 *   or filled for good, `pdf_unsupported` for an XFA form, `pdf_damaged`, `pdf_limit_exceeded`; `image_unsupported`,
 *   `image_damaged`, `image_limit_exceeded`, `font_damaged`, `font_shaper_required` for what is drawn
 */
export function fillFields(drawings: FieldDrawings, values: readonly FieldValue[]): void {
  if (values.length === 0) return;
  const { document } = drawings.increment;
  requireFormFilling(document);
  requireNoXfa(document);
  const wanted = new Map<string, FieldValue>();
  for (const value of values) {
    if (wanted.has(value.name)) throw twice(value.name);
    wanted.set(value.name, value);
    requireBounded(value.name, value);
  }
  const reader = new ValueReader(document);
  let index: PageIndex | undefined;
  const pages = () => {
    index ??= new PageIndex(document);
    return index;
  };
  const found = new Set<string>();
  // Fields of one name stand for one field and have one value (ISO 32000-2 12.7.4.2): all of them are filled.
  for (const field of formFields(document)) {
    const value = wanted.get(field.name);
    if (value === undefined) continue;
    found.add(field.name);
    requireAllowed(document, { kind: "fieldValue", fieldName: field.name });
    requireFillable(document, field);
    fillField(drawings, fieldToFill(reader, field, pages), value);
  }
  for (const name of wanted.keys()) {
    if (!found.has(name))
      throw new EngineError("pdf_field_not_found", `The PDF has no form field ${quoted(name)}.`);
  }
}

function fieldToFill(values: ValueReader, field: FormField, pages: () => PageIndex): FieldToFill {
  const refs = widgetRefs(values, field);
  if (refs.length > MAX_WIDGETS) {
    const sentence = `The field ${quoted(field.name)} of the PDF is in more than ${MAX_WIDGETS} places.`;
    throw new EngineError("pdf_limit_exceeded", sentence);
  }
  const widgets = refs.map((ref) => placed(values.document, describeWidget(values.document, ref, pages)));
  return { field, widgets };
}

function placed(document: PdfDocument, widget: FieldWidget): PlacedWidget {
  const { ref } = widget;
  const seen = sizeOf(widget);
  if (seen === undefined) return { ref, place: undefined, former: undefined };
  const former = formerAppearance(document, ref);
  const size = (former && sizeBefore(document, former, seen)) ?? seen;
  const matrix = turningMatrix(widget.turned, size.width, size.height);
  // What we made for an empty field has nothing that a successor would keep.
  return { ref, place: { ...size, matrix }, former: former?.raw.length ? former : undefined };
}

/**
 * The size of the appearance that a widget has, where it is the widget's but for rounding. The new one gets the same
 * /BBox: after a signature, a change of that entry is none that validators know of form filling.
 */
function sizeBefore(
  document: PdfDocument,
  former: PdfStream,
  { width, height }: AppearanceSize,
): AppearanceSize | undefined {
  const box = readRectangle(document, former.dict.get("BBox"));
  if (box === undefined || box.left !== 0 || box.bottom !== 0) return undefined;
  const near = Math.abs(box.right - width) < ROUNDING && Math.abs(box.top - height) < ROUNDING;
  return near ? { width: box.right, height: box.top } : undefined;
}

/**
 * A read-only field that has a value was filled for good, by us or by its author. One without waits for a program:
 * those that we make are read-only from the start, so that nobody types into them in a viewer.
 */
function requireFillable(document: PdfDocument, field: FormField): void {
  if ((field.flags & FIELD_FLAGS.readOnly) === 0) return;
  if (document.resolve(field.value) === undefined && (field.flags & FIELD_FLAGS.pushButton) === 0) return;
  throw new EngineError(
    "pdf_permission_denied",
    `The field ${quoted(field.name)} of the PDF is read-only and filled already.`,
  );
}

function twice(name: string): EngineError {
  return invalidValue(name, "is given twice");
}
