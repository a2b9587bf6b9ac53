import { hash } from "node:crypto";
import { parseOcspResponse } from "../ocsp/parseOcspResponse.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import { addToDocumentSecurityStore } from "../pdf/documentSecurityStoreUpdate.js";
import type { PdfAccess } from "../pdf/encryption/access.js";
import { Increment } from "../pdf/increment.js";
import type { PdfLimits } from "../pdf/limits.js";
import { requireAllowed } from "../pdf/permissions/requireAllowed.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { parseCertificateList } from "../x509/parseCertificateList.js";
import { Revisions } from "./revisions.js";

export interface OpenOptions {
  /** What reading the document may cost. */
  readonly limits?: Partial<PdfLimits>;
  /** The password of an encrypted document, where it is not the empty one. */
  readonly access?: PdfAccess;
}

/**
 * Adds validation data to the documentSecurityStore of a document (EN 319 142-1 5.4.2), in one more revision. All
 * that is there stays; what is there already, by its SHA-256, is not added again. It is allowed even on a document that
 * was certified against changes (ISO 32000-2 Table 257), but on no dynamic XFA form.
 * @param data DER each; requiredValidationData() says what is missing
 * @returns the document with one more revision, or the very bytes given when nothing of it is missing
 * @throws EngineError `asn1_malformed` for what is no certificate, CertificateList or OCSPResponse, `pdf_empty`,
 *   `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_password_wrong`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function addValidationData(
  pdf: Uint8Array,
  data: Partial<ValidationData>,
  options: OpenOptions = {},
): Uint8Array {
  for (const certificate of data.certificates ?? []) parseCertificate(certificate);
  for (const list of data.crls ?? []) parseCertificateList(list);
  for (const response of data.ocspResponses ?? []) parseOcspResponse(response);
  const increment = validationDataIncrement(openPdf(pdf, options.limits, options.access), data);
  if (increment === undefined) return pdf;
  const revisions = new Revisions(pdf);
  revisions.append(increment);
  return revisions.bytes;
}

/**
 * The increment that adds validation data to a document; undefined when nothing is missing.
 * @throws EngineError `pdf_unsupported` for a dynamic XFA form, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function validationDataIncrement(
  document: PdfDocument,
  data: Partial<ValidationData>,
): Uint8Array | undefined {
  const increment = new Increment(document);
  if (!addToDocumentSecurityStore(increment, data)) return undefined;
  requireAllowed(document, { kind: "validationData" });
  // The seed of the file identifier: what changes, and where. The document itself need not be hashed for it.
  const all = [...(data.certificates ?? []), ...(data.crls ?? []), ...(data.ocspResponses ?? [])];
  const seed = `${document.bytes.length} ${all.map((der) => hash("sha256", der)).join(" ")}`;
  return increment.write(Buffer.from(seed, "latin1")).bytes;
}
