import type { PdfDocument } from "../pdf/document.js";
import { Increment } from "../pdf/increment.js";
import { PdfName, pdfDict } from "../pdf/objects.js";
import { placeSignature } from "../pdf/placeSignature.js";

/**
 * Makes sure that a signature can be appended to a document, by placing one and throwing it away.
 * @throws EngineError as prepareSignature() would
 */
export function requireSignable(document: PdfDocument): void {
  const increment = new Increment(document);
  const signature = { ref: increment.allocate(), dict: pdfDict({ Type: new PdfName("Sig") }) };
  placeSignature(increment, {}, signature);
}
