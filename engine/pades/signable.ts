import { requireSigningAllowed } from "../pdf/certification.js";
import type { PdfDocument } from "../pdf/document.js";
import { Increment } from "../pdf/increment.js";
import { placeSignature } from "../pdf/placeSignature.js";

/**
 * Makes sure that a signature can be appended to a document, by placing one and throwing it away.
 * @throws EngineError as prepareSignature() would
 */
export function requireSignable(document: PdfDocument): void {
  requireSigningAllowed(document);
  const increment = new Increment(document);
  placeSignature(increment, {}, increment.allocate());
}
