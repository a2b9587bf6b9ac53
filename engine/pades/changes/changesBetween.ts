import { EngineError } from "../../error.js";
import type { PdfDocument } from "../../pdf/document.js";
import { asDict } from "../../pdf/objects.js";
import { hasAmbiguousSection } from "./ambiguousSections.js";
import type { Change } from "./change.js";
import { compareAnnotations } from "./compareAnnotations.js";
import { compareForm } from "./compareForm.js";
import { comparePages, shown } from "./comparePages.js";
import { Comparison } from "./comparison.js";
import { sameValue } from "./sameValue.js";

/** Entries of the catalog that have rules of their own (ISO 32000-2 Table 29). */
const ownRules = new Set([
  ...["Pages", "AcroForm", "Perms", "StructTreeRoot", "MarkInfo"],
  ...["DSS", "Extensions", "Metadata", "Version"],
]);

/** Of them those that say something about the document, and show nothing of it. */
const descriptive = ["Extensions", "Metadata", "Version"] as const;

/** Entries of a trailer that each revision has of its own (Tables 15 and 17). */
const ofTrailer = new Set(
  "Size Prev Root Encrypt Info ID XRefStm Type W Index Filter DecodeParms Length DocChecksum".split(" "),
);

/**
 * What is different in a later revision of a document, and of which kind that is (ISO 32000-2 12.8.2.2). An object that
 * signed content leads to, and that is another one now, is found wherever it stands; only validation data, metadata, the
 * form's fields, annotations and the logical structure have places of their own in which changes are told apart.
 * @param before the bytes of `after` up to some offset, as a document
 * @returns nothing that is thrown about either document: what cannot be compared is a change that cannot be explained
 */
export function changesBetween(before: PdfDocument, after: PdfDocument): readonly Change[] {
  try {
    const comparison = new Comparison(before, after);
    if (hasAmbiguousSection(before, after)) comparison.changes.add("unreadable", AMBIGUOUS);
    if (comparison.changed.size > 0 || !sameTrailer(comparison)) compare(comparison);
    return comparison.changes.all;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const message = `The revisions cannot be compared: ${error.message}`;
    return [{ kind: "unreadable", message, fieldName: null, page: null }];
  }
}

const AMBIGUOUS =
  "A cross-reference section says twice where something stands: programs differ in which counts.";

function sameTrailer({ before, after }: Comparison): boolean {
  const [one, other] = [before, after].map(({ xref }) => xref.newest.trailer);
  return (
    sameValue(before.catalogRef, after.catalogRef) &&
    sameValue(one!.get("Encrypt"), other!.get("Encrypt")) &&
    sameValue(one!.get("Info"), other!.get("Info"))
  );
}

function compare(comparison: Comparison): void {
  const { before, after, changes } = comparison;
  // First what is signed with all that it leads to, then the places in which something may change.
  const pages = comparePages(comparison);
  for (const key of comparison.differing(before.catalog, after.catalog, ownRules))
    changes.add("catalog", `The document's catalog has another /${shown(key)}.`);
  compareTrailer(comparison);
  comparePermissions(comparison);
  const form = compareForm(comparison);
  for (const page of pages) compareAnnotations(comparison, form, page);
  compareStructure(comparison);
  compareDescriptions(comparison);
}

function compareTrailer(comparison: Comparison): void {
  const { before, after, changes } = comparison;
  const [one, other] = [before.xref.newest.trailer, after.xref.newest.trailer];
  const encryption = before.resolve(one.get("Encrypt"));
  if (!sameValue(encryption, after.resolve(other.get("Encrypt"))) || !comparison.isKept(encryption))
    changes.add("encryption", "The document's encryption was changed.");
  // No reader shows what else a trailer leads to; some programs keep files of their own there.
  for (const key of comparison.differing(one, other, ofTrailer))
    changes.add("metadata", `The trailer has another /${shown(key)}.`);
}

/** /Perms (Table 263): a certification that is there stays; usage rights may go, for they are given up by a change. */
function comparePermissions(comparison: Comparison): void {
  const { before, after, changes } = comparison;
  const was = asDict(before.resolve(before.catalog.get("Perms")))?.get("DocMDP");
  const is = asDict(after.resolve(after.catalog.get("Perms")))?.get("DocMDP");
  if (was !== undefined && !sameValue(was, is))
    changes.add("permissions", "The certification of the document was removed or replaced.");
  else if (was === undefined && is !== undefined)
    changes.add("permissions", "The document was certified after it had been signed.");
  if (!comparison.isKept(was)) changes.add("permissions", "The certification of the document was changed.");
}

function compareStructure(comparison: Comparison): void {
  const { before, after, changes } = comparison;
  for (const key of ["StructTreeRoot", "MarkInfo"]) {
    const same = sameValue(before.catalog.get(key), after.catalog.get(key));
    // Annotations and fields are among what is structured, and were looked at.
    if (!comparison.isKept(before.catalog.get(key), "Obj") || !same)
      changes.add("structure", "The logical structure of the document was changed.");
  }
}

function compareDescriptions(comparison: Comparison): void {
  const { before, after, changes } = comparison;
  const store = after.catalog.get("DSS");
  if (!sameValue(before.catalog.get("DSS"), store) || !comparison.isKept(before.catalog.get("DSS")))
    changes.add("validation_data", "Validation data were added to the documentSecurityStore.");
  const described = descriptive.filter((key) => {
    const kept = comparison.isKept(before.catalog.get(key));
    return !sameValue(before.catalog.get(key), after.catalog.get(key)) || !kept;
  });
  const one = before.xref.newest.trailer.get("Info");
  const other = after.xref.newest.trailer.get("Info");
  if (!comparison.isKept(one) || !sameValue(one, other) || described.length > 0)
    changes.add("metadata", "What the document says about itself (its metadata) was changed.");
}
