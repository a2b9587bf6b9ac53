import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";

const text = rgb(0.09, 0.1, 0.13);
const soft = rgb(0.38, 0.41, 0.47);
const line = rgb(0.8, 0.82, 0.86);

const clauses = [
  [
    "Premises",
    "The landlord lets to the tenant the furnished flat on the second floor of 14 Quai des Tanneurs, with its cellar and the use of the courtyard.",
    "An inventory of the furniture is part of this lease. Both parties check it on the day the keys are handed over.",
  ],
  [
    "Term",
    "The lease begins on 1 March 2027 and runs for three years.",
    "It may be renewed by agreement in writing, at the latest three months before it ends.",
  ],
  [
    "Rent",
    "The rent is 940 euros a month and is due on the first working day. Heating and water are paid by meter.",
    "The rent is reviewed once a year and follows the index of rents that the national office publishes.",
  ],
  [
    "Deposit",
    "The tenant pays a deposit of one month's rent when the lease is signed.",
    "The landlord returns it within a month of receiving the keys, less what is owed for damage.",
  ],
  [
    "Upkeep",
    "The tenant keeps the flat in good order and tells the landlord at once of any damage.",
    "The landlord sees to the roof, the walls, the pipes and the heating.",
  ],
  [
    "Insurance",
    "The tenant insures the flat against fire and water from the first day.",
    "The policy is shown to the landlord once a year, when the landlord asks for it.",
  ],
  [
    "Notice",
    "The tenant may leave with one month's notice, the landlord may end the lease with six.",
    "Notice is given by registered letter or by a message that is signed electronically.",
  ],
  [
    "Keys",
    "Three sets of keys are handed over with this lease.",
    "The tenant makes no further copies without the landlord's word.",
  ],
] as const;

/** Where the tenant signs and where the date stands, in points from the top left of page 3 as it is seen. */
export const leasePlaces = {
  signature: { page: 3, x: 322, y: 560, w: 200, h: 66 },
  date: { page: 3, x: 322, y: 636, w: 120, h: 20 },
} as const;

/** Breaks words into lines no wider than `width` points. */
function lines(words: string, font: PDFFont, size: number, width: number): string[] {
  const broken: string[] = [];
  let current = "";
  for (const word of words.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (font.widthOfTextAtSize(longer, size) > width && current !== "") {
      broken.push(current);
      current = word;
    } else current = longer;
  }
  return [...broken, current];
}

/** An A4 lease of three pages, with a place for two signatures on the last. @returns the PDF's bytes */
export async function leaseForFlat(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle("Lease of a furnished flat");
  pdf.setLanguage("en");
  const roman = await pdf.embedFont(StandardFonts.TimesRoman);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 3; number += 1) {
    const page = pdf.addPage([595.28, 841.89]);
    let y = 770;
    if (number === 1) y = heading(page, bold, plain);
    const first = (number - 1) * 3;
    for (const [index, [title, ...sentences]] of clauses.slice(first, first + 3).entries()) {
      page.drawText(`${first + index + 1}.  ${title}`, { x: 73, y, size: 12.5, font: bold, color: text });
      y -= 22;
      for (const one of sentences.flatMap((words) => lines(words, roman, 12, 449))) {
        page.drawText(one, { x: 73, y, size: 12, font: roman, color: text });
        y -= 18;
      }
      y -= 18;
    }
    if (number === 3) signatures(page, plain, bold);
    page.drawText(`Lease of a furnished flat, page ${number} of 3`, {
      x: 73,
      y: 48,
      size: 9,
      font: plain,
      color: soft,
    });
  }
  return pdf.save();
}

function heading(page: PDFPage, bold: PDFFont, plain: PDFFont): number {
  page.drawText("Lease of a furnished flat", { x: 73, y: 745, size: 24, font: bold, color: text });
  page.drawText("between Arbor Homes, the landlord, and Anna Martin, the tenant", {
    x: 73,
    y: 720,
    size: 11.5,
    font: plain,
    color: soft,
  });
  page.drawLine({ start: { x: 73, y: 702 }, end: { x: 522, y: 702 }, thickness: 0.75, color: line });
  return 668;
}

function signatures(page: PDFPage, plain: PDFFont, bold: PDFFont): void {
  const top = 841.89 - leasePlaces.signature.y;
  page.drawText("Signatures", { x: 73, y: top + 52, size: 12.5, font: bold, color: text });
  for (const [name, x] of [
    ["For Arbor Homes", 73],
    ["The tenant, Anna Martin", 322],
  ] as const) {
    page.drawText(name, { x, y: top + 12, size: 10, font: plain, color: soft });
    page.drawLine({
      start: { x, y: top - 68 },
      end: { x: x + 200, y: top - 68 },
      thickness: 0.75,
      color: line,
    });
  }
}

/** One A4 page to be read and not signed. @returns the PDF's bytes */
export async function tenantNotice(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setLanguage("en");
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const roman = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595.28, 841.89]);
  page.drawText("Information for tenants", { x: 73, y: 745, size: 22, font: bold, color: text });
  const words =
    "This notice tells you your rights when you rent a furnished flat. You may ask for it in another language. " +
    "It changes nothing in your lease.";
  for (const [index, one] of lines(words, roman, 12, 449).entries()) {
    page.drawText(one, { x: 73, y: 705 - index * 18, size: 12, font: roman, color: text });
  }
  return pdf.save();
}
