import type { PdfDocument } from "../../pdf/document.js";
import { asDict, isName, type PdfObject, PdfRef, PdfStream } from "../../pdf/objects.js";
import type { ComparedForm } from "./compareForm.js";
import { type ComparedPage, elementsOf } from "./comparePages.js";
import type { Comparison } from "./comparison.js";
import { sameValue } from "./sameValue.js";

/** Entries that lead away from an annotation: to its page, its field, and others of the page. */
const leadAway = new Set(["P", "Parent", "Popup", "IRT"]);

/**
 * Compares the annotations of a page: removed, added, changed. The widgets of fields are the form's.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function compareAnnotations(
  comparison: Comparison,
  form: ComparedForm,
  { number: page, before, after }: ComparedPage,
): void {
  const { changes } = comparison;
  const was = elementsOf(comparison.before, before.get("Annots"));
  const is = elementsOf(comparison.after, after.get("Annots"));
  const remaining = new Set(is.flatMap((element) => (element instanceof PdfRef ? element.num : [])));
  for (const element of was) {
    if (!(element instanceof PdfRef)) continue;
    if (!remaining.has(element.num)) removed(comparison, form, element, page);
    else if (!form.before.has(element.num)) compareOne(comparison, element, page);
  }
  const known = new Set(was.flatMap((element) => (element instanceof PdfRef ? element.num : [])));
  for (const element of is) {
    if (!(element instanceof PdfRef) || known.has(element.num)) continue;
    added(comparison, form, element, page);
  }
  compareOrder(comparison, form, was, is, page);
  const direct = (elements: readonly PdfObject[]) =>
    elements.filter((element) => !(element instanceof PdfRef));
  const [one, other] = [direct(was), direct(is)];
  if (!sameValue([...one], [...other]) || !comparison.isKept([...one]))
    changes.add("annotation", `An annotation of page ${page} was changed.`, { page });
}

/** What lies above what: of two that cover each other the later one is seen. */
function compareOrder(
  { changes }: Comparison,
  form: ComparedForm,
  was: readonly PdfObject[],
  is: readonly PdfObject[],
  page: number,
): void {
  const numbers = (elements: readonly PdfObject[]) => [
    ...new Set(elements.flatMap((element) => (element instanceof PdfRef ? element.num : []))),
  ];
  const [one, other] = [new Set(numbers(was)), new Set(numbers(is))];
  const remaining = [...one].filter((num) => other.has(num));
  const now = [...other].filter((num) => one.has(num));
  if (remaining.every((num, index) => num === now[index])) return;
  const message = `The annotations of page ${page} were put in another order, and those that lie above others with it.`;
  changes.add(remaining.some((num) => form.before.has(num)) ? "object" : "annotation", message, { page });
}

function compareOne(comparison: Comparison, ref: PdfRef, page: number): void {
  const dict = asDict(comparison.before.resolve(ref));
  let kept = !comparison.isOther(ref);
  for (const [key, value] of dict ?? []) if (!leadAway.has(key) && !comparison.isKept(value)) kept = false;
  if (!kept) comparison.changes.add("annotation", `An annotation of page ${page} was changed.`, { page });
}

function removed(comparison: Comparison, form: ComparedForm, ref: PdfRef, page: number): void {
  const node = form.before.get(ref.num);
  if (node === undefined)
    comparison.changes.add("annotation", `An annotation of page ${page} was removed.`, { page });
  else {
    const signed = node.isSignature && node.value !== undefined;
    const message = `What is seen of a field on page ${page} was removed.`;
    comparison.changes.add(signed ? "signature_changed" : "form", message, { page, fieldName: node.name });
  }
}

function added(comparison: Comparison, form: ComparedForm, ref: PdfRef, page: number): void {
  const { after, changes } = comparison;
  const value = after.resolve(ref);
  if (value instanceof PdfStream) {
    // An array of streams can be a page's contents as well.
    changes.add("page_content", `A stream stands among the annotations of page ${page}.`, { page });
    return;
  }
  if (asDict(value) === undefined) {
    changes.add("object", `Something that is no annotation stands among those of page ${page}.`, { page });
    return;
  }
  const node = form.after.get(ref.num);
  if (node === undefined) {
    const what = isWidget(after, value) ? "A widget that belongs to no field" : "An annotation";
    changes.add("annotation", `${what} was added to page ${page}.`, { page });
    return;
  }
  const was = form.before.get(ref.num);
  // A field that is signed now may be shown from now on; one that was signed already is to stay as it was.
  if (was !== undefined && (!was.isSignature || was.value !== undefined)) {
    const message = `The field ${JSON.stringify(node.name.slice(0, 120))} is shown on page ${page} now.`;
    changes.add("form", message, { page, fieldName: node.name });
  }
}

const isWidget = (document: PdfDocument, value: PdfObject | undefined): boolean =>
  isName(document.resolve(asDict(value)?.get("Subtype")), "Widget");
