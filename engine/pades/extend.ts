import { EngineError } from "../error.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import { type OpenOptions, validationDataIncrement } from "./addValidationData.js";
import { stampDocument, type TimestampTrust } from "./documentTimestampRevision.js";
import { includesLevel, type PadesLevel, padesLevels, requireLevel } from "./level.js";
import { levelsIn } from "./levelsOf.js";
import type { DocumentTimestampOptions } from "./prepareDocumentTimestamp.js";
import { provenTimeTest } from "./provenTime.js";
import { Revisions } from "./revisions.js";
import { timestampObject } from "./signedObject.js";
import { readSignedRevisions, type SignedRevision } from "./signedRevisions.js";
import { collectValidationData } from "./validationDataCollect.js";
import { documentNeeds, type KnownValidationData } from "./validationDataContext.js";
import { RememberingSource } from "./validationDataFetch.js";
import { roomForValidationData } from "./validationDataRoom.js";
import type { RevocationSource, TimestampSource } from "./validationDataSource.js";
import { subjectsOf } from "./validationDataSubjects.js";

export interface ExtendOptions
  extends OpenOptions,
    KnownValidationData,
    TimestampTrust,
    Pick<DocumentTimestampOptions, "digestAlgorithm" | "timestampTokenBytes"> {
  /** The level that every signature of the document is to have. */
  readonly level: Exclude<PadesLevel, "B-B">;
  /** Issues document time-stamps. */
  readonly timestamp: TimestampSource;
  /** For B-LT and B-LTA: where revocation data and issuers' certificates come from that are not there yet. */
  readonly revocation?: RevocationSource;
  /** Names of the signature fields that are to have the level; absent: all of the document. */
  readonly fieldNames?: readonly string[];
  /**
   * Length of the document, in bytes, before the first signature that is meant: those that it came with are not.
   * Absent: all are meant.
   */
  readonly signedBeyond?: number;
  /**
   * True to go without the validation data that cannot be had: the document gets all that there is and, for B-LTA, the
   * document time-stamp over it. levelsOf() says which level that makes.
   */
  readonly allowMissing?: boolean;
}

/**
 * Extends the signatures of a document, ours or anybody's, to a higher level (EN 319 142-1 clause 6). The document
 * gains revisions and loses nothing, so that every signature stays as valid as it was. A time-stamp that is there
 * counts when it verifies:
 * - B-T: a document time-stamp, for a signature's CMS object is sealed;
 * - B-LT: a documentSecurityStore with what validation needs, after a document time-stamp where a signature has none;
 * - B-LTA: one revision with the documentSecurityStore and a document time-stamp over it. When all signatures are of
 *   that level already this is archive renewal: the validation data of the last document time-stamp, and a further one.
 * @param pdf must not change until the promise is settled
 * @returns the document, extended; the very bytes given when all of it is of level B-T or B-LT already
 * @throws EngineError `pdf_not_signed`, also when no signature is meant, `pdf_field_not_found` when one of `fieldNames`
 *   has no signature, `validation_data_missing` naming what is missing and where it was to be had,
 *   `signature_invalid` for a signature that cannot be read, `timestamp_response_invalid`, `signature_does_not_fit`,
 *   `asn1_malformed` for a trust anchor, `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`,
 *   `pdf_password_wrong`, `pdf_unsupported`, `pdf_limit_exceeded`, `pdf_permission_denied`; and whatever `timestamp`
 *   throws; RangeError for another level
 */
export async function extend(pdf: Uint8Array, options: ExtendOptions): Promise<Uint8Array> {
  requireLevel(options.level, padesLevels.slice(1));
  const document = openPdf(pdf, options.limits, options.access);
  const all = readSignedRevisions(document);
  if (all.length === 0) {
    throw new EngineError("pdf_not_signed", "The PDF has no signature that could be extended.");
  }
  const signed = concerned(all, options);
  const isProven = provenTimeTest(signed);
  // An archive gets a document time-stamp in any case.
  const unstamped = options.level !== "B-LTA" && !signed.every(isProven);
  const revisions = new Revisions(pdf);
  if (options.level === "B-T") {
    if (unstamped)
      revisions.append((await stampDocument(document, revisions, options.timestamp, options)).increment);
    return revisions.bytes;
  }
  if (options.level === "B-LT" && !unstamped && haveLevel("B-LT", document, signed, options)) return pdf;
  await (options.level === "B-LT"
    ? addLongTermData(revisions, document, signed, unstamped, options)
    : addArchive(revisions, document, signed, options));
  return revisions.bytes;
}

/**
 * The signatures that are meant, and the document time-stamps that prove and archive them: one that covers none of them
 * says nothing of them.
 */
function concerned(
  all: readonly SignedRevision[],
  { fieldNames, signedBeyond }: ExtendOptions,
): readonly SignedRevision[] {
  const unknown = fieldNames?.find((name) => !all.some(({ fieldName }) => fieldName === name));
  if (unknown !== undefined) {
    const name = JSON.stringify(unknown.slice(0, 80));
    throw new EngineError("pdf_field_not_found", `The PDF has no signature in a field ${name}.`);
  }
  const meant = all.filter(
    ({ fieldName, isDocumentTimestamp, end = 0 }) =>
      !isDocumentTimestamp &&
      (fieldNames === undefined || fieldNames.includes(fieldName)) &&
      (signedBeyond === undefined || end > signedBeyond),
  );
  if (meant.length === 0 && signedBeyond !== undefined) {
    throw new EngineError("pdf_not_signed", "The PDF has no signature of those that are to be extended.");
  }
  if (fieldNames === undefined && signedBeyond === undefined) return all;
  const first = meant.reduce((least, { end = 0 }) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const covers = ({ end = 0 }: SignedRevision) => meant.length === 0 || end > first;
  return all.filter((revision) =>
    revision.isDocumentTimestamp ? covers(revision) : meant.includes(revision),
  );
}

function haveLevel(
  level: PadesLevel,
  document: PdfDocument,
  signed: readonly SignedRevision[],
  options: OpenOptions,
): boolean {
  return levelsIn(document, signed, options).every(
    (found) => found.level && includesLevel(found.level, level),
  );
}

async function addLongTermData(
  revisions: Revisions,
  document: PdfDocument,
  signed: readonly SignedRevision[],
  unstamped: boolean,
  options: ExtendOptions,
): Promise<void> {
  const subjects = subjectsOf(signed);
  const needs = documentNeeds(document, signed, options);
  const stamp = unstamped ? await stampDocument(document, revisions, options.timestamp, options) : undefined;
  if (stamp !== undefined) {
    const object = timestampObject("documentTimestamp", stamp.token);
    needs.pool.add(object.carried, "signature");
    subjects.push({ fieldName: stamp.fieldName, object, since: null });
  }
  const data = await collectValidationData(needs, subjects, sourceOf(options), options.allowMissing);
  if (stamp === undefined) return append(revisions, validationDataIncrement(document, data));
  revisions.append(stamp.increment, roomForValidationData(data, stamp.increment.length));
  const stamped = openPdf(revisions.bytes, options.limits, options.access);
  append(revisions, validationDataIncrement(stamped, data));
}

async function addArchive(
  revisions: Revisions,
  document: PdfDocument,
  signed: readonly SignedRevision[],
  options: ExtendOptions,
): Promise<void> {
  const needs = documentNeeds(document, signed, options);
  const validationData: ValidationData = await collectValidationData(
    needs,
    subjectsOf(signed),
    sourceOf(options),
    options.allowMissing,
  );
  const { increment } = await stampDocument(document, revisions, options.timestamp, {
    ...options,
    validationData,
  });
  revisions.append(increment);
}

const sourceOf = ({ revocation }: ExtendOptions): RememberingSource | undefined =>
  revocation && new RememberingSource(revocation);

function append(revisions: Revisions, increment: Uint8Array | undefined): void {
  if (increment !== undefined) revisions.append(increment);
}
