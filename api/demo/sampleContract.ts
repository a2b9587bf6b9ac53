import { readFile } from "node:fs/promises";

/** A service agreement of two pages, for those who have no PDF at hand. @returns the PDF */
export function sampleContract(): Promise<Buffer> {
  return readFile(new URL("../../../assets/sample/agreement.pdf", import.meta.url));
}
