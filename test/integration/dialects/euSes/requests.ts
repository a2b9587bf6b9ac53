import { PDFDocument, PDFString } from "pdf-lib";
import type { OrderDesk } from "../../../support/orderDesk.js";

/** As programs write base64 that learnt it from MIME: 76 characters a line. */
export function inLines(base64: string): string {
  return base64.replaceAll(/.{76}/g, "$&\r\n");
}

export const mario = {
  name: "Mario",
  surname: "Rossi",
  email: "mario_rossi@example.com",
  authentication: ["email"],
};
export const anna = { ...mario, name: "Anna", surname: "Bianchi", email: "anna@example.com" };

/** The least that is taken: one signer, one document. */
export function leastRequest({ content }: OrderDesk, more: object = {}): object {
  return {
    signers: [{ ...mario, signatures: [{ page: 1, x: "331", y: "45" }] }],
    inputDocuments: [{ sourceType: "base64", payload: inLines(content) }],
    ...more,
  };
}

/** A PDF of some empty pages, base64. @param size width and height, in points */
export async function blankPdf(pages: number, size: [number, number] = [595, 842]): Promise<string> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage(size);
  return Buffer.from(await pdf.save()).toString("base64");
}

/** A PDF of one page with an empty signature field. @param name of the field */
export async function pdfWithField(name: string): Promise<string> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const { context } = pdf;
  const field = context.obj({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: PDFString.of(name),
    F: 4,
    Rect: [331, 700, 495, 745],
    P: page.ref,
  });
  const fieldRef = context.register(field);
  page.node.addAnnot(fieldRef);
  pdf.catalog.getOrCreateAcroForm().addField(fieldRef);
  return Buffer.from(await pdf.save()).toString("base64");
}
