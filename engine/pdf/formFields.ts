import { limitExceeded } from "./damage.js";
import type { PdfDocument } from "./document.js";
import { asArray, asDict, type PdfDict, type PdfObject, PdfRef, PdfString } from "./objects.js";
import { readTextString } from "./textString.js";

/** A field of the interactive form (ISO 32000-2 12.7.4): one with a type, at whatever depth. */
export interface FormField {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** Fully qualified: its partial name behind those of its ancestors, with full stops between. */
  readonly name: string;
  /** /FT, its own or inherited: Tx, Btn, Ch, Sig. */
  readonly type: PdfObject | undefined;
  /** /V, its own or inherited, not resolved. */
  readonly value: PdfObject | undefined;
}

/** The interactive form dictionary (12.7.3); undefined where the document has none. */
export function formOf(document: PdfDocument): PdfDict | undefined {
  return asDict(document.resolve(document.catalog.get("AcroForm")));
}

/**
 * The partial names of the form's root fields: a new root field must have none of them.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function rootFieldNames(document: PdfDocument): Set<string> {
  const names = new Set<string>();
  for (const root of rootFields(document)) {
    const name = partialName(document, asDict(document.resolve(root)));
    if (name !== undefined) names.add(name);
  }
  return names;
}

/**
 * Walks over all terminal fields, each once.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function* formFields(document: PdfDocument): Generator<FormField> {
  const seen = new Set<number>();
  for (const root of rootFields(document)) yield* fieldsBelow(document, root, ROOT, seen, 0);
}

interface Ancestors {
  readonly name: string;
  readonly type: PdfObject | undefined;
  readonly value: PdfObject | undefined;
}

const ROOT: Ancestors = { name: "", type: undefined, value: undefined };

function rootFields(document: PdfDocument): PdfObject[] {
  return asArray(document.resolve(formOf(document)?.get("Fields"))) ?? [];
}

function* fieldsBelow(
  document: PdfDocument,
  object: PdfObject,
  above: Ancestors,
  seen: Set<number>,
  depth: number,
): Generator<FormField> {
  const { maxDepth } = document.limits;
  if (depth > maxDepth) throw limitExceeded("form fields nested too deep", "maxDepth", maxDepth);
  const dict = asDict(document.resolve(object));
  if (!(object instanceof PdfRef) || dict === undefined || seen.has(object.num)) return;
  seen.add(object.num);
  const partial = partialName(document, dict);
  const name = partial === undefined ? above.name : above.name === "" ? partial : `${above.name}.${partial}`;
  const own: Ancestors = {
    name,
    type: document.resolve(dict.get("FT")) ?? above.type,
    value: dict.get("V") ?? above.value,
  };
  const kids = asArray(document.resolve(dict.get("Kids"))) ?? [];
  const children = kids.filter((kid) => asDict(document.resolve(kid))?.has("T"));
  if (children.length === 0) yield { ref: object, dict, ...own };
  for (const child of children) yield* fieldsBelow(document, child, own, seen, depth + 1);
}

function partialName(document: PdfDocument, dict: PdfDict | undefined): string | undefined {
  const name = document.resolve(dict?.get("T"));
  return name instanceof PdfString ? readTextString(name) : undefined;
}
