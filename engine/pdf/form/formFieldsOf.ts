import type { PdfDocument } from "../document.js";
import { describeWidget, widgetRefs } from "../fieldWidget.js";
import { type FormField, formFields } from "../formFields.js";
import { isName } from "../objects.js";
import { PageIndex } from "../pageIndex.js";
import { ValueReader } from "../valueReader.js";
import { type Placement, viewedBox } from "../viewPlacement.js";
import { FIELD_FLAGS, type FieldKind, kindOf, maxLengthOf } from "./fieldTraits.js";
import { OFF, onStateOf } from "./fillButton.js";
import { type FieldOption, optionsOf } from "./options.js";

/** A field of a document's form that can be filled or signed. */
export interface FormFieldView {
  /** Fully qualified. */
  readonly name: string;
  /** `drawing` is a push button, which can show a picture; a text field can as well. */
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Whether it has a value; a check box or a group of radio buttons, whether one is chosen. */
  readonly filled: boolean;
  /** What a screen reader calls it (/TU). */
  readonly label?: string;
  /** Characters that a text field takes at most. */
  readonly maxLength?: number;
  /** Whether a text field's text is broken into lines. */
  readonly multiline?: boolean;
  /** What can be chosen. */
  readonly options?: readonly FieldOption[];
  /** Where its reader sees it first, in points; absent when it has no area or is on no page. */
  readonly placement?: Placement;
}

/**
 * The fields of a document's form, in their order; of several of one name, which are one field, the first.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function formFieldsOf(document: PdfDocument): FormFieldView[] {
  const values = new ValueReader(document);
  let index: PageIndex | undefined;
  const pages = () => {
    index ??= new PageIndex(document);
    return index;
  };
  const views = new Map<string, FormFieldView>();
  for (const field of formFields(document)) {
    const kind = kindOf(field);
    if (kind !== undefined && !views.has(field.name)) views.set(field.name, view(values, field, kind, pages));
  }
  return [...views.values()];
}

function view(values: ValueReader, field: FormField, kind: FieldKind, pages: () => PageIndex): FormFieldView {
  const { document } = values;
  const { name, flags, dict } = field;
  const label = values.text(dict.get("TU"));
  const maxLength = kind === "text" ? maxLengthOf(document, field) : undefined;
  const widgets = widgetRefs(values, field);
  const [first] = widgets;
  const widget = first && describeWidget(document, first, pages);
  const value = document.resolve(field.value);
  return {
    name,
    kind,
    required: (flags & FIELD_FLAGS.required) !== 0,
    readOnly: (flags & FIELD_FLAGS.readOnly) !== 0,
    filled: value !== undefined && !isName(value, OFF),
    ...(label !== undefined && { label }),
    ...(maxLength !== undefined && { maxLength }),
    ...(kind === "text" && { multiline: (flags & FIELD_FLAGS.multiline) !== 0 }),
    ...(kind === "choice" && { options: choices(values, field, widgets) }),
    ...(widget?.on &&
      widget.rect && { placement: { page: widget.on.number, ...viewedBox(widget.on.page, widget.rect) } }),
  };
}

/** The options of a list; of radio buttons the states, where there are no options. */
function choices(
  values: ValueReader,
  field: FormField,
  widgets: ReturnType<typeof widgetRefs>,
): readonly FieldOption[] {
  const options = optionsOf(values, field);
  if (options.length > 0 || (field.flags & FIELD_FLAGS.radio) === 0) return options;
  const states = new Set(widgets.flatMap((ref) => onStateOf(values.document, { ref }) ?? []));
  return [...states].map((state) => ({ value: state, shown: state }));
}
