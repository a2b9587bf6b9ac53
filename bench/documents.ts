import { randomBytes } from "node:crypto";

/** A document to measure with. */
export interface BenchDocument {
  readonly name: string;
  readonly pdf: Uint8Array;
  /** Its last page, counted from 1. */
  readonly pages: number;
}

const LINES = 40;

/**
 * The documents of the tables: 2 kB; 0.1 MB of 23 pages, which an order has; 0.5 MB of 100 pages of text; 20 MB of 100 pages with a picture each; 100 MB of 100
 * pages with a larger one. They are written here, byte by byte, so that nobody's writer is preferred.
 */
export const documents = {
  small: () => ({ name: "2 kB, 1 page", pdf: pagesOfText(1, 2), pages: 1 }),
  hundredKilobytes: () => ({ name: "0.1 MB, 23 pages", pdf: pagesOfText(23, LINES), pages: 23 }),
  hundredPages: () => ({ name: "0.5 MB, 100 pages", pdf: pagesOfText(100, LINES), pages: 100 }),
  twentyMegabytes: () => ({
    name: "20 MB, 100 pages",
    pdf: pagesOfText(100, LINES, 195_000),
    pages: 100,
  }),
  hundredMegabytes: () => ({
    name: "100 MB, 100 pages",
    pdf: pagesOfText(100, LINES, 1_043_000),
    pages: 100,
  }),
} satisfies Record<string, () => BenchDocument>;

/** A PDF 1.7 with a classic cross-reference table: so many pages of so many lines, and bytes of a picture on each. */
function pagesOfText(pages: number, lines: number, pictureBytes = 0): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: Buffer | string) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (num: number, ...body: (Buffer | string)[]) => {
    offsets[num] = length;
    add(`${num} 0 obj\n`);
    for (const part of body) add(part);
    add("\nendobj\n");
  };
  const perPage = pictureBytes > 0 ? 3 : 2;
  const pageNumber = (index: number) => 4 + perPage * index;
  add("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  object(1, "<</Type/Catalog/Pages 2 0 R>>");
  const kids = Array.from({ length: pages }, (_, index) => `${pageNumber(index)} 0 R`).join(" ");
  object(2, `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 595 842]>>`);
  object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  for (let index = 0; index < pages; index++) {
    const num = pageNumber(index);
    const picture = pictureBytes > 0 ? `/XObject<</Im0 ${num + 2} 0 R>>` : "";
    object(
      num,
      `<</Type/Page/Parent 2 0 R/Resources<</Font<</F0 3 0 R>>${picture}>>/Contents ${num + 1} 0 R>>`,
    );
    const text = textOf(lines);
    object(num + 1, `<</Length ${text.length}>>\nstream\n`, text, "\nendstream");
    if (pictureBytes > 0) {
      const side = Math.floor(Math.sqrt(pictureBytes));
      const data = randomBytes(side * side);
      const dict = `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/BitsPerComponent 8/ColorSpace/DeviceGray/Length ${data.length}>>`;
      object(num + 2, `${dict}\nstream\n`, data, "\nendstream");
    }
  }
  const xref = length;
  add(`xref\n0 ${offsets.length}\n0000000000 65535 f\r\n`);
  for (const offset of offsets.slice(1)) add(`${String(offset).padStart(10, "0")} 00000 n\r\n`);
  add(`trailer\n<</Size ${offsets.length}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`);
  return Buffer.concat(parts);
}

function textOf(lines: number): Buffer {
  let text = "BT /F0 8 Tf 18 TL 40 800 Td\n";
  for (let line = 0; line < lines; line++) text += `(${randomBytes(50).toString("hex")}) '\n`;
  return Buffer.from(`${text}ET`, "latin1");
}
