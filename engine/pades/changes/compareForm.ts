import { formOf } from "../../pdf/formFields.js";
import { asDict, type PdfDict, type PdfObject } from "../../pdf/objects.js";
import { addSignatureField, isUnseen } from "./addSignatureField.js";
import { elementsOf, shown } from "./comparePages.js";
import type { Comparison } from "./comparison.js";
import { type FormNode, formNodes, quoted } from "./formNodes.js";
import { sameValue } from "./sameValue.js";

/** Entries of the form that follow from what happens to its fields (ISO 32000-2 Table 224). */
const formRules = new Set(["Fields", "SigFlags", "DR", "DA", "NeedAppearances", "CO"]);

/** What filling in a field changes of it: its value and how that is shown (Tables 164, 166, 226, 228 to 232). */
const filling = new Set(["V", "AP", "AS", "F", "Ff", "DA", "Q", "DS", "RV", "MK", "I", "TI", "M"]);
const nodeRules = new Set([...filling, "Kids", "Parent", "P"]);

/** Of a field that is signed these must stay: the signature, and what is seen of it. */
const ofSignature = ["V", "AP", "AS"];

/** What an appearance follows from; where none of it is changed, it shows what nobody filled in. */
const ofValue = new Set(["V", "AS", "RV"]);

/** The fields of both revisions, for whoever meets their widgets. */
export interface ComparedForm {
  readonly before: ReadonlyMap<number, FormNode>;
  readonly after: ReadonlyMap<number, FormNode>;
}

/**
 * Compares the fields of the form: filled, signed, added, removed, or made into others.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function compareForm(comparison: Comparison): ComparedForm {
  const { before, after, changes } = comparison;
  const was = formOf(before);
  const is = formOf(after);
  const form = { before: formNodes(before), after: formNodes(after) };
  comparison.leaveOut(before.catalog.get("AcroForm"));
  if (was !== undefined && is !== undefined) {
    for (const key of comparison.differing(was, is, formRules))
      changes.add("form", `The form has another /${shown(key)}.`);
    compareResources(comparison, was.get("DR"), is.get("DR"));
    compareOrderAndDrawing(comparison, form, was, is);
    if (was.get("Fields") !== undefined) compareDirectFields(comparison, was, is);
  } else if (was !== undefined) changes.add("form", "The form was removed.");
  for (const node of form.before.values()) {
    const now = form.after.get(node.ref.num);
    if (now === undefined || now.parent !== node.parent || now.name !== node.name) {
      changes.add(
        node.isSignature && node.value !== undefined ? "signature_changed" : "form",
        `The field ${quoted(node.name)} was removed or put elsewhere.`,
        { fieldName: node.name },
      );
    } else compareNode(comparison, node, now);
  }
  for (const node of form.after.values())
    if (!form.before.has(node.ref.num)) addedNode(comparison, form, node);
  return form;
}

/** The order in which fields are calculated, and whether the reader is to draw them itself (Table 224). */
function compareOrderAndDrawing(
  { before, after, changes }: Comparison,
  form: ComparedForm,
  was: PdfDict,
  is: PdfDict,
): void {
  // The fields themselves are compared one by one.
  if (!sameValue(before.resolve(was.get("CO")), after.resolve(is.get("CO"))))
    changes.add("form", "The form has another /CO.");
  const drawnBefore = before.resolve(was.get("NeedAppearances")) === true;
  const drawnNow = after.resolve(is.get("NeedAppearances")) === true;
  const isFilled = [...form.before.values()].some(({ isSignature, value }) => !isSignature && value);
  // What a field is drawn as and what its value says can be two things.
  if (drawnBefore !== drawnNow && isFilled)
    changes.add("object", "Whether the reader is to draw the fields of the form anew was changed.");
}

/** Resources for fields: more may come, those that are there stay. */
function compareResources(
  comparison: Comparison,
  was: PdfObject | undefined,
  is: PdfObject | undefined,
): void {
  const { before, after, changes } = comparison;
  const one = asDict(before.resolve(was));
  const other = asDict(after.resolve(is));
  for (const [category, resources] of one ?? []) {
    const old = before.resolve(resources);
    const now = after.resolve(other?.get(category));
    const entries = asDict(old);
    const kept =
      entries === undefined
        ? sameValue(old, now)
        : [...entries].every(([name, value]) => sameValue(value, asDict(now)?.get(name)));
    // What is within; the dictionaries themselves may have grown, where no page uses them.
    const within = entries === undefined ? old : [...entries.values()];
    if (!comparison.isKept(within) || !kept)
      changes.add("form", "Resources of the form's fields were changed.");
  }
}

/** Fields that are no objects of their own cannot be told apart: all of them stay as they are. */
function compareDirectFields(comparison: Comparison, was: PdfDict, is: PdfDict): void {
  const direct = (document: Comparison["before"], form: PdfDict) =>
    elementsOf(document, form.get("Fields")).filter((element) => asDict(element) !== undefined);
  const one = direct(comparison.before, was);
  if (!sameValue(one, direct(comparison.after, is)) || !comparison.isKept(one))
    comparison.changes.add("form", "A field of the form was changed.");
}

function compareNode(comparison: Comparison, was: FormNode, is: FormNode): void {
  const { changes } = comparison;
  const about = { fieldName: was.name };
  const signed = was.isSignature && comparison.before.resolve(was.value) !== undefined;
  // Actions that reset, submit or hide fields lead to these.
  for (const key of comparison.differing(was.dict, is.dict, nodeRules, "Fields"))
    changes.add("form", `The field ${quoted(was.name)} has another /${shown(key)}.`, about);
  if (!sameValue(was.dict.get("P"), is.dict.get("P")) && was.dict.has("P"))
    changes.add("form", `The field ${quoted(was.name)} was put on another page.`, about);
  const different = [...filling].filter((key) => {
    const kept = comparison.isKept(was.dict.get(key));
    return !sameValue(was.dict.get(key), is.dict.get(key)) || !kept;
  });
  if (signed) {
    if (isUnseen(comparison.before, was.dict) !== isUnseen(comparison.after, is.dict))
      changes.add(
        "signature_changed",
        `What is seen of the signature in ${quoted(was.name)} is another.`,
        about,
      );
    if (ofSignature.some((key) => different.includes(key)))
      changes.add(
        "signature_changed",
        `The signature in the field ${quoted(was.name)} is another one.`,
        about,
      );
    return;
  }
  if (different.length === 0) return;
  if (was.isSignature) addSignatureField(comparison, is);
  else compareFilling(comparison, was, is, different);
}

/** @param different entries of what filling in changes */
function compareFilling(
  comparison: Comparison,
  was: FormNode,
  is: FormNode,
  different: readonly string[],
): void {
  const { before, after, changes } = comparison;
  const about = { fieldName: was.name };
  if (isUnseen(before, was.dict) && !isUnseen(after, is.dict)) revealed(comparison, was);
  else if (
    different.includes("AP") &&
    !different.some((key) => ofValue.has(key)) &&
    sameValue(was.value, is.value)
  ) {
    const message = `The field ${quoted(was.name)} looks different, though its value is the same.`;
    changes.add("object", message, about);
  } else changes.add("form_filled", `The field ${quoted(was.name)} was filled in.`, about);
}

function revealed({ changes }: Comparison, { name }: FormNode): void {
  changes.add("form", `The field ${quoted(name)}, which nobody could see, is shown.`, { fieldName: name });
}

function addedNode(comparison: Comparison, { before }: ComparedForm, node: FormNode): void {
  const above = before.get(node.parent);
  if (node.isSignature && above === undefined) addSignatureField(comparison, node);
  else if (node.isSignature && above?.isSignature && above.value === undefined)
    addSignatureField(comparison, node);
  else {
    const message = `A field ${quoted(node.name)} was added.`;
    comparison.changes.add("form", message, { fieldName: node.name });
  }
}
