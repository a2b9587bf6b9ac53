import { degrees, PDFDocument, type PDFFont, PDFName, PDFString, StandardFonts } from "pdf-lib";

const A4: [number, number] = [595, 842];

/** A document of some pages of text, one of them drawn by `draw`; saved with object streams or without. */
async function laidOut(
  pages: number,
  change: (document: PDFDocument, font: PDFFont) => void = () => undefined,
  useObjectStreams = false,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    document.addPage(A4).drawText(`Page ${number} of the contract`, { x: 60, y: 700, font });
  }
  change(document, font);
  return document.save({ useObjectStreams, addDefaultPage: false, updateFieldAppearances: true });
}

export const classicPdf = (): Promise<Uint8Array> => laidOut(2);
export const objectStreamPdf = (): Promise<Uint8Array> => laidOut(2, undefined, true);

/** 300 pages in a tree of pages. */
export const manyPagesPdf = (): Promise<Uint8Array> => laidOut(300, undefined, true);

/** Pages turned by each quarter, and cut to a part of their paper. */
export const turnedPdf = (): Promise<Uint8Array> =>
  laidOut(4, (document) => {
    for (const [index, page] of document.getPages().entries()) {
      page.setRotation(degrees(90 * index));
      page.setCropBox(50, 100, 400, 650);
    }
  });

/** A form with a text field, a check box, and two signature fields: `Buyer` that is seen, and `Seller` that is not. */
export const formPdf = (): Promise<Uint8Array> =>
  laidOut(2, (document, font) => {
    const [page] = document.getPages();
    const form = document.getForm();
    form.createTextField("Company").addToPage(page!, { x: 60, y: 600, width: 200, height: 20, font });
    form.createCheckBox("Agreed").addToPage(page!, { x: 60, y: 560, width: 15, height: 15 });
    const boxes = { Buyer: [60, 400, 260, 460], Seller: [0, 0, 0, 0] };
    for (const [name, box] of Object.entries(boxes)) {
      const field = document.context.obj({
        Type: "Annot",
        Subtype: "Widget",
        FT: "Sig",
        T: PDFString.of(name),
        Rect: box,
        F: 4,
        P: page!.ref,
      });
      const ref = document.context.register(field);
      page!.node.addAnnot(ref);
      form.acroForm.addField(ref);
    }
  });

/** A tagged document: a structure tree with one paragraph. */
export const taggedPdf = (): Promise<Uint8Array> =>
  laidOut(1, (document) => {
    const { context, catalog } = document;
    const [page] = document.getPages();
    const paragraph = context.nextRef();
    const root = context.register(
      context.obj({ Type: "StructTreeRoot", K: paragraph, ParentTreeNextKey: 1 }),
    );
    context.assign(paragraph, context.obj({ Type: "StructElem", S: "P", P: root, Pg: page!.ref, K: 0 }));
    catalog.set(PDFName.of("StructTreeRoot"), root);
    catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
    catalog.set(PDFName.of("Lang"), PDFString.of("en"));
    page!.node.set(PDFName.of("StructParents"), context.obj(0));
  });

/** A document with 20 MB of an attachment in it. */
export const largePdf = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.load(await laidOut(100));
  const noise = Buffer.alloc(20_000_000);
  for (let at = 0, state = 1; at < noise.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise.writeUInt32LE(state, at);
  }
  await document.attach(noise, "measurements.bin", { mimeType: "application/octet-stream" });
  return document.save({ useObjectStreams: false });
};
