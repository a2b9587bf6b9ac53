import type { PdfDocument } from "./document.js";
import { type CarriedFile, carriedFile } from "./fileSpecification.js";
import { asDict, isName, type PdfObject, PdfRef } from "./objects.js";
import { walkPages } from "./pageTree.js";
import { ReadBudget } from "./readBudget.js";
import { ValueReader } from "./valueReader.js";

/**
 * The files that a document carries, each once: those of the name tree of embedded files, those that it is associated
 * with, and those of annotations (ISO 32000-2 7.11.4, 14.13, 12.5.6.15).
 * @param most files that are looked at
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function* attachedFiles(document: PdfDocument, most: number): Generator<CarriedFile> {
  const values = new ValueReader(document);
  const budget = new ReadBudget(document.limits, document.bytes.length);
  const seen = new Set<number>();
  let left = most;
  for (const specification of specifications(values)) {
    if (left-- <= 0) return;
    const file = carriedFile(values, specification, budget, seen);
    if (file !== null) yield file;
  }
}

function* specifications(values: ValueReader): Generator<PdfObject> {
  const { document } = values;
  const names = asDict(document.resolve(document.catalog.get("Names")));
  yield* namedValues(values, names?.get("EmbeddedFiles"), new Set(), 0);
  yield* values.elements(document.catalog.get("AF"));
  for (const { ref } of walkPages(document)) {
    if (document.hasKey(ref, "Annots") !== true) continue;
    for (const element of values.elements(asDict(document.resolve(ref))?.get("Annots"))) {
      const annotation = asDict(document.resolve(element));
      const file = annotation?.get("FS");
      if (file !== undefined && isName(document.resolve(annotation?.get("Subtype")), "FileAttachment"))
        yield file;
    }
  }
}

/** The values of a name tree (7.9.6). */
function* namedValues(
  values: ValueReader,
  node: PdfObject | undefined,
  seen: Set<number>,
  depth: number,
): Generator<PdfObject> {
  const { document } = values;
  if (depth > document.limits.maxDepth || (node instanceof PdfRef && seen.has(node.num))) return;
  if (node instanceof PdfRef) seen.add(node.num);
  const dict = asDict(document.resolve(node));
  const names = values.elements(dict?.get("Names"));
  for (let index = 1; index < names.length; index += 2) yield names[index]!;
  for (const kid of values.elements(dict?.get("Kids"))) yield* namedValues(values, kid, seen, depth + 1);
}
