import { deflateSync } from "node:zlib";
import { PdfName, type PdfObject, PdfStream, pdfDict } from "../../objects.js";

/** Below this, a stream is not worth its filter. */
const WORTH_PACKING = 200;
const FLATE = new PdfName("FlateDecode");

/** A stream, compressed quickly (ISO 32000-1, 7.4.4), unless compression makes it no shorter. */
export function packedStream(bytes: Uint8Array, entries: Record<string, PdfObject> = {}): PdfStream {
  if (bytes.length < WORTH_PACKING) return new PdfStream(pdfDict(entries), bytes);
  const packed = deflateSync(bytes, { level: 1 });
  if (packed.length >= bytes.length) return new PdfStream(pdfDict(entries), bytes);
  return new PdfStream(pdfDict({ ...entries, Filter: FLATE }), packed);
}
