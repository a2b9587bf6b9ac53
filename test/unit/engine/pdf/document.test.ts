import { openPdf, type PdfDocument } from "../../../../engine/pdf/document.js";
import { asArray, PdfRef } from "../../../../engine/pdf/objects.js";
import { countPages, findPage } from "../../../../engine/pdf/pageTree.js";
import { bytesOf, handWrittenPdf, hybridPdf, ONE_PAGE, revisedPdf, streamWrittenPdf } from "./handWritten.js";

const mediaBox = (document: PdfDocument) => asArray(findPage(document, 1).dict.get("MediaBox"));

/** Object 4 stands in it twice, so that its cross-reference, when it is damaged, cannot be restored. */
const TWICE = { ...ONE_PAGE, 5: "null\nendobj\n4 0 obj\nnull" };

const KEYS = `/O <${"00".repeat(32)}> /U <${"00".repeat(32)}>`;

describe("documents as they occur are read", () => {
  test.each([
    ["a plain one", handWrittenPdf(ONE_PAGE)],
    ["CR as the only end of line", handWrittenPdf(ONE_PAGE, { eol: "\r", entryEnd: " \r" })],
    ["CR LF as the end of line", handWrittenPdf(ONE_PAGE, { eol: "\r\n", entryEnd: "\r\n" })],
    ["entries of 19 bytes", handWrittenPdf(ONE_PAGE, { entryEnd: "\n" })],
    ["entries of 21 bytes", handWrittenPdf(ONE_PAGE, { entryEnd: " \r\n" })],
    ["object 0 numbered as 1", handWrittenPdf(ONE_PAGE, { firstNumber: 1 })],
    [
      "junk before the header, offsets from the header",
      handWrittenPdf(ONE_PAGE, { junk: "HTTP/1.1 200 OK\r\n\r\n" }),
    ],
    [
      "junk before the header, offsets from the file",
      handWrittenPdf(ONE_PAGE, { junk: "junk\n", offsetsFrom: "file" }),
    ],
    ["blanks behind %%EOF", handWrittenPdf(ONE_PAGE, { behind: " \0\n".repeat(2000) })],
    ["a hybrid one", hybridPdf()],
    ["a cross-reference stream", streamWrittenPdf(ONE_PAGE)],
    ["an object stream", streamWrittenPdf(ONE_PAGE, { compressed: [3, 1, 2] })],
    ["PNG None", streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 0 })],
    ["PNG Sub", streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 1 })],
    ["PNG Up", streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 2 })],
    ["PNG Average", streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 3 })],
    ["PNG Paeth", streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 4 })],
    ["a missing endobj", handWrittenPdf({ ...ONE_PAGE, 5: "(no endobj follows)\n%" })],
  ])("%s", (_, pdf) => {
    const document = openPdf(pdf);
    expect(countPages(document)).toBe(1);
    expect(mediaBox(document)).toEqual([0, 0, 300, 200]);
  });

  test("a stream's wrong /Length is mended by its endstream", () => {
    for (const length of ["3", "999999", "(x)", "9 0 R", "4 0 R"]) {
      const body = `<< /Length ${length} >>\nstream\nexactly this\r\nendstream`;
      const stream = openPdf(handWrittenPdf({ ...ONE_PAGE, 4: body })).resolve(new PdfRef(4, 0));
      expect(stream).toHaveProperty("raw", bytesOf("exactly this"));
    }
  });

  test("the newest revision of an object counts, and a freed object is null", () => {
    const revised = revisedPdf(handWrittenPdf(ONE_PAGE), { 3: ONE_PAGE[3]!.replace("300", "400") });
    expect(mediaBox(openPdf(revised))).toEqual([0, 0, 400, 200]);
    const document = openPdf(handWrittenPdf(ONE_PAGE));
    expect(document.resolve(new PdfRef(0, 65535))).toBeUndefined();
    expect(document.resolve(new PdfRef(3, 7))).toBeUndefined();
    expect(document.resolve(new PdfRef(99, 0))).toBeUndefined();
  });

  test("object 0 is none, even where an entry says where it stands", () => {
    const text = Buffer.from(handWrittenPdf(ONE_PAGE)).toString("latin1");
    const entry = `${String(text.indexOf("4 0 obj")).padStart(10, "0")} 00000 n`;
    const pdf = text.replace("0000000000 65535 f", entry).replace("4 0 obj", "0 0 obj");
    expect(openPdf(bytesOf(pdf)).resolve(new PdfRef(0, 0))).toBeUndefined();
  });

  test("forty revisions are read as one is, whichever of them an object is in", () => {
    let pdf = handWrittenPdf(ONE_PAGE);
    for (let width = 301; width <= 340; width++)
      pdf = revisedPdf(pdf, { 3: ONE_PAGE[3]!.replace("300", `${width}`) });
    expect(mediaBox(openPdf(pdf))).toEqual([0, 0, 340, 200]);
    expect(openPdf(pdf).catalogRef).toEqual(new PdfRef(1, 0));
  });

  test("among many revisions, a large one counts by its age like any other", () => {
    const many = (body: string) => Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [i + 10, body]));
    const versions = (pdf: Uint8Array, numbers: number[]) =>
      numbers.map((num) => openPdf(pdf).resolve(new PdfRef(num, 0)));
    let pdf = handWrittenPdf(ONE_PAGE);
    for (let i = 0; i < 4; i++) pdf = revisedPdf(pdf, { 10: "1", 11: "1", 9000: "1" });
    pdf = revisedPdf(pdf, many("2"));
    for (let i = 0; i < 4; i++) pdf = revisedPdf(pdf, { 10: "3" });
    expect(versions(pdf, [10, 11, 12, 9000])).toEqual([3, 2, 2, 1]);
  });
});

describe("what cannot be opened is refused with its reason", () => {
  const good = handWrittenPdf(ONE_PAGE);
  test.each([
    ["0 bytes", new Uint8Array(), "pdf_empty", "0 bytes"],
    ["no header", bytesOf("<html></html>"), "pdf_not_a_pdf", "%PDF-"],
    ["a header only behind 1024 bytes", bytesOf(`${" ".repeat(1025)}%PDF-1.7`), "pdf_not_a_pdf", "1024"],
    [
      "no startxref",
      bytesOf("%PDF-1.7\n1 0 obj\nendobj\n"),
      "pdf_damaged",
      "it has no startxref, at byte 24",
    ],
    [
      "an update that was cut off",
      Buffer.concat([good, bytesOf("9 0 obj\n<<")]),
      "pdf_damaged",
      "objects follow its last cross-reference section",
    ],
    [
      "an encrypted one",
      handWrittenPdf(ONE_PAGE, { trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P 0 ${KEYS} >>` }),
      "pdf_encrypted",
      "without its password",
    ],
    ["no catalog", handWrittenPdf({ ...ONE_PAGE, 1: "(none)" }), "pdf_damaged", "its catalog is missing"],
    ["references in a circle", handWrittenPdf({ 1: "2 0 R", 2: "1 0 R" }), "pdf_damaged", "circle"],
    ["a catalog that is itself", handWrittenPdf({ 1: "1 0 R" }), "pdf_damaged", "circle"],
  ])("%s", (_, pdf, code, message) => {
    expect(() => openPdf(pdf)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test("a cross-reference stream too short for its /Index, or with entries of no known type", () => {
    const damaged = (message: string) =>
      expect.objectContaining({ code: "pdf_damaged", message: expect.stringContaining(message) });
    expect(() => openPdf(streamWrittenPdf(TWICE, { trailer: "/Index [0 20]" }))).toThrow(
      damaged("too short"),
    );
    expect(() => openPdf(streamWrittenPdf(TWICE, { trailer: "/W [2 2 1]" }))).toThrow(
      damaged("unknown entries"),
    );
  });

  test("cross-reference sections in a circle", () => {
    const at = Buffer.from(handWrittenPdf(TWICE)).toString("latin1").lastIndexOf("xref\n0");
    const circle = handWrittenPdf(TWICE, { trailer: `/Prev ${at}` });
    expect(() => openPdf(circle)).toThrow("its cross-reference sections form a circle");
  });

  test("an object that is not where the cross-reference says", () => {
    const text = Buffer.from(good).toString("latin1");
    const moved = bytesOf(text.replace("2 0 obj", "7 0 obj"));
    expect(() => countPages(openPdf(moved))).toThrow(
      /object 2 is not where the cross-reference says, at byte \d+/,
    );
  });

  test("more revisions, entries or pages than the limits, each named with its value", () => {
    const revised = revisedPdf(good, { 3: ONE_PAGE[3]! });
    expect(() => openPdf(revised, { maxRevisions: 1 })).toThrow("the limit maxRevisions is 1");
    expect(() => openPdf(good, { maxObjects: 4 })).toThrow("the limit maxObjects is 4");
    expect(() => countPages(openPdf(good, { maxPages: 0 }))).toThrow(
      "more than 0 pages: the limit maxPages is 0",
    );
  });

  test("objects that overlap, so that reading each would cost the whole file each time", () => {
    const count = 3000;
    let body = "";
    const offsets: number[] = [];
    const start = "%PDF-1.7\n1 0 obj\n<< /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [3 0 R] >>\nendobj\n";
    for (let num = 3; num < count; num++) {
      offsets.push(start.length + body.length);
      body += `${num} 0 obj\n<< /Kids [${num + 1} 0 R] /A (`;
    }
    body += `${" ".repeat(40_000)}${")>>".repeat(count)}\n`;
    const entries = [9, 43, ...offsets]
      .map((offset) => `${String(offset).padStart(10, "0")} 00000 n\r\n`)
      .join("");
    const at = start.length + body.length;
    const table = `xref\n1 ${count - 1}\n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
    const document = openPdf(bytesOf(start + body + table), { maxDepth: 10_000 });
    expect(() => countPages(document)).toThrow("overlap");
  });
});
