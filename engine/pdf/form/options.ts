import type { PdfDocument } from "../document.js";
import type { FormField } from "../formFields.js";
import { asArray, isName } from "../objects.js";
import { ValueReader } from "../valueReader.js";
import { FIELD_FLAGS, inheritedEntry } from "./fieldTraits.js";
import { invalidValue } from "./fieldValue.js";

/** What can be chosen. */
export interface FieldOption {
  /** What the field gets as its value. */
  readonly value: string;
  /** What the reader sees. */
  readonly shown: string;
}

/** A country or a town is chosen from some hundreds. */
const MAX_OPTIONS = 5000;

/**
 * /Opt (ISO 32000-2 Table 234; of radio buttons, Table 230): texts, or pairs of a value and what is shown.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function optionsOf(values: ValueReader, { dict }: FormField): FieldOption[] {
  const { document } = values;
  const given = values.elements(inheritedEntry(document, dict, "Opt")).slice(0, MAX_OPTIONS);
  return given.flatMap((option) => {
    const [value, shown] = asArray(document.resolve(option)) ?? [option, option];
    const read = values.text(value);
    return read === undefined ? [] : [{ value: read, shown: values.text(shown) ?? read }];
  });
}

/**
 * The option that is meant, by its value or else by what is shown of it. A drop-down list may take any text.
 * @throws EngineError `pdf_field_value_invalid`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function optionOf(document: PdfDocument, field: FormField, given: string): FieldOption {
  const options = optionsOf(new ValueReader(document), field);
  const found = options.find(({ value }) => value === given) ?? options.find(({ shown }) => shown === given);
  if (found !== undefined) return found;
  const editable = FIELD_FLAGS.combo | FIELD_FLAGS.edit;
  if (isName(field.type, "Ch") && (field.flags & editable) === editable)
    return { value: given, shown: given };
  throw invalidValue(field.name, "is none of its options");
}
