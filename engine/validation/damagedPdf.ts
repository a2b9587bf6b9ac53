import { conclude } from "./indication.js";
import type { PdfReport, SignatureReport } from "./pdfReport.js";
import { found } from "./signatureFinding.js";

const BYTE_RANGE = Buffer.from("/ByteRange", "latin1");

/**
 * The report on a file that cannot be read as one document without doubt, though signatures stand in it: each of them has
 * failed, since different programs show different documents.
 * @param why a sentence
 * @param most signatures that are told of
 * @returns null where nothing in the file looks like a signature
 */
export function reportDamaged(pdf: Uint8Array, why: string, time: Date, most: number): PdfReport | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const signatures: SignatureReport[] = [];
  for (let at = bytes.indexOf(BYTE_RANGE); at >= 0 && signatures.length < most; ) {
    signatures.push(failed(why));
    at = bytes.indexOf(BYTE_RANGE, at + BYTE_RANGE.length);
  }
  if (signatures.length === 0) return null;
  return { ...conclude(signatures), time, signatures, timestamps: [], original: pdf };
}

function failed(why: string): SignatureReport {
  const findings = [found("document_damaged", why)];
  return {
    ...conclude(findings),
    findings,
    ...{ fieldName: "", subFilter: "", level: null, algorithm: null, intact: false, end: null },
    ...{ coversWhole: false, modification: null, changes: [], claimedTime: null, provenTime: null },
    ...{ permits: null, timestamps: [], path: [], root: null },
  };
}
