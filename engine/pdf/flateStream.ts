import { deflateSync } from "node:zlib";
import { PdfName, type PdfObject, PdfStream, pdfDict } from "./objects.js";

/** Below this, compressing costs more time than the bytes it spares are worth: a name's glyphs are 3 to 10 KB. */
const WORTH_COMPRESSING = 24 * 1024;
const FLATE = new PdfName("FlateDecode");

/** A stream of these bytes, compressed quickly where they are many (ISO 32000-2, 7.4.4). */
export function flateStream(bytes: Uint8Array, entries: Record<string, PdfObject> = {}): PdfStream {
  if (bytes.length < WORTH_COMPRESSING) return new PdfStream(pdfDict(entries), bytes);
  return new PdfStream(pdfDict({ ...entries, Filter: FLATE }), deflateSync(bytes, { level: 1 }));
}
