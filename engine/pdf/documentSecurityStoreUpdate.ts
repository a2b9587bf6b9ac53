import { hash } from "node:crypto";
import { appendToArrayEntry } from "./arrayEntry.js";
import { changeDictionaryEntry } from "./dictionaryEntry.js";
import {
  documentSecurityStoreOf,
  readDocumentSecurityStore,
  type ValidationData,
} from "./documentSecurityStore.js";
import type { Increment } from "./increment.js";
import { asArray, type PdfDict, PdfStream, pdfDict } from "./objects.js";

/** The lists of a documentSecurityStore (ISO 32000-2 Table 261) and what goes into them. */
const LISTS = [
  ["Certs", "certificates"],
  ["CRLs", "crls"],
  ["OCSPs", "ocspResponses"],
] as const satisfies readonly (readonly [string, keyof ValidationData])[];

/**
 * Adds what the documentSecurityStore of a document does not hold yet, and keeps all that it does: an incremental
 * update must not take validation data away (EN 319 142-1 5.4.2.2). A document without a store gets one, even when
 * there is nothing to put into it. No /VRI is written: it is optional (ISO 32000-2 Table 261).
 * @returns whether anything was put
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function addToDocumentSecurityStore(increment: Increment, data: Partial<ValidationData>): boolean {
  const existing = readDocumentSecurityStore(increment.document);
  let change: (() => PdfDict) | undefined;
  if (existing === undefined) change = newStore(increment);
  for (const [key, kind] of LISTS) {
    const missing = withoutKnown(data[kind] ?? [], existing?.[kind] ?? []);
    if (missing.length === 0) continue;
    change ??= () => changeDictionaryEntry(increment, increment.document.catalogRef, "DSS");
    appendStreams(increment, key, missing, change);
  }
  return change !== undefined;
}

/** Those whose digest is not among the others', each once. */
function withoutKnown(candidates: readonly Uint8Array[], known: readonly Uint8Array[]): Uint8Array[] {
  if (candidates.length === 0) return [];
  const seen = new Set(known.map(digestOf));
  return candidates.filter((candidate) => {
    const digest = digestOf(candidate);
    if (seen.has(digest)) return false;
    seen.add(digest);
    return true;
  });
}

const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "binary");

function newStore(increment: Increment): () => PdfDict {
  const ref = increment.allocate();
  const store = pdfDict({});
  increment.put(ref, store);
  increment.change(increment.document.catalogRef).set("DSS", ref);
  return () => store;
}

function appendStreams(
  increment: Increment,
  key: string,
  contents: readonly Uint8Array[],
  change: () => PdfDict,
): void {
  const { document } = increment;
  const refs = contents.map((bytes) => {
    const ref = increment.allocate();
    increment.put(ref, new PdfStream(new Map(), bytes));
    return ref;
  });
  const list = documentSecurityStoreOf(document)?.get(key);
  if (asArray(document.resolve(list)) === undefined) change().set(key, refs);
  else for (const ref of refs) appendToArrayEntry(increment, key, list, ref, change);
}
