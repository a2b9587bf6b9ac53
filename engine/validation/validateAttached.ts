import { EngineError } from "../error.js";
import { attachedFiles } from "../pdf/attachedFiles.js";
import { openPdf } from "../pdf/document.js";
import type { PdfReport } from "./pdfReport.js";
import { type PdfValidationOptions, validatePdf } from "./validatePdf.js";

/** A PDF that another one carries, and what its validation comes to. */
export interface AttachedReport {
  /** Names of the files on the way to it, the outermost first. */
  readonly names: readonly string[];
  readonly report: PdfReport;
}

/** How far it is looked into what is attached. */
export interface AttachmentLimits {
  readonly depth: number;
  /** Files that are looked at in all. */
  readonly files: number;
}

export const ATTACHMENT_LIMITS: AttachmentLimits = { depth: 3, files: 50 };

const HEADER = Buffer.from("%PDF-", "latin1");

/**
 * Validates the signatures of the PDFs that a PDF carries, and of those that these carry. What is no PDF, has no
 * signature, or cannot be read, is passed over.
 * @returns each before those within it
 */
export function validateAttached(
  pdf: Uint8Array,
  options: PdfValidationOptions,
  limits: AttachmentLimits = ATTACHMENT_LIMITS,
): AttachedReport[] {
  const reports: AttachedReport[] = [];
  let left = limits.files;
  const visit = (bytes: Uint8Array, names: readonly string[]): void => {
    if (names.length >= limits.depth) return;
    for (const { name, bytes: attached } of filesOf(bytes, options, left)) {
      if (left-- <= 0) return;
      if (!looksLikePdf(attached)) continue;
      const path = [...names, name];
      const report = unlessUnreadable(() => validatePdf(attached, options));
      if (report && report.signatures.length + report.timestamps.length > 0)
        reports.push({ names: path, report });
      visit(attached, path);
    }
  };
  visit(pdf, []);
  return reports;
}

function filesOf(bytes: Uint8Array, options: PdfValidationOptions, most: number) {
  const access = options.password === undefined ? {} : { password: options.password };
  return unlessUnreadable(() => [...attachedFiles(openPdf(bytes, options.limits, access), most)]) ?? [];
}

/** Readers look for the header in the first kilobyte. */
function looksLikePdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  return head.includes(HEADER);
}

function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
