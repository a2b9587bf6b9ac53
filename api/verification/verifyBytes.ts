import type { PdfReport } from "../../engine/validation/pdfReport.js";
import { type AttachedReport, validateAttached } from "../../engine/validation/validateAttached.js";
import { type PdfValidationOptions, validatePdf } from "../../engine/validation/validatePdf.js";

/** What a verification takes: all of it plain data, so that another thread can do it. */
export interface VerificationTask {
  readonly bytes: Uint8Array;
  readonly options: PdfValidationOptions;
  /** Whether PDFs that it carries are verified, too. */
  readonly recursive: boolean;
  /** Whether the document as it was before its first signature is wanted. */
  readonly original: boolean;
}

/** What comes of it. */
export interface VerifiedBytes {
  readonly report: PdfReport;
  readonly attached: readonly AttachedReport[];
}

/** @throws EngineError as `validatePdf` does */
export function verifyBytes({ bytes, options, recursive, original }: VerificationTask): VerifiedBytes {
  const report = validatePdf(bytes, options);
  const attached = recursive ? validateAttached(bytes, options) : [];
  return {
    report: original ? report : withoutOriginal(report),
    attached: attached.map((one) => ({ ...one, report: withoutOriginal(one.report) })),
  };
}

/** A view of the file would take all of it along to whoever gets the report. */
const withoutOriginal = (report: PdfReport): PdfReport => ({ ...report, original: new Uint8Array(0) });
