import type { PdfDocument } from "./document.js";
import { decodeStream } from "./filters/decodeStream.js";
import { asDict, type PdfObject, PdfRef, PdfStream } from "./objects.js";
import type { ReadBudget } from "./readBudget.js";
import type { ValueReader } from "./valueReader.js";

/** A file that a document carries. */
export interface CarriedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The file that a file specification carries within the document (ISO 32000-2 7.11.3, 7.11.4).
 * @param seen numbers of streams that were read before, which are not read again
 * @returns null for what is none, or is elsewhere
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function carriedFile(
  values: ValueReader,
  specification: PdfObject | undefined,
  budget: ReadBudget,
  seen: Set<number> = new Set(),
): CarriedFile | null {
  const { document } = values;
  const dict = asDict(document.resolve(specification));
  const name = values.text(dict?.get("UF") ?? dict?.get("F"));
  const embedded = asDict(document.resolve(dict?.get("EF")));
  const ref = embedded?.get("UF") ?? embedded?.get("F");
  if (name === undefined || !(ref instanceof PdfRef) || seen.has(ref.num)) return null;
  seen.add(ref.num);
  const bytes = streamBytes(document, ref, budget);
  return bytes === undefined ? null : { name, bytes };
}

function streamBytes(document: PdfDocument, ref: PdfRef, budget: ReadBudget): Uint8Array | undefined {
  const stream = document.resolve(ref);
  if (!(stream instanceof PdfStream)) return undefined;
  return decodeStream(stream, document.placeOf(ref), budget, (object) => document.resolve(object));
}
