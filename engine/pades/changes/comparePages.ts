import { asArray, asDict, type PdfDict, type PdfObject, PdfRef } from "../../pdf/objects.js";
import { walkPages } from "../../pdf/pageTree.js";
import type { Comparison } from "./comparison.js";

/** Entries of a page that have rules of their own, or say nothing of what it shows (ISO 32000-2 Table 31). */
const ownRules = new Set(["Parent", "Annots", "LastModified", "Metadata", "Tabs", "StructParents"]);

/** A page that both revisions have. */
export interface ComparedPage {
  readonly number: number;
  readonly before: PdfDict;
  readonly after: PdfDict;
}

/**
 * Compares what the pages show: which there are, in which order, and their contents with all that these use. Their
 * annotations are for `compareAnnotations`.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function comparePages(comparison: Comparison): ComparedPage[] {
  const { before, after, changes } = comparison;
  const was = Array.from(walkPages(before), ({ ref }) => ref);
  const is = Array.from(walkPages(after), ({ ref }) => ref);
  // Links and outlines lead to pages; each is looked at once, as a page.
  for (const ref of was) comparison.leaveOut(ref);
  comparison.leaveOut(before.catalogRef);
  if (was.length !== is.length) {
    changes.add("pages", `The document has ${is.length} pages, and had ${was.length} when it was signed.`);
  } else if (was.some((ref, index) => ref.num !== is[index]!.num || ref.gen !== is[index]!.gen)) {
    changes.add("pages", "Pages of the document were exchanged or put in another order.");
  } else {
    const sameNodes = samePageTree(comparison, before.catalog.get("Pages"), after.catalog.get("Pages"));
    if (!sameNodes) changes.add("pages", "The page tree was changed, and what its pages inherit from it.");
  }
  const pages: ComparedPage[] = [];
  for (const [index, ref] of was.entries()) {
    const one = asDict(before.resolve(ref));
    const other = asDict(after.resolve(ref));
    if (one === undefined || other === undefined) continue;
    pages.push({ number: index + 1, before: one, after: other });
    const page = index + 1;
    for (const key of comparison.differing(one, other, ownRules))
      changes.add("page_content", `Page ${page} has another /${shown(key)}.`, { page });
  }
  return pages;
}

/** All of the page tree but its pages, which are left out of the comparison by then. */
function samePageTree(
  comparison: Comparison,
  one: PdfObject | undefined,
  other: PdfObject | undefined,
): boolean {
  const same =
    one instanceof PdfRef && other instanceof PdfRef && one.num === other.num && one.gen === other.gen;
  return comparison.isKept(one) && same;
}

/** The elements of an array that may be an object of its own. */
export function elementsOf(
  document: Comparison["before"],
  array: PdfObject | undefined,
): readonly PdfObject[] {
  return asArray(document.resolve(array)) ?? [];
}

/** A stranger's name on its way into a message. */
export const shown = (name: string): string => name.replace(/[^\x21-\x7e]/g, "?").slice(0, 60);
