import { inflateSync } from "node:zlib";
import type { PdfDocument } from "./document.js";
import { isName, PdfStream } from "./objects.js";

/** The XMP namespace by which a document says that it conforms to PDF/A (ISO 19005-1 6.7.11, Table 6). */
const PDFA_IDENTIFICATION = "www.aiim.org/pdfa/ns/id/";
/** Metadata are a few kilobytes; some hold a thumbnail. */
const MAX_METADATA_BYTES = 1024 * 1024;

/**
 * Whether a document says of itself that it is PDF/A, of whatever part. What is added to it then must keep the promise.
 * Metadata that cannot be read promise nothing.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` for the object that holds the metadata
 */
export function claimsArchival(document: PdfDocument): boolean {
  // No part of ISO 19005 allows encryption.
  if (document.encryption !== undefined) return false;
  const metadata = document.resolve(document.catalog.get("Metadata"));
  if (!(metadata instanceof PdfStream)) return false;
  const xmp = plainBytes(document, metadata);
  return (
    xmp !== undefined && Buffer.from(xmp.buffer, xmp.byteOffset, xmp.length).includes(PDFA_IDENTIFICATION)
  );
}

function plainBytes(document: PdfDocument, { dict, raw }: PdfStream): Uint8Array | undefined {
  const given = document.resolve(dict.get("Filter"));
  const filters = Array.isArray(given) ? given : given === undefined ? [] : [given];
  if (filters.length === 0) return raw.subarray(0, MAX_METADATA_BYTES);
  if (filters.length > 1 || !isName(document.resolve(filters[0]), "FlateDecode")) return undefined;
  try {
    return inflateSync(raw, { maxOutputLength: MAX_METADATA_BYTES });
  } catch {
    return undefined;
  }
}
