import { createHash } from "node:crypto";
import type { PdfDocument } from "./document.js";
import { asArray, PdfString } from "./objects.js";

/** Bytes of each half of a file identifier; the standard asks for 16 at least. */
const HALF = 16;

/**
 * The file identifier of the next revision (ISO 32000-2 14.4): the first half stays for the life of the file, the
 * second changes with each revision. A file without one gets two equal halves; but an encrypted one gets none, as the first half
 * goes into its key.
 * @param seed bytes that stand for the contents of the file, such as a digest of it
 */
export function nextFileIdentifier(document: PdfDocument, seed: Uint8Array): PdfString[] | undefined {
  const [first] = asArray(document.resolve(document.xref.newest.trailer.get("ID"))) ?? [];
  const changing = new PdfString(createHash("sha256").update(seed).digest().subarray(0, HALF), true);
  const permanent = document.resolve(first);
  if (permanent instanceof PdfString) return [new PdfString(permanent.bytes, true), changing];
  return document.encryption === undefined ? [changing, changing] : undefined;
}
