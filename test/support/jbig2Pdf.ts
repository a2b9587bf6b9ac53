import { PDFDocument, PDFName } from "pdf-lib";

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** A JBIG2 segment for page 1 (ITU-T T.88, 7.2): number, type, refers to nothing, data. */
function segment(number: number, type: number, data: readonly number[]): number[] {
  return [...uint32(number), type, 0, 1, ...uint32(data.length), ...data];
}

/**
 * A PDF of one page, 200 points square, filled by a black picture of 8 by 8 pixels coded in JBIG2: a page
 * information segment, and an immediate generic region whose bitmap is coded as ITU-T T.6 (MMR).
 */
export async function jbig2Pdf(): Promise<Uint8Array> {
  const pageInformation = segment(0, 48, [...uint32(8), ...uint32(8), ...uint32(0), ...uint32(0), 0, 0, 0]);
  // First row: horizontal mode, white run 0, black run 8; each row after it: two times "as the row above".
  const bits = `001${"00110101"}${"000101"}${"11".repeat(7)}`.padEnd(32, "0");
  const mmr = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const region = [...uint32(8), ...uint32(8), ...uint32(0), ...uint32(0), 0];
  const genericRegion = segment(1, 38, [...region, 1, ...mmr]);
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 200]);
  const image = pdf.context.stream(Uint8Array.from([...pageInformation, ...genericRegion]), {
    Type: "XObject",
    Subtype: "Image",
    Width: 8,
    Height: 8,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 1,
    Filter: "JBIG2Decode",
  });
  page.node.setXObject(PDFName.of("Im"), pdf.context.register(image));
  const draw = pdf.context.stream("q 200 0 0 200 0 0 cm /Im Do Q");
  page.node.set(PDFName.of("Contents"), pdf.context.register(draw));
  return pdf.save();
}
