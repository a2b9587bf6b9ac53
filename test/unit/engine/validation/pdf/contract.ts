import { handWrittenPdf, revisedPdf } from "../../pdf/handWritten.js";

const stream = (dict: string, content: string) =>
  `<< ${dict} /Length ${content.length} >>\nstream\n${content}\nendstream`;
export const drawing = (text: string) => stream("", `BT /F 20 Tf 40 150 Td (${text}) Tj ET`);
export const appearance = (text: string) =>
  stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", `BT /F 12 Tf 2 4 Td (${text}) Tj ET`);

export const textField = (more: string) =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (price) /Rect [40 40 140 60] /P 3 0 R ${more} >>`;
export const page = (more: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources 6 0 R ${more} >>`;
export const note = (text: string) =>
  `<< /Type /Annot /Subtype /Text /Rect [200 150 220 170] /Contents (${text}) >>`;

/**
 * A contract of one page, with a text field, a field that nobody sees, a note, a named destination, and a resource /Later
 * that stands nowhere yet: the contents show it as soon as it does.
 */
export const contract = handWrittenPdf(
  {
    1: "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Dests 12 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: page("/Annots [7 0 R 8 0 R 11 0 R]"),
    4: drawing("Price: 100"),
    5: "<< /Fields [7 0 R 11 0 R] /DA (/F 0 Tf) /DR << /Font << /F 9 0 R >> >> >>",
    6: "<< /Font << /F 9 0 R >> /XObject << /Later 60 0 R /Seal 14 0 R >> >>",
    7: textField("/V (100) /AP << /N 10 0 R >>"),
    8: note("Please check."),
    9: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    10: appearance("100"),
    11: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (hidden) /V (0) /F 2 /Rect [150 40 250 60] /P 3 0 R >>",
    12: "<< /start [3 0 R /Fit] >>",
    13: "<< /Title (Contract) >>",
    14: appearance("Seal"),
  },
  { trailer: "/Info 13 0 R" },
);

/** Another state of the contract, appended as a revision. */
export const revised = (
  pdf: Uint8Array,
  objects: Readonly<Record<number, string>>,
  trailer = "/Info 13 0 R",
) => revisedPdf(pdf, objects, trailer);

/** The objects that a signature has changed, as it wrote them, so that an attack can go on from there. */
export function written(pdf: Uint8Array, num: number): string {
  const text = Buffer.from(pdf).toString("latin1");
  const at = text.lastIndexOf(`\n${num} 0 obj`);
  const start = text.indexOf("obj", at) + 3;
  return text.slice(start, text.indexOf("endobj", start)).trim();
}
