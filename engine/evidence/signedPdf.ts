import { EngineError } from "../error.js";
import { readSignedRevisions, type SignedRevision } from "../pades/signedRevisions.js";
import type { ValidationDataPool } from "../pades/validationDataPool.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import { readableSecurityStore } from "../pdf/documentSecurityStore.js";

/** A PDF whose signatures were read. */
export interface SignedPdf {
  readonly document: PdfDocument;
  readonly revisions: readonly SignedRevision[];
}

/**
 * Reads a PDF's signatures, and puts what it brings for their validation into the pool.
 * @returns null for one that cannot be read
 */
export function readSignedPdf(bytes: Uint8Array, pool: ValidationDataPool): SignedPdf | null {
  try {
    const document = openPdf(bytes);
    const revisions = readSignedRevisions(document);
    const store = readableSecurityStore(document);
    if (store !== undefined) {
      pool.add(store, "store");
      for (const information of store.validationRelatedInformation) pool.add(information, "store");
    }
    for (const { objects } of revisions) for (const { carried } of objects) pool.add(carried, "signature");
    return { document, revisions };
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
