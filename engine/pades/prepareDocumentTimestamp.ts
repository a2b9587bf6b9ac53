import type { Hash } from "node:crypto";
import { createHash } from "node:crypto";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import { addToDocumentSecurityStore } from "../pdf/documentSecurityStoreUpdate.js";
import type { PdfAccess } from "../pdf/encryption/access.js";
import { Increment } from "../pdf/increment.js";
import type { PdfLimits } from "../pdf/limits.js";
import { PdfName, PdfRaw, pdfDict } from "../pdf/objects.js";
import { placeSignature } from "../pdf/placeSignature.js";
import { byteRangeText } from "../pdf/signatureDictionary.js";
import type { DigestName } from "../x509/digestAlgorithm.js";
import type { DocumentTimestampState } from "./documentTimestampState.js";
import { writeSignedIncrement } from "./signedIncrement.js";
import { DEFAULT_TIMESTAMP_TOKEN_BYTES, requireTimestampRoom } from "./timestampRoom.js";

export interface DocumentTimestampOptions {
  /** What the token is to be over; SHA-256 when absent. */
  readonly digestAlgorithm?: DigestName;
  /** Room for the token, in bytes; 8192 when absent. timestampTokenSize() tells what one of ours takes. */
  readonly timestampTokenBytes?: number;
  /** Name of the new field; absent: Signature1, or the first such name that is free. */
  readonly fieldName?: string;
  /** Goes into the documentSecurityStore with the same revision, so that the time-stamp covers it (level B-LTA). */
  readonly validationData?: Partial<ValidationData>;
  /** What reading the document may cost. */
  readonly limits?: Partial<PdfLimits>;
  /** The password of an encrypted document, where it is not the empty one. */
  readonly access?: PdfAccess;
}

export interface PreparedDocumentTimestamp {
  /** What a time-stamping authority is to stamp: the digest of the whole document with the new revision. */
  readonly digest: Uint8Array;
  readonly digestAlgorithm: DigestName;
  /** For completeDocumentTimestamp; encodeDocumentTimestampState() stores it. */
  readonly state: DocumentTimestampState;
}

/**
 * The first step of a document time-stamp (EN 319 142-1 5.4.3, ISO 32000-2 12.8.5): writes the increment with an
 * invisible field, its /Contents blank, and says what is to be stamped. It is allowed on every document, even on one
 * that was certified against changes (ISO 32000-2 Table 257), unless its encryption forbids new fields.
 * @param pdf the whole document; it is read, never copied
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_password_wrong`,
 *   `pdf_unsupported`, `pdf_limit_exceeded`, `pdf_permission_denied`, `pdf_field_not_found` when `fieldName` cannot be
 *   a new field's, `pdf_field_already_signed`; RangeError for `timestampTokenBytes`
 */
export function prepareDocumentTimestamp(
  pdf: Uint8Array,
  options: DocumentTimestampOptions = {},
): PreparedDocumentTimestamp {
  const { digestAlgorithm = "sha256" } = options;
  const document = openPdf(pdf, options.limits, options.access);
  return reserveDocumentTimestamp(document, options, createHash(digestAlgorithm).update(pdf));
}

/**
 * As prepareDocumentTimestamp, for a document that is open.
 * @param hash of the document time-stamp's digest algorithm; has taken the whole document, and is used up
 */
export function reserveDocumentTimestamp(
  document: PdfDocument,
  options: DocumentTimestampOptions,
  hash: Hash,
): PreparedDocumentTimestamp {
  const {
    digestAlgorithm = "sha256",
    timestampTokenBytes = DEFAULT_TIMESTAMP_TOKEN_BYTES,
    fieldName,
  } = options;
  requireTimestampRoom(timestampTokenBytes);
  const increment = new Increment(document);
  if (options.validationData) addToDocumentSecurityStore(increment, options.validationData);
  const room = {
    byteRange: new PdfRaw(byteRangeText([0, 0, 0, 0])),
    contents: new PdfRaw(Buffer.from(`<${"00".repeat(timestampTokenBytes)}>`, "latin1")),
  };
  // ISO 32000-2 Table 255 and 12.8.5: none of the entries that speak of a person, and no /M, the token has the time.
  const dict = pdfDict({
    Type: new PdfName("DocTimeStamp"),
    Filter: new PdfName("Adobe.PPKLite"),
    SubFilter: new PdfName("ETSI.RFC3161"),
    ByteRange: room.byteRange,
    Contents: room.contents,
  });
  const ref = increment.allocate();
  increment.put(ref, dict);
  const field = placeSignature(increment, fieldName === undefined ? {} : { fieldName }, { ref, dict });
  const { increment: bytes, contentsAt, digest } = writeSignedIncrement(increment, room, hash);
  const state: DocumentTimestampState = {
    documentLength: document.bytes.length,
    digestAlgorithm,
    digest,
    increment: bytes,
    contentsAt,
    contentsBytes: timestampTokenBytes,
    fieldName: field,
  };
  return { digest, digestAlgorithm, state };
}
