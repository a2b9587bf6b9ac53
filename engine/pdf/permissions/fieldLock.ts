import { type PdfDict, PdfName, pdfDict } from "../objects.js";
import { textString } from "../textString.js";
import type { ValueReader } from "../valueReader.js";
import { type CertificationLevel, readLevel } from "./certification.js";

/** Which fields nobody may change any more once a signature stands (ISO 32000-2 Tables 236 and 259). */
export interface FieldLock {
  /** All fields; those that `fields` names; all but those. */
  readonly action: "All" | "Include" | "Exclude";
  /** Fully qualified names; one of a field with children stands for all of them. Of no account for All. */
  readonly fields?: readonly string[];
  /** What may still change in the document at all: /P, in the same words as DocMDP's. */
  readonly permissions?: CertificationLevel;
}

/**
 * Reads a signature field lock dictionary, or the parameters of a FieldMDP transform, which have the same entries. One
 * whose /Action is none of the three is taken for All: what it means cannot be known, so nothing of it is broken.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readFieldLock(values: ValueReader, dict: PdfDict): FieldLock {
  const { document } = values;
  const action = document.resolve(dict.get("Action"));
  const fields = values.elements(dict.get("Fields")).flatMap((element) => values.text(element) ?? []);
  const permissions = readLevel(document.resolve(dict.get("P")));
  return {
    action: action instanceof PdfName && isAction(action.name) ? action.name : "All",
    fields,
    ...(permissions && { permissions }),
  };
}

/** Whether a lock forbids to change the field of this fully qualified name. */
export function isLocked({ action, fields = [] }: FieldLock, name: string): boolean {
  if (action === "All") return true;
  const named = fields.some((field) => name === field || name.startsWith(`${field}.`));
  return named === (action === "Include");
}

/** A lock's entries as the two dictionaries have them, without their /Type. */
export function lockEntries({ action, fields = [], permissions }: FieldLock): PdfDict {
  return pdfDict({
    Action: new PdfName(action),
    Fields: action === "All" ? undefined : fields.map(textString),
    P: permissions,
  });
}

function isAction(name: string): name is FieldLock["action"] {
  return name === "All" || name === "Include" || name === "Exclude";
}
