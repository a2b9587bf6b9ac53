import { changeDictionaryEntry } from "../dictionaryEntry.js";
import type { Increment } from "../increment.js";
import { type PdfDict, PdfName, type PdfObject, type PdfRef, pdfDict } from "../objects.js";
import type { CertificationLevel } from "./certification.js";
import { type FieldLock, lockEntries } from "./fieldLock.js";

/** The only version of the parameters of both transforms (ISO 32000-2 Tables 257 and 259): a name, not a number. */
const VERSION = new PdfName("1.2");

export interface DeclaredPermissions {
  /** Certifies the document, with this /P. */
  readonly certify: CertificationLevel | undefined;
  readonly lock: FieldLock | undefined;
}

/**
 * Lets a signature say what may still change (ISO 32000-2 12.8.1, 12.8.2): a DocMDP reference and the catalog's /Perms
 * for a certification, a FieldMDP reference for a lock.
 * @param signature the signature dictionary, which gets a /Reference
 * @throws EngineError `pdf_damaged`
 */
export function declarePermissions(
  increment: Increment,
  signature: { readonly ref: PdfRef; readonly dict: PdfDict },
  { certify, lock }: DeclaredPermissions,
): void {
  const references: PdfObject[] = [];
  if (certify !== undefined) {
    references.push(reference("DocMDP", pdfDict({ P: certify }), undefined));
    const { catalogRef } = increment.document;
    changeDictionaryEntry(increment, catalogRef, "Perms").set("DocMDP", signature.ref);
  }
  if (lock !== undefined)
    references.push(reference("FieldMDP", lockEntries(lock), increment.document.catalogRef));
  if (references.length > 0) signature.dict.set("Reference", references);
}

/** A signature field lock dictionary (Table 236). */
export function lockDictionary(lock: FieldLock): PdfDict {
  return new Map([["Type", new PdfName("SigFieldLock")], ...lockEntries(lock)]);
}

/** A signature reference dictionary (Table 256). */
function reference(method: string, parameters: PdfDict, data: PdfRef | undefined): PdfDict {
  return pdfDict({
    Type: new PdfName("SigRef"),
    TransformMethod: new PdfName(method),
    TransformParams: new Map([["Type", new PdfName("TransformParams")], ...parameters, ["V", VERSION]]),
    Data: data,
  });
}
