import { judgeAfterwards } from "./judgeAfterwards.js";
import type { DocumentTimestampReport } from "./pdfReport.js";
import type { FieldObject, PdfValidation, ProofEnd } from "./pdfValidation.js";
import { validateTimestamp } from "./validateTimestamp.js";

/** The document time-stamps of a document, and what they prove. */
export interface DocumentTimestamps {
  /** In the order of their fields. */
  readonly reports: readonly DocumentTimestampReport[];
  /** By when the first trusted document time-stamp over something proves it. */
  proofOf(object: FieldObject): ProofEnd;
}

/**
 * Validates the document time-stamps from the last to the first: each that can be trusted takes over the proof of what it
 * covers (EN 319 102-1 5.6).
 */
export function validateDocumentTimestamps(
  validation: PdfValidation,
  objects: readonly FieldObject[],
): DocumentTimestamps {
  const proofs: { readonly from: number; readonly time: Date }[] = [];
  const proofOf = ({ format: { range } }: FieldObject): ProofEnd => {
    // All of it before the gap for the time-stamp's own /Contents, not merely before the end.
    const over = proofs.filter(({ from }) => range !== null && range.end <= from);
    const earliest = over.reduce<Date | null>(
      (least, { time }) => (least === null || time < least ? time : least),
      null,
    );
    const last = over.reduce<Date | null>(
      (most, { time }) => (most === null || time > most ? time : most),
      null,
    );
    const { time } = validation;
    return { time: earliest ?? time, isProven: earliest !== null, dataUntil: last ?? time };
  };
  const stamps = objects.filter(({ revision }) => revision.isDocumentTimestamp);
  const reports = new Map<FieldObject, DocumentTimestampReport>();
  const endOf = ({ format: { range } }: FieldObject) => range?.end ?? 0;
  for (const stamp of stamps.toSorted((one, other) => endOf(other) - endOf(one))) {
    const report = validateDocumentTimestamp(validation, stamp, proofOf(stamp));
    reports.set(stamp, report);
    const { range } = stamp.format;
    if (report.indication === "TOTAL_PASSED" && range !== null)
      proofs.push({ from: range.length, time: report.genTime! });
  }
  return { reports: stamps.map((stamp) => reports.get(stamp)!), proofOf };
}

const broken: ReadonlySet<string> = new Set(["timestamp_mismatch", "timestamp_wrong", "timestamp_malformed"]);

function validateDocumentTimestamp(
  validation: PdfValidation,
  object: FieldObject,
  until: ProofEnd,
): DocumentTimestampReport {
  const { revision, format, signature } = object;
  const { range } = format;
  const afterwards = judgeAfterwards(validation, object, undefined);
  const { length, behind, end } = range ?? { length: 0, behind: 0, end: 0 };
  const digest = (algorithm: string) => validation.hashes.around(length, behind, end, algorithm);
  const before = [...format.findings, ...afterwards.findings];
  const report = validateTimestamp(validation, revision.contents, digest, until, before);
  return {
    ...report,
    fieldName: signature.fieldName,
    intact: range !== null && !report.findings.some(({ code }) => broken.has(code)),
    end: revision.end ?? null,
    coversWhole: range !== null && validation.history.isEnd(range.end),
    modification: afterwards.modification,
    changes: afterwards.changes,
  };
}
