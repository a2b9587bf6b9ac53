import { limitExceeded } from "../../pdf/damage.js";
import type { PdfDocument } from "../../pdf/document.js";
import { formOf } from "../../pdf/formFields.js";
import { asDict, isName, type PdfDict, type PdfObject, PdfRef } from "../../pdf/objects.js";
import { ValueReader } from "../../pdf/valueReader.js";

/** A field, a part of one, or its widget: a node of the field tree (ISO 32000-2 12.7.4). */
export interface FormNode {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** Fully qualified name of the field that it is or belongs to. */
  readonly name: string;
  /** Number of the node above; 0 for a root. */
  readonly parent: number;
  readonly isSignature: boolean;
  /** /V, its own or inherited, as it is written. */
  readonly value: PdfObject | undefined;
}

/**
 * All nodes of a document's field tree, by object number, widgets included; fields that are no objects of their own are
 * not among them, and are compared with the array they stand in.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function formNodes(document: PdfDocument): ReadonlyMap<number, FormNode> {
  const nodes = new Map<number, FormNode>();
  const values = new ValueReader(document);
  const { maxDepth } = document.limits;
  const visit = (object: PdfObject, above: FormNode | null, depth: number): void => {
    if (depth > maxDepth) throw limitExceeded("form fields nested too deep", "maxDepth", maxDepth);
    if (!(object instanceof PdfRef) || nodes.has(object.num)) return;
    const dict = asDict(document.resolve(object));
    if (dict === undefined) return;
    const partial = values.text(dict.get("T"));
    const names = [above?.name ?? "", partial ?? ""].filter((name) => name !== "");
    const type = document.resolve(dict.get("FT"));
    const node: FormNode = {
      ref: object,
      dict,
      name: names.join("."),
      parent: above?.ref.num ?? 0,
      isSignature: type === undefined ? (above?.isSignature ?? false) : isName(type, "Sig"),
      value: dict.get("V") ?? above?.value,
    };
    values.countText(node.name.length);
    nodes.set(object.num, node);
    for (const kid of values.elements(dict.get("Kids"))) visit(kid, node, depth + 1);
  };
  for (const root of values.elements(formOf(document)?.get("Fields"))) visit(root, null, 0);
  return nodes;
}

/** A field's name on its way into a message. */
export const quoted = (name: string): string => JSON.stringify(name.replace(/\p{C}/gu, " ").slice(0, 120));
