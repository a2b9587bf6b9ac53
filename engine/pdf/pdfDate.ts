import { PdfString } from "./objects.js";

/** A date (ISO 32000-2 7.9.4) in UTC, to the second: `D:20260131235959Z00'00'` is written `D:20260131235959Z`. */
export function pdfDate(date: Date): PdfString {
  const digits = date.toISOString().slice(0, 19).replace(/[-:T]/g, "");
  return new PdfString(Buffer.from(`D:${digits}Z`, "latin1"));
}
