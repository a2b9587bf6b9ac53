import { openPdf } from "../../../../engine/pdf/document.js";
import { Increment } from "../../../../engine/pdf/increment.js";
import { PdfName, type PdfRef, PdfStream, pdfDict } from "../../../../engine/pdf/objects.js";
import { placeSignature, type SignaturePlace } from "../../../../engine/pdf/placeSignature.js";
import { reserveSignature } from "../../../../engine/pdf/signatureDictionary.js";
import { bytesOf } from "./handWritten.js";

/** An appearance of this size, black in its lower left corner alone, so that every turn and mirroring shows. */
export function corneredAppearance({ width, height }: { readonly width: number; readonly height: number }) {
  return {
    build(allocate: () => PdfRef) {
      const form = allocate();
      const dict = pdfDict({
        Type: new PdfName("XObject"),
        Subtype: new PdfName("Form"),
        BBox: [0, 0, width, height],
      });
      const content = bytesOf(`0 g 0 0 ${width / 3} ${height / 2} re f`);
      return { form, objects: [{ ref: form, value: new PdfStream(dict, content) }] };
    },
  };
}

/** Adds an empty signature; gives the document that results and the number of objects written for it. */
export function place(pdf: Uint8Array, how: SignaturePlace = {}, details: { readonly name?: string } = {}) {
  const increment = new Increment(openPdf(pdf));
  const signature = increment.allocate();
  const { dict } = reserveSignature({ signingDate: new Date(0), ...details }, 10);
  increment.put(signature, dict);
  const name = placeSignature(increment, how, { ref: signature, dict });
  const { bytes } = increment.write(bytesOf("seed"));
  const text = Buffer.from(bytes).toString("latin1");
  const written = [...text.matchAll(/^(\d+) 0 obj/gm)].map((match) => Number(match[1]));
  const signed = Buffer.concat([pdf, bytes]);
  return { name, written, signed, text, document: openPdf(signed) };
}

/** The code of the refusal; the field's name when there is none. */
export function placeOrCode(pdf: Uint8Array, how: SignaturePlace): string {
  try {
    return place(pdf, how).name;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
