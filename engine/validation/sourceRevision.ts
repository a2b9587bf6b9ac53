import { EngineError } from "../error.js";
import type { PdfDocument } from "../pdf/document.js";

const END_OF_FILE = Buffer.from("%%EOF", "latin1");

/**
 * The document as it was before a revision of it: up to the end of the revision before (ISO 32000-2 7.5.6).
 * @param revision whose newest revision is taken away
 * @param from byte offset of something that came with that revision
 * @returns all of it where there was nothing before
 */
export function sourceOf(
  revision: PdfDocument,
  from: number,
  open: (end: number) => PdfDocument | null,
): Uint8Array {
  const { bytes, xref } = revision;
  const end = endBefore(bytes, from);
  // Of a linearized file the first end is none: the newest section stands before it.
  if (end === null || xref.base + xref.newest.offset < end) return bytes;
  const before = open(end);
  return before !== null && hasPages(before) ? bytes.subarray(0, end) : bytes;
}

function endBefore(bytes: Uint8Array, from: number): number | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, from).lastIndexOf(END_OF_FILE);
  if (at < 0) return null;
  let end = at + END_OF_FILE.length;
  if (bytes[end] === 0x0d) end++;
  if (bytes[end] === 0x0a) end++;
  return end;
}

function hasPages(document: PdfDocument): boolean {
  try {
    return document.resolve(document.catalog.get("Pages")) !== undefined;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}
