import type { PdfDocument } from "./document.js";
import { decodeStream } from "./filters/decodeStream.js";
import { asDict, PdfRef, PdfStream } from "./objects.js";
import { ReadBudget } from "./readBudget.js";
import { ValueReader } from "./valueReader.js";

/** A file that a document carries. */
export interface AssociatedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than this no document of ours has. */
const MOST = 1000;

/**
 * The files that a document as a whole is associated with and carries (ISO 32000-2 14.13, 7.11.4): those of the
 * catalog's /AF. What is no file in it is passed over.
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function associatedFiles(document: PdfDocument): AssociatedFile[] {
  const values = new ValueReader(document);
  const budget = new ReadBudget(document.limits, document.bytes.length);
  const files: AssociatedFile[] = [];
  for (const element of values.elements(document.catalog.get("AF")).slice(0, MOST)) {
    const specification = asDict(document.resolve(element));
    const name = values.text(specification?.get("UF") ?? specification?.get("F"));
    const embedded = asDict(document.resolve(specification?.get("EF")));
    const ref = embedded?.get("UF") ?? embedded?.get("F");
    if (name === undefined || !(ref instanceof PdfRef)) continue;
    const stream = document.resolve(ref);
    if (!(stream instanceof PdfStream)) continue;
    const bytes = decodeStream(stream, document.placeOf(ref), budget, (object) => document.resolve(object));
    if (bytes !== undefined) files.push({ name, bytes });
  }
  return files;
}
