import type { Appearance } from "./appearanceSource.js";
import { PdfName, PdfStream, pdfDict } from "./objects.js";

/**
 * What is seen of a signature that is not seen: a form XObject without a size and without content. Part 1 of PDF/A asks
 * for an appearance of every field (ISO 19005-1 6.9); only later parts spare those without an area.
 */
export const emptyAppearance: Appearance = {
  build(allocate) {
    const form = allocate();
    const dict = pdfDict({
      Type: new PdfName("XObject"),
      Subtype: new PdfName("Form"),
      BBox: [0, 0, 0, 0],
    });
    return { form, objects: [{ ref: form, value: new PdfStream(dict, new Uint8Array(0)) }] };
  },
};
