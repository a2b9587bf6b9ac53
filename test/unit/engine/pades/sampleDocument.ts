import { PDFDocument, StandardFonts } from "pdf-lib";

/** A document of text pages, as pdf-lib writes it. */
export async function sampleDocument(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    document.addPage([595, 842]).drawText(`Page ${number} of the contract`, { x: 60, y: 700, font });
  }
  return document.save({ useObjectStreams });
}
