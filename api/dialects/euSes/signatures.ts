import type { OrderDocument, Placement } from "../../orders/order.js";
import type { AskedSignature } from "./asked.js";

/** Whole points from the top left of the page, and the form field that it is, if it is one. */
export interface EuSesSignatureView {
  /** From 1; of several documents the pages are counted on from one to the next, as in requests. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly name?: string;
}

/**
 * Where a signer signs, in the order and with the pages of the request.
 * @param documents of the order, in their places
 * @param placements those of the signer
 * @param asked told as long as documents are awaited, because nothing stands in them yet
 */
export function euSesSignatures(
  documents: readonly OrderDocument[],
  placements: readonly Placement[],
  asked: readonly AskedSignature[],
): EuSesSignatureView[] {
  const before = pagesBefore(documents);
  const standing = placements
    .filter(({ kind }) => kind === "signature")
    .sort((one, other) => one.position - other.position)
    .map(({ documentId, page, x, y, fieldName }) => ({
      page: page + (before.get(documentId) ?? 0),
      x,
      y,
      ...(fieldName !== null && { name: fieldName }),
    }));
  const signatures = standing.length > 0 ? standing : asked;
  return signatures.map((signature) => ({
    ...signature,
    x: Math.round(signature.x),
    y: Math.round(signature.y),
  }));
}

/** Pages to sign that stand before each document. */
function pagesBefore(documents: readonly OrderDocument[]): ReadonlyMap<string, number> {
  let pages = 0;
  return new Map(
    documents
      .filter(({ kind }) => kind === "sign")
      .map((document) => {
        const before = pages;
        pages += document.pages;
        return [document.id, before] as const;
      }),
  );
}
