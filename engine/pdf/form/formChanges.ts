import { EngineError } from "../../error.js";
import type { FormStyle } from "./fieldDrawings.js";
import type { AnyValue, FieldValue } from "./fieldValue.js";
import type { NewFormField } from "./newFormField.js";
import type { TestMark } from "./testMark.js";

/** What is added to a document in one update, be it with a signature or before it. */
export interface FormChanges extends FormStyle {
  /** Put on every page; left out where the document is signed already, or its permissions forbid annotations. */
  readonly mark?: TestMark;
  /** Fields to make; at most 500. */
  readonly fields?: readonly NewFormField[];
  /** Names of fields that the document has and later signers will fill: reserveFields(); at most 500. */
  readonly reserve?: readonly string[];
  /** Values of fields that the document has; at most 500. */
  readonly values?: readonly FieldValue[];
}

const MAX_FIELDS = 500;
/** Characters of all values together: what is to be set in type costs time. */
const MAX_TEXT = 100_000;

/** @throws EngineError `pdf_field_invalid`, `pdf_limit_exceeded` */
export function requireBoundedChanges({ fields = [], reserve = [], values = [] }: FormChanges): void {
  for (const list of [fields, reserve, values]) {
    if (list.length > MAX_FIELDS) {
      const sentence = `More than ${MAX_FIELDS} form fields are to be added or filled at once.`;
      throw new EngineError("pdf_field_invalid", sentence);
    }
  }
  const given: ReadonlyArray<AnyValue | undefined> = [...fields.map(({ value }) => value), ...values];
  const characters = given.reduce((sum, value) => sum + (value?.kind === "text" ? value.text.length : 0), 0);
  if (characters > MAX_TEXT) throw new EngineError("pdf_limit_exceeded", tooMuch);
}

const tooMuch = `The values of the form fields have more than ${MAX_TEXT} characters together.`;
