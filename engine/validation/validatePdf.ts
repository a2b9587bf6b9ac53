import { EngineError } from "../error.js";
import type { PadesLevel } from "../pades/level.js";
import { levelsIn } from "../pades/levelsOf.js";
import { readSignedRevisions, type SignedRevision } from "../pades/signedRevisions.js";
import { ValidationDataPool } from "../pades/validationDataPool.js";
import { limitExceeded } from "../pdf/damage.js";
import { openPdf, type PdfDocument } from "../pdf/document.js";
import { readableSecurityStore, type ValidationData } from "../pdf/documentSecurityStore.js";
import type { PdfLimits } from "../pdf/limits.js";
import { listSignatures } from "../pdf/signatures.js";
import { parseCertificate } from "../x509/parseCertificate.js";
import { CertificateJudge } from "./certificateJudge.js";
import { fingerprintOf } from "./certificateName.js";
import { reportDamaged } from "./damagedPdf.js";
import { validateDocumentTimestamps } from "./documentTimestamps.js";
import { FileHashes, HashingLimit } from "./fileHashes.js";
import { type Conclusion, conclude, worstOf } from "./indication.js";
import type { PdfReport } from "./pdfReport.js";
import type { FieldObject, PdfValidation } from "./pdfValidation.js";
import { RevisionHistory } from "./revisionHistory.js";
import { checkFormat } from "./signatureFormat.js";
import { sourceOf } from "./sourceRevision.js";
import { validateSignature } from "./validateSignature.js";

export interface PdfValidationOptions {
  /** Certificates DER in which paths may end. */
  readonly trustAnchors: readonly Uint8Array[];
  /** Those in which they may end too, but then the signature binds nobody. */
  readonly testAnchors?: readonly Uint8Array[];
  /** What is at hand beside the document. */
  readonly known?: Partial<ValidationData>;
  /** At which is judged what no time-stamp proves to be older. */
  readonly time: Date;
  /** Of an encrypted document. */
  readonly password?: string;
  readonly limits?: Partial<PdfLimits>;
  /** More signatures and time-stamps are refused; 200 when absent. */
  readonly maxSignatures?: number;
}

const MAX_SIGNATURES = 200;

/**
 * Validates the signatures and document time-stamps of a PDF (EN 319 102-1 for PAdES, EN 319 142-1) with what is in it
 * and what is given; nothing is fetched. What is wrong with a signature is in its report, and never thrown; signatures in
 * a file that cannot be read without doubt have failed.
 * @throws EngineError `pdf_empty`, `pdf_not_a_pdf`, `pdf_unsupported`, `pdf_limit_exceeded`, `pdf_encrypted`,
 *   `pdf_password_wrong`; `pdf_damaged` where nothing in the file looks like a signature; `asn1_malformed` for a
 *   trust anchor that is no certificate
 */
export function validatePdf(pdf: Uint8Array, options: PdfValidationOptions): PdfReport {
  try {
    return validate(pdf, options);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "pdf_damaged") throw error;
    const most = options.maxSignatures ?? MAX_SIGNATURES;
    const report = reportDamaged(pdf, error.message, options.time, most);
    if (report === null) throw error;
    return report;
  }
}

function validate(pdf: Uint8Array, options: PdfValidationOptions): PdfReport {
  const access = options.password === undefined ? {} : { password: options.password };
  const document = openPdf(pdf, options.limits, access);
  const history = new RevisionHistory(document, access);
  const revisions = readSignedRevisions(document);
  const most = options.maxSignatures ?? MAX_SIGNATURES;
  if (revisions.length > most) throw limitExceeded("too many signatures", "maxSignatures", most);
  const objects = fieldObjects(document, revisions, history);
  const validation = prepare(document, revisions, objects, history, options);
  try {
    return validateAll(validation, revisions, objects);
  } catch (error) {
    if (error instanceof HashingLimit) throw new EngineError("pdf_limit_exceeded", error.message, error);
    throw error;
  }
}

/** Several fields may have one value: that is one signature. */
function fieldObjects(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  history: RevisionHistory,
): FieldObject[] {
  const signatures = listSignatures(document);
  return signatures.flatMap((signature, index) => {
    const { ref } = signature;
    const same = ref === undefined ? [signature] : signatures.filter((other) => other.ref?.num === ref.num);
    if (same[0] !== signature) return [];
    const revision = revisions[index]!;
    const format = checkFormat(document, signature, revision, history.at);
    return [{ signature, revision, format, sharedBy: same.slice(1).map(({ fieldName }) => fieldName) }];
  });
}

function prepare(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
  objects: readonly FieldObject[],
  history: RevisionHistory,
  options: PdfValidationOptions,
): PdfValidation {
  const anchors = options.trustAnchors.map(parseCertificate);
  const tests = (options.testAnchors ?? []).map(parseCertificate);
  const pool = new ValidationDataPool();
  const store = readableSecurityStore(document);
  if (store !== undefined) {
    pool.add(store, "store");
    for (const information of store.validationRelatedInformation) pool.add(information, "store");
  }
  for (const { objects: signed } of revisions)
    for (const { carried } of signed) pool.add(carried, "signature");
  pool.add(options.known ?? {}, "outside");
  const sound = objects.flatMap(({ format: { covered, range } }) => (covered && range ? range.end : []));
  return {
    ...{ document, history, pool, time: options.time },
    hashes: new FileHashes(document.bytes),
    judge: new CertificateJudge(pool, [...anchors, ...tests]),
    testRoots: new Set(tests.map(fingerprintOf)),
    ends: [...new Set(sound)].sort((one, other) => one - other),
  };
}

function validateAll(
  validation: PdfValidation,
  revisions: readonly SignedRevision[],
  objects: readonly FieldObject[],
): PdfReport {
  const stamps = validateDocumentTimestamps(validation, objects);
  const levels = levelsBy(validation.document, revisions);
  const signatures = objects
    .filter(({ revision }) => !revision.isDocumentTimestamp)
    .map((object) => {
      const level = levels.get(object.signature.fieldName) ?? null;
      return validateSignature(validation, object, stamps.proofOf(object), level);
    });
  const timestamps = stamps.reports;
  const failed: Conclusion[] = timestamps.filter(({ indication }) => indication === "TOTAL_FAILED");
  // Time-stamps that prove nothing take nothing away; one that is broken does.
  const overall = worstOf([...signatures, ...(signatures.length > 0 ? failed : timestamps)]);
  const { indication, subIndication } = overall ?? conclude([{ subIndication: "FORMAT_FAILURE" }]);
  const { time } = validation;
  return {
    indication,
    subIndication,
    time,
    signatures,
    timestamps,
    original: originalOf(validation, objects),
  };
}

/** Levels by field. Validation data that cannot be read leave them open. */
function levelsBy(
  document: PdfDocument,
  revisions: readonly SignedRevision[],
): ReadonlyMap<string, PadesLevel | null> {
  try {
    return new Map(levelsIn(document, revisions, {}).map(({ fieldName, level }) => [fieldName, level]));
  } catch (error) {
    if (error instanceof EngineError) return new Map();
    throw error;
  }
}

/** The document as it was before the first signature or time-stamp. */
function originalOf({ document, history }: PdfValidation, objects: readonly FieldObject[]): Uint8Array {
  let first: FieldObject | undefined;
  for (const object of objects) {
    const end = object.format.covered && object.format.range?.end;
    if (end !== null && end !== undefined && end < (first?.format.range?.end ?? Number.POSITIVE_INFINITY))
      first = object;
  }
  if (first === undefined) return document.bytes;
  return sourceOf(first.format.covered!, first.format.range!.length, history.at);
}
