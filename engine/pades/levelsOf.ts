import { EngineError } from "../error.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import { documentSecurityStoreOf } from "../pdf/documentSecurityStore.js";
import type { OpenOptions } from "./addValidationData.js";
import type { PadesLevel } from "./level.js";
import { lastDocumentTimestamp, readSignedRevisions, type SignedRevision } from "./signedRevisions.js";
import { documentNeeds } from "./validationDataContext.js";
import { firstCover } from "./validationDataSubjects.js";

/** The level that a signature has by its structure. */
export interface SignatureLevel {
  /** The fully qualified name of the signature's field. */
  readonly fieldName: string;
  /** /SubFilter, such as `ETSI.CAdES.detached`. */
  readonly subFilter: string;
  /** null for a signature that cannot be read. */
  readonly level: PadesLevel | null;
  /**
   * Whether it is a baseline signature at all (EN 319 142-1 6.3): /SubFilter is ETSI.CAdES.detached, the signer's
   * certificate is in the CMS object and named by a signed attribute, and the claimed time is in /M alone. The `level`
   * of any other says how far it is protected.
   */
  readonly baseline: boolean;
}

/**
 * Which baseline level each signature of a document has, by structure alone: what EN 319 142-1 6.3 wants to be there
 * is there. Nothing is verified, and no certificate is trusted: a path may end at any authority's certificate. Document
 * time-stamps are not listed, they are what makes B-T and B-LTA.
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_damaged`, `pdf_encrypted`, `pdf_password_wrong`,
 *   `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function levelsOf(pdf: Uint8Array, options: OpenOptions = {}): SignatureLevel[] {
  const document = openPdf(pdf, options.limits, options.access);
  return levelsIn(document, readSignedRevisions(document), options);
}

/** As levelsOf, for a document that is open. */
export function levelsIn(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  options: OpenOptions,
): SignatureLevel[] {
  const last = lastDocumentTimestamp(revisions);
  const isLongTerm = longTermTest(document, revisions, undefined);
  const isArchived = last === undefined ? () => false : archiveTest(document, revisions, last, options);
  return revisions
    .filter(({ isDocumentTimestamp }) => !isDocumentTimestamp)
    .map((revision) => {
      const { fieldName, subFilter, objects, defect, isBaseline } = revision;
      const stamped =
        objects.some(({ role }) => role === "signatureTimestamp") ||
        firstCover(revision, revisions) !== undefined;
      let level: PadesLevel | null = defect === null ? "B-B" : null;
      if (level !== null && stamped) {
        level = isArchived(revision) ? "B-LTA" : isLongTerm(revision) ? "B-LT" : "B-T";
      }
      return { fieldName, subFilter, level, baseline: isBaseline };
    });
}

type LevelTest = (revision: SignedRevision) => boolean;

/**
 * Whether all validation data of a signature are in a document, those of the document time-stamp included that proves
 * when it existed where no signature time-stamp does; but for the last one, which is the archive's own.
 */
function longTermTest(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  archive: SignedRevision | undefined,
): LevelTest {
  if (documentSecurityStoreOf(document) === undefined) return () => false;
  // Not read before somebody asks: who finds a signature archived does not.
  let needs: ReturnType<typeof documentNeeds> | undefined;
  return (revision) => {
    needs ??= documentNeeds(document, revisions, { structural: true });
    const found = needs;
    const { objects } = revision;
    const cover = firstCover(revision, revisions);
    const proof = objects.length > 1 || cover === archive ? [] : (cover?.objects ?? []);
    return [...objects, ...proof].every((object) => found.of(object, null).missing.length === 0);
  };
}

/** Whether a signature was of level B-LT in the revision that the last document time-stamp covers. */
function archiveTest(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  last: SignedRevision,
  options: OpenOptions,
): LevelTest {
  const covered = revisionUpTo(document, last.end!, options);
  if (covered === undefined) return () => false;
  const then = revisions.filter(({ end }) => end !== undefined && end <= last.end!);
  const isLongTerm = longTermTest(covered, then, last);
  return (revision) => revision.end !== undefined && revision.end < last.end! && isLongTerm(revision);
}

/** The document as it was when the bytes up to here were all; undefined where they are no document. */
function revisionUpTo(document: PdfDocument, end: number, options: OpenOptions): PdfDocument | undefined {
  if (end === document.bytes.length) return document;
  try {
    return openPdf(document.bytes.subarray(0, end), options.limits, options.access);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
