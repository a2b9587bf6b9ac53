import type { PdfDocument } from "../pdf/document.js";
import { readDocumentSecurityStore, type ValidationData } from "../pdf/documentSecurityStore.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import type { SignedRevision } from "./signedRevisions.js";
import { ValidationDataNeeds } from "./validationDataNeeds.js";
import { ValidationDataPool } from "./validationDataPool.js";

/** What a caller knows beside the document. */
export interface KnownValidationData extends Partial<ValidationData> {
  /** Certificates DER in which paths end; absent: any that is known and names itself as its issuer. */
  readonly trustAnchors?: readonly Uint8Array[];
}

/**
 * What a document and its caller have, ready to be asked what is missing.
 * @throws EngineError `asn1_malformed` for a trust anchor that is no certificate, `pdf_damaged`, `pdf_unsupported`,
 *   `pdf_limit_exceeded`
 */
export function documentNeeds(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  known: KnownValidationData & { readonly structural?: boolean },
): ValidationDataNeeds {
  const pool = new ValidationDataPool();
  const store = readDocumentSecurityStore(document);
  if (store !== undefined) {
    pool.add(store, "store");
    for (const information of store.validationRelatedInformation) pool.add(information, "store");
  }
  for (const { objects } of revisions) for (const { carried } of objects) pool.add(carried, "signature");
  return needsWith(pool, known);
}

/** As documentNeeds, for a pool of what is there already. */
export function needsWith(
  pool: ValidationDataPool,
  known: KnownValidationData & { readonly structural?: boolean },
): ValidationDataNeeds {
  const { trustAnchors, structural = false } = known;
  pool.add(known, "outside");
  pool.add({ certificates: trustAnchors ?? [] }, "outside");
  return new ValidationDataNeeds(pool, {
    structural,
    ...(trustAnchors && { trustAnchors: trustAnchors.map(parseCertificate) }),
  });
}
