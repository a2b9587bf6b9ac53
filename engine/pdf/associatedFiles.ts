import type { PdfDocument } from "./document.js";
import { type CarriedFile, carriedFile } from "./fileSpecification.js";
import { ReadBudget } from "./readBudget.js";
import { ValueReader } from "./valueReader.js";

/** More than this no document of ours has. */
const MOST = 1000;

/**
 * The files that a document as a whole is associated with and carries (ISO 32000-2 14.13, 7.11.4): those of the
 * catalog's /AF. What is no file in it is passed over.
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function associatedFiles(document: PdfDocument): CarriedFile[] {
  const values = new ValueReader(document);
  const budget = new ReadBudget(document.limits, document.bytes.length);
  return values
    .elements(document.catalog.get("AF"))
    .slice(0, MOST)
    .flatMap((element) => carriedFile(values, element, budget) ?? []);
}
