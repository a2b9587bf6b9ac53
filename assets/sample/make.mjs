import { writeFileSync } from "node:fs";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";

// Makes agreement.pdf, the document for those who have none at hand: node assets/sample/make.mjs

const ink = rgb(0.13, 0.15, 0.19);
const grey = rgb(0.42, 0.45, 0.5);
const page = { width: 595.28, height: 841.89 };
const margin = 72;

const paragraphs = [
  [
    "1. Services",
    "The Provider keeps the Client's analytical engine in working order: quarterly inspection, lubrication of the mill, replacement of worn number wheels, and punching of operation cards on request.",
  ],
  [
    "2. Term",
    "This agreement begins on the day of its last signature and runs for twelve months. It is renewed for the same term unless one party gives notice, in writing, thirty days before its end.",
  ],
  [
    "3. Fees",
    "The Client pays 1,200.00 EUR a quarter, within thirty days of each invoice. Parts are invoiced at cost.",
  ],
  [
    "4. Confidentiality",
    "Each party keeps to itself what it learns of the other's tables, cards and correspondence, during the term and for two years after it.",
  ],
  [
    "5. Electronic signature",
    "The parties agree to sign this agreement electronically, and that a signature so given binds them as one made by hand.",
  ],
];

writeFileSync(new URL("agreement.pdf", import.meta.url), await serviceAgreement());

async function serviceAgreement() {
  const pdf = await PDFDocument.create();
  const date = new Date("2026-01-01T00:00:00Z");
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.setTitle("Sample service agreement");
  pdf.setLanguage("en");
  const text = await pdf.embedFont(StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(StandardFonts.TimesRomanBold);
  const first = pdf.addPage([page.width, page.height]);
  let y = page.height - margin - 12;
  first.drawText("Service Agreement", { x: margin, y, size: 24, font: bold, color: ink });
  y -= 30;
  first.drawText("between Demo Company (the Provider) and Ada Lovelace (the Client)", {
    x: margin,
    y,
    size: 11.5,
    font: text,
    color: grey,
  });
  y -= 36;
  for (const [heading, body] of paragraphs) {
    first.drawText(heading, { x: margin, y, size: 12.5, font: bold, color: ink });
    y = drawParagraph(first, body, y - 18, text) - 16;
  }
  const second = pdf.addPage([page.width, page.height]);
  second.drawText("Signatures", {
    x: margin,
    y: page.height - margin - 12,
    size: 18,
    font: bold,
    color: ink,
  });
  drawParagraph(
    second,
    "Signed by the parties on the dates that stand beside their names.",
    page.height - margin - 40,
    text,
  );
  for (const [index, sheet] of [first, second].entries()) {
    sheet.drawText(`Page ${index + 1} of 2`, {
      x: page.width / 2 - 22,
      y: 18,
      size: 9,
      font: text,
      color: grey,
    });
  }
  return pdf.save();
}

/** Draws text broken into lines that fit between the margins. @returns the height at which the next line stands */
function drawParagraph(sheet, body, top, font) {
  const size = 11.5;
  let y = top;
  let line = "";
  const flush = () => {
    sheet.drawText(line, { x: margin, y, size, font, color: ink });
    y -= 16;
    line = "";
  };
  for (const word of body.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > page.width - 2 * margin) {
      flush();
      line = word;
    } else line = longer;
  }
  flush();
  return y;
}
