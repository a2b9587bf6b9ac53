import { beginDocument, finishDocument, type SignOptions } from "./signDocument.js";
import { RememberingSource } from "./validationDataFetch.js";

/**
 * Signs a document at any baseline level of PAdES (EN 319 142-1 clause 6), all steps at once. B-B and B-T take one
 * revision; B-LT a second one, with the documentSecurityStore, and B-LTA puts the document time-stamp into it as well.
 * The document is copied once, for the result, and hashed once. For a signature that is made elsewhere or later there
 * are the steps themselves: prepareSignature, completeSignature, extend.
 * @param pdf must not change until the promise is settled
 * @returns the signed document
 * @throws EngineError `signature_invalid` when what `sign` returns is no signature by the key of the certificate,
 *   `timestamp_response_invalid`, `signature_does_not_fit` when a token is longer than `timestampTokenBytes`,
 *   `validation_data_missing`, `state_invalid` without a certificate or without `timestamp` where the level needs it;
 *   as prepareSignature does; and whatever `sign` and `timestamp` throw; RangeError for another level
 */
export async function sign(pdf: Uint8Array, options: SignOptions): Promise<Uint8Array> {
  const begun = beginDocument(pdf, options);
  const signatureValue = await options.sign(begun.prepared.toBeSigned);
  const source = options.revocation && new RememberingSource(options.revocation);
  return finishDocument(begun, signatureValue, options, source);
}
