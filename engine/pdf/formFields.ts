import { limitExceeded } from "./damage.js";
import type { PdfDocument } from "./document.js";
import { asCount, asDict, type PdfDict, type PdfObject, PdfRef } from "./objects.js";
import { ValueReader } from "./valueReader.js";

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
  /** /Ff (Table 227), its own or inherited. */
  readonly flags: number;
}

/** The fields of a form, walked over once. */
interface Form {
  readonly fields: readonly FormField[];
  readonly rootNames: ReadonlySet<string>;
}

/** A document does not change while it is open, so what is found in it stays true. */
const known = new WeakMap<PdfDocument, Form>();

/** The interactive form dictionary (12.7.3); undefined where the document has none. */
export function formOf(document: PdfDocument): PdfDict | undefined {
  return asDict(document.resolve(document.catalog.get("AcroForm")));
}

/**
 * The partial names of the form's root fields: a new root field must have none of them.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function rootFieldNames(document: PdfDocument): ReadonlySet<string> {
  return walked(document).rootNames;
}

/**
 * All terminal fields, each once.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function formFields(document: PdfDocument): readonly FormField[] {
  return walked(document).fields;
}

function walked(document: PdfDocument): Form {
  const form = known.get(document) ?? new FieldWalk(document).form();
  known.set(document, form);
  return form;
}

interface Ancestors {
  readonly name: string;
  readonly type: PdfObject | undefined;
  readonly value: PdfObject | undefined;
  readonly flags: number;
}

const ROOT: Ancestors = { name: "", type: undefined, value: undefined, flags: 0 };

class FieldWalk {
  readonly #fields: FormField[] = [];
  readonly #rootNames = new Set<string>();
  readonly #seen = new Set<number>();

  readonly #values: ValueReader;

  constructor(readonly document: PdfDocument) {
    this.#values = new ValueReader(document);
  }

  form(): Form {
    for (const root of this.#values.elements(formOf(this.document)?.get("Fields")))
      this.#visit(root, ROOT, 0);
    return { fields: this.#fields, rootNames: this.#rootNames };
  }

  #visit(object: PdfObject, above: Ancestors, depth: number): void {
    const { document } = this;
    const { maxDepth } = document.limits;
    if (depth > maxDepth) throw limitExceeded("form fields nested too deep", "maxDepth", maxDepth);
    const dict = asDict(document.resolve(object));
    if (dict === undefined) return;
    const partial = this.#values.text(dict.get("T"));
    if (depth === 0 && partial !== undefined) this.#rootNames.add(partial);
    if (!(object instanceof PdfRef) || this.#seen.has(object.num)) return;
    this.#seen.add(object.num);
    const own: Ancestors = {
      name: partial === undefined ? above.name : above.name === "" ? partial : `${above.name}.${partial}`,
      type: document.resolve(dict.get("FT")) ?? above.type,
      value: dict.get("V") ?? above.value,
      flags: asCount(document.resolve(dict.get("Ff"))) ?? above.flags,
    };
    this.#values.countText(own.name.length);
    const children = this.#values
      .elements(dict.get("Kids"))
      .filter((kid) => asDict(document.resolve(kid))?.has("T"));
    if (children.length === 0) this.#fields.push({ ref: object, dict, ...own });
    for (const child of children) this.#visit(child, own, depth + 1);
  }
}
