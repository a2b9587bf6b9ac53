import { openPdf } from "../../../../../engine/pdf/document.js";
import { addTestMark, changeForm } from "../../../../../engine/pdf/form/changeForm.js";
import { describeWith } from "../../../../support/judges.js";
import { quickestRun } from "../../../../support/processorTime.js";
import { sampleDocument } from "../../pades/sampleDocument.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { place } from "../placed.js";
import { madeByQpdf, qpdfComplaints } from "../qpdf.js";
import { wordBoxes } from "../text/wordBoxes.js";
import { isIn, pageWith, style } from "./formPages.js";

const MARK = { text: "TEST without value" };
const mark = (pdf: Uint8Array) => addTestMark(pdf, MARK, style());
/** The middle of the upper edge of a page of this width. */
const top = (width: number) =>
  ({ page: 1, x: width / 2 - 60, y: 0, width: 120, height: 24, origin: "top-left" }) as const;

describe("a test's mark", () => {
  test("is no change to a document that is signed, which would not outlive it", () => {
    expect(mark(place(handWrittenPdf(ONE_PAGE)).signed)).toBeNull();
  });

  test("is drawn once for all pages", async () => {
    const text = Buffer.from(mark(await sampleDocument(20, true))!).toString("latin1");
    expect(text.match(/\/Subtype\/Stamp/g)).toHaveLength(20);
    expect(text.match(/\/Subtype \/Form/g)).toHaveLength(1);
  });

  test("leaves every byte before it as it was, contents of pages among them", async () => {
    const pdf = await sampleDocument(3, false);
    expect(Buffer.from(mark(pdf)!.subarray(0, pdf.length)).equals(pdf)).toBe(true);
  });

  test("needs one line of at most 120 characters", () => {
    for (const text of ["", " ", "x".repeat(121)])
      expect(() => addTestMark(handWrittenPdf(ONE_PAGE), { text }, style())).toThrow(RangeError);
  });

  test("costs a fraction of a millisecond a page and 450 bytes, on the thousandth as on the first", async () => {
    const pdf = await sampleDocument(1000, true);
    expect(quickestRun(300, () => mark(pdf))).toBeLessThan(300);
    expect(mark(pdf)!.length - pdf.length).toBeLessThan(1000 * 450);
  });
});

describeWith(["qpdf", "pdftotext"], "a test's mark, as poppler reads it", () => {
  test.each([0, 90, 180, 270])("stands upright at the top of a page turned by %p degrees", (turn) => {
    const marked = mark(pageWith(`/Rotate ${turn}`))!;
    const [words] = wordBoxes(marked);
    expect(words!.map(({ text }) => text)).toEqual(MARK.text.split(" "));
    expect(words!.every((word) => isIn(word, top(turn % 180 === 0 ? 300 : 200)))).toBe(true);
    expect(qpdfComplaints(marked)).toBe("");
  });

  test("stands on every page, however they keep their annotations", () => {
    const page = (more: string) =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R ${more} >>`;
    const annotation = "<< /Type /Annot /Subtype /Square /Rect [0 0 9 9] >>";
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      2: "<< /Type /Pages /Kids [3 0 R 5 0 R 6 0 R 7 0 R 8 0 R] /Count 5 >>",
      5: page("/Annots 9 0 R"),
      6: page("/Annots 9 0 R"),
      7: page("/Annots 10 0 R"),
      8: page(`/Annots [${annotation}]`),
      9: "[]",
      10: `[${annotation}]`,
    });
    const pages = wordBoxes(mark(pdf)!);
    expect(pages.map((words) => words.map(({ text }) => text).join(" "))).toEqual(Array(5).fill(MARK.text));
  });

  test("fits a page that is smaller than itself", () => {
    const tiny = handWrittenPdf({ ...ONE_PAGE, 3: ONE_PAGE[3]!.replace("300 200", "40 40") });
    const [words] = wordBoxes(mark(tiny)!);
    expect(words!.every(({ left, right }) => left >= 0 && right <= 40)).toBe(true);
  });

  test("is left out where an encrypted document forbids annotations, and enciphered where it does not", async () => {
    const plain = await sampleDocument(2, true);
    const made = (modify: string) =>
      madeByQpdf(plain, ["--encrypt", "", "owner", "256", `--modify=${modify}`, "--"]);
    expect(mark(made("none"))).toBeNull();
    const marked = mark(made("all"))!;
    expect(qpdfComplaints(marked)).toBe("");
    expect(Buffer.from(marked).includes(MARK.text)).toBe(false);
    expect(wordBoxes(marked).map((words) => words[0]!.text)).toEqual(["TEST", "TEST"]);
  });

  test("shares the fields' revision", async () => {
    const pdf = await sampleDocument(2, false);
    const box = { page: 2, x: 60, y: 60, width: 100, height: 20, origin: "top-left" } as const;
    const value = { kind: "text", text: "filled" } as const;
    const fields = [{ name: "a", kind: "text", placement: box, value } as const];
    const changed = changeForm(pdf, { ...style(), fields, mark: MARK });
    expect(Buffer.from(changed).toString("latin1").match(/%%EOF/g)).toHaveLength(2);
    expect(openPdf(changed).catalog.has("AcroForm")).toBe(true);
    expect(wordBoxes(changed)[1]!.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["TEST", "filled"]),
    );
  });
});
