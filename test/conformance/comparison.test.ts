import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith } from "../support/judges.js";
import { handWrittenPdf, ONE_PAGE, revisedPdf } from "../unit/engine/pdf/handWritten.js";
import { damageDone } from "./judging/unchanged.js";

const FONT = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
const page = (more = "") =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources ${FONT} ${more} >>`;
const content = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const DRAWN = "0 0 1 rg 20 20 100 50 re f 0 g BT /F 20 Tf 150 150 Td (Contract) Tj ET";

describeWith(["qpdf", "pdftoppm", "mutool"], "the comparison of a document before and after", () => {
  const original = handWrittenPdf({ ...ONE_PAGE, 3: page(), 4: content(DRAWN) });
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-comparison-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** The rectangle at the lower left. */
  const box = { page: 1, left: 0.05, top: 0.6, right: 0.45, bottom: 0.95, text: "Signed" };

  async function damage(after: Uint8Array): Promise<string> {
    const files = { before: join(directory, "before.pdf"), after: join(directory, "after.pdf") };
    await writeFile(files.before, original);
    await writeFile(files.after, after);
    return (await damageDone(files, join(directory, "drawn"), box)).join("\n");
  }

  const drawn = (text: string) => revisedPdf(original, { 4: content(text), 9: "null" });

  test("finds nothing in a revision that changes nothing", async () => {
    expect(await damage(drawn(DRAWN))).toBe("");
  });

  test("lets the part change that a signature is seen in, and text be added to the end", async () => {
    expect(await damage(drawn(DRAWN.replace("0 0 1 rg", "1 0 0 rg")))).toBe("");
    expect(await damage(drawn(`${DRAWN} BT /F 8 Tf 30 30 Td (Signed) Tj ET`))).toBe("");
  });

  test("sees one pixel outside of that part, in both programs' drawings", async () => {
    const said = await damage(drawn(`${DRAWN} 0 g 280 10 2 2 re f`));
    expect(said).toMatch(/pdftoppm.*page 1 is changed/);
    expect(said).toMatch(/mutool.*page 1 is changed/);
  });

  test("sees another word, a page more and a new complaint of qpdf", async () => {
    expect(await damage(drawn(DRAWN.replace("Contract", "Contrast")))).toMatch(/the text of page 1/);
    const twice = revisedPdf(original, { 2: "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>", 9: page() });
    expect(await damage(twice)).toContain("1 pages became 2");
    const broken = revisedPdf(original, {
      4: content(DRAWN).replace("/Length", "/Filter /FlateDecode /Length"),
      9: "null",
    });
    expect(await damage(broken)).toMatch(/error decoding stream/);
  });
});
