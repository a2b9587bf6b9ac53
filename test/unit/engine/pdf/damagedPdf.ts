import { bytesOf, ONE_PAGE } from "./handWritten.js";

/** A document of one page that says Hello. */
export const TEXT_PAGE: Readonly<Record<number, string>> = {
  ...ONE_PAGE,
  3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
  4: "<< /Length 36 >>\nstream\nBT /F 24 Tf 20 20 Td (Hello) Tj ET  \nendstream",
  5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
};

export interface Damage {
  /** Added to the number behind the last startxref, or put in its place; `older`: the number of the section before. */
  readonly startxref?: number | string;
  /** Cut from the last place where this stands: of `xref` the table up to its trailer; else to the end of the file. */
  readonly cut?: "startxref" | "%%EOF" | "xref";
  readonly replace?: readonly [RegExp | string, string];
}

/** A document hurt in one place. */
export function damagedPdf(pdf: Uint8Array, damage: Damage): Uint8Array {
  let text = Buffer.from(pdf).toString("latin1");
  if (damage.replace !== undefined) text = text.replace(damage.replace[0], damage.replace[1]);
  const { startxref } = damage;
  if (startxref !== undefined) {
    const older = /\/Prev (\d+)/.exec(text)?.[1] ?? "";
    text = text.replace(/startxref\s(\d+)(?=\s%%EOF\s$)/, (_, number) => {
      const said = typeof startxref === "number" ? Number(number) + startxref : startxref;
      return `startxref\n${said === "older" ? older : said}`;
    });
  }
  if (damage.cut === "xref")
    text = text.replace(/\nxref.*?(?=trailer)/gs, "\n").replace(/startxref.*?%%EOF/gs, "");
  else if (damage.cut !== undefined) text = text.slice(0, text.lastIndexOf(damage.cut));
  return bytesOf(text);
}
