import { openPdf } from "../pdf/document.js";
import type { Certificate } from "../x509/parseCertificate.js";
import type { OpenOptions } from "./addValidationData.js";
import type { SignedObject } from "./signedObject.js";
import { readSignedRevisions } from "./signedRevisions.js";
import { documentNeeds, type KnownValidationData } from "./validationDataContext.js";
import type { MissingValidationData } from "./validationDataMissing.js";
import { subjectsOf } from "./validationDataSubjects.js";

/** What one signature or time-stamp of a document needs. */
export interface RequiredValidationData {
  readonly fieldName: string;
  readonly role: SignedObject["role"];
  /** genTime of a time-stamp; null for a signature. */
  readonly genTime: Date | null;
  /** The path, the signer's certificate first; it ends in a trust anchor unless an issuer is missing. */
  readonly chain: readonly Certificate[];
  /** Empty when the document has all. */
  readonly missing: readonly MissingValidationData[];
}

/**
 * What the signatures and time-stamps of a document need for their validation that neither their CMS objects nor the
 * documentSecurityStore has (EN 319 142-1 6.3, level B-LT), and where their certificates say that it can be had.
 * Certificates that are never revoked (RFC 9608 noRevAvail, validity-assured short-term) need no revocation data. That
 * there are data says nothing of whether they are good: that is for validation.
 * @param known certificates, revocation lists, OCSP responses and trust anchors, DER each, that the caller has and
 *   addValidationData() can add: what they provide is not missing
 * @throws EngineError `signature_invalid` for a signature that cannot be read, `asn1_malformed` for a trust anchor,
 *   `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_password_wrong`, `pdf_unsupported`,
 *   `pdf_limit_exceeded`
 */
export function requiredValidationData(
  pdf: Uint8Array,
  known: KnownValidationData = {},
  options: OpenOptions = {},
): RequiredValidationData[] {
  const document = openPdf(pdf, options.limits, options.access);
  const revisions = readSignedRevisions(document);
  const needs = documentNeeds(document, revisions, known);
  return subjectsOf(revisions).map(({ fieldName, object, since }) => {
    const { chain, missing } = needs.of(object, since);
    return { fieldName, role: object.role, genTime: object.genTime, chain, missing };
  });
}
