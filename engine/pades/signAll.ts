import { DocumentError } from "./documentError.js";
import { beginDocument, finishDocument, type SignOptions } from "./signDocument.js";
import { RememberingSource } from "./validationDataFetch.js";

/** A document to sign, and what is its own: place, appearance, reason, password. */
export interface DocumentToSign
  extends Partial<Omit<SignOptions, "certificates" | "sign" | "level" | "timestamp" | "revocation">> {
  /** Must not change until the promise is settled. */
  readonly pdf: Uint8Array;
}

/**
 * Signs several documents with one key. All of them are prepared before the key is used, so that one which cannot be
 * signed is found before any signature exists; then all are signed, in order; only then are they time-stamped and
 * completed, in order, and what was asked for one is not asked for again. Either all come back signed, or none.
 * @param documents each with its own options, which go before the shared ones
 * @param shared what is the same for all, as for sign()
 * @returns the signed documents, in the same order
 * @throws DocumentError with the index of the document; its cause is what sign() throws
 */
export async function signAll(
  documents: readonly DocumentToSign[],
  shared: SignOptions,
): Promise<Uint8Array[]> {
  const source = shared.revocation && new RememberingSource(shared.revocation);
  const begun = await inOrder(documents, ({ pdf, ...own }) => {
    const options = { ...shared, ...own };
    return { options, document: beginDocument(pdf, options) };
  });
  const signatures = await inOrder(begun, ({ document }) => shared.sign(document.prepared.toBeSigned));
  return inOrder(begun, ({ options, document }, index) =>
    finishDocument(document, signatures[index]!, options, source),
  );
}

async function inOrder<T, R>(
  elements: readonly T[],
  step: (element: T, index: number) => R | Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const [index, element] of elements.entries()) {
    try {
      results.push(await step(element, index));
    } catch (error) {
      throw new DocumentError(index, error);
    }
  }
  return results;
}
