import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPdf } from "../../../../engine/pdf/document.js";
import { countPages } from "../../../../engine/pdf/pageTree.js";
import { describeWith, describeWithCorpora } from "../../../support/judges.js";
import { damagedPdf, TEXT_PAGE } from "../pdf/damagedPdf.js";
import { bytesOf, handWrittenPdf, revisedPdf, streamWrittenPdf } from "../pdf/handWritten.js";
import { textByPoppler } from "../pdf/poppler.js";
import { madeByQpdf, qpdfComplaints } from "../pdf/qpdf.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

const placement = { page: 1, x: 20, y: 20, width: 150, height: 50, origin: "top-left" } as const;
const JUDGES = [...SIGNER_JUDGES, "pdftotext"];

const good = handWrittenPdf(TEXT_PAGE);
const compressed = streamWrittenPdf(TEXT_PAGE, { compressed: [1, 2, 3, 5] });
const revised = revisedPdf(good, { 4: TEXT_PAGE[4]!.replace("Hello", "Later") });
const JUNK = "HTTP/1.1 200 OK\r\n\r\n";

/** Each kind of damage that is taken, and whether the update then continues the file's own section or lists all. */
const TAKEN: readonly (readonly [string, Uint8Array, "continued" | "restored"])[] = [
  ["startxref names a place near its section", damagedPdf(good, { startxref: 7 }), "continued"],
  ["startxref names a place beyond the end", damagedPdf(good, { startxref: 99_999 }), "continued"],
  ["startxref is 0", damagedPdf(good, { startxref: "0" }), "continued"],
  ["startxref is no number", damagedPdf(good, { startxref: "here" }), "continued"],
  ["startxref of a cross-reference stream is wrong", damagedPdf(compressed, { startxref: -3 }), "continued"],
  ["there is no startxref", damagedPdf(good, { cut: "startxref" }), "continued"],
  ["%%EOF is missing", damagedPdf(good, { cut: "%%EOF" }), "continued"],
  [
    "an HTML page follows %%EOF",
    handWrittenPdf(TEXT_PAGE, { behind: `<html>${"\n<p>".repeat(2000)}` }),
    "continued",
  ],
  ["zeros follow %%EOF", handWrittenPdf(TEXT_PAGE, { behind: "\0".repeat(9000) }), "continued"],
  ["/Size is too small", handWrittenPdf(TEXT_PAGE, { size: 2 }), "continued"],
  [
    "junk stands before the header, and offsets count from the start of the file",
    handWrittenPdf(TEXT_PAGE, { junk: JUNK, offsetsFrom: "file" }),
    "restored",
  ],
  [
    "junk stands before the header, and offsets count from it",
    handWrittenPdf(TEXT_PAGE, { junk: JUNK }),
    "continued",
  ],
  ["entries have 19 bytes", handWrittenPdf(TEXT_PAGE, { entryEnd: "\n" }), "continued"],
  ["entries have 21 bytes", handWrittenPdf(TEXT_PAGE, { entryEnd: " \r\n" }), "continued"],
  ["object 0 is numbered 1", handWrittenPdf(TEXT_PAGE, { firstNumber: 1 }), "restored"],
  ["there is no cross-reference table at all", damagedPdf(good, { cut: "xref" }), "restored"],
  ["/Prev is 0", handWrittenPdf(TEXT_PAGE, { trailer: "/Prev 0" }), "restored"],
  ["/Prev leads nowhere", handWrittenPdf(TEXT_PAGE, { trailer: "/Prev 5" }), "restored"],
  ["/Prev is no number", handWrittenPdf(TEXT_PAGE, { trailer: "/Prev 9 0 R" }), "restored"],
  ["the table was converted from LF to CR LF", damagedPdf(good, { replace: [/\n/g, "\r\n"] }), "restored"],
  [
    "all offsets name the byte before",
    damagedPdf(good, { replace: [/^%PDF-1.7/, "%PDF-1.7 "] }),
    "continued",
  ],
  ["all offsets name the byte behind", damagedPdf(good, { replace: [/%\xe2/, "%"] }), "restored"],
  ["an entry is no number", damagedPdf(good, { replace: [/00000 n/, "0000x n"] }), "restored"],
  [
    "an entry names a wrong place",
    damagedPdf(good, { replace: [/(\d{10}) 00000 n/, "0000000017 00000 n"] }),
    "restored",
  ],
  [
    "the cross-reference stream is cut short",
    streamWrittenPdf(TEXT_PAGE, { trailer: "/Index [0 20]" }),
    "restored",
  ],
  [
    "with object streams, its section is circular",
    streamWrittenPdf(TEXT_PAGE, { compressed: [1, 2, 3], trailer: "/Prev 0" }),
    "restored",
  ],
];

function textRebuiltByQpdf(pdf: Uint8Array): string | undefined {
  try {
    return textByPoppler(madeByQpdf(pdf, []));
  } catch {
    return undefined;
  }
}

describeWith(JUDGES, "a damaged document that leaves no doubt is signed, as pdfsig and qpdf judge it", () => {
  let ada: TestSigner;
  beforeAll(async () => {
    ada = await TestSigner.create();
  });
  afterAll(() => ada.stop());

  test.each(TAKEN)("%s", (_, pdf, how) => {
    const document = openPdf(pdf);
    expect(document.xref.restored !== undefined).toBe(how === "restored");
    const signed = ada.signPdf(ada.signPdf(pdf, { placement }), { placement });
    expect(Buffer.from(signed).subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true);
    expect(countPages(openPdf(signed))).toBe(1);
    expect(openPdf(signed).xref.restored).toBeUndefined();
    expect(ada.verdicts(signed)).toMatchObject([{ valid: true, trusted: true }, GOOD]);
    const text = textByPoppler(signed);
    expect(text).toContain("Hello");
    // Some of these poppler cannot open before.
    expect([text, ""]).toContain(textByPoppler(pdf));
    // What qpdf reads by following the cross-references is what it read by rebuilding them, where it could.
    expect(qpdfComplaints(signed)).toBe("");
    const rebuilt = textRebuiltByQpdf(pdf);
    if (rebuilt !== undefined) expect(textRebuiltByQpdf(signed)).toBe(rebuilt);
  });
});

describe("a damaged document that leaves a doubt is refused with what is wrong and where", () => {
  const cutOff = Buffer.concat([good, bytesOf("9 0 obj\n<<")]);
  const otherCatalog = revisedPdf(good, { 9: "<< /Pages 2 0 R >>" }, "/Root 9 0 R");
  test.each([
    ["two revisions without a table", damagedPdf(revised, { cut: "xref" }), "object 4 stands at byte"],
    ["an update that was cut off", cutOff, "objects follow its last cross-reference section, at byte"],
    ["startxref of an older section", damagedPdf(revised, { startxref: "older" }), "objects follow its last"],
    [
      "an object that is missing",
      damagedPdf(good, { startxref: "9", replace: [/5 0 obj/, "6 0 obj"] }),
      "object 5, to which",
    ],
    ["a file cut in the middle", good.subarray(0, good.length >> 1), "it has no startxref, at byte"],
    [
      "trailers that name two catalogs",
      damagedPdf(otherCatalog, { cut: "xref" }),
      "different catalogs, at byte",
    ],
    [
      "a broken table of an encrypted file",
      handWrittenPdf(TEXT_PAGE, { trailer: "/Prev 0 /Encrypt << >>" }),
      "it is encrypted",
    ],
    [
      "an object before the header, from which offsets count",
      handWrittenPdf(TEXT_PAGE, { junk: "9 0 obj\nnull\nendobj\n", trailer: "/Prev 0" }),
      "stands before the header, at byte 0",
    ],
    [
      "an object of a number that none may have",
      damagedPdf(good, { startxref: "9", replace: [/5 0 (obj|R)/g, "8388608 0 $1"] }),
      "impossible number",
    ],
    [
      "an object that cannot be read",
      damagedPdf(good, { startxref: "9", replace: ["/Kids [", "/Kids "] }),
      "at byte",
    ],
  ])("%s", (_, pdf, message) => {
    expect(() => openPdf(pdf)).toThrow(
      expect.objectContaining({ code: "pdf_damaged", message: expect.stringContaining(message) }),
    );
  });
});

describeWithCorpora("real damaged documents", (corpora) => {
  describeWith(JUDGES, "as pdfsig and qpdf judge them", () => {
    test.each(["issue19800.pdf", "PDFBOX-3148-2-fuzzed.pdf"])(
      "%s is signed, and reads as before",
      async (name) => {
        const ada = await TestSigner.create();
        const pdf = readFileSync(join(corpora, "real-pdfs", name));
        const signed = ada.signPdf(pdf, { placement });
        expect(ada.verdicts(signed)).toMatchObject([GOOD]);
        expect(textByPoppler(signed)).toBe(textByPoppler(pdf));
        expect(qpdfComplaints(signed)).not.toContain("cross-reference");
        await ada.stop();
      },
    );

    test.each([
      ["real-pdfs/bug1606566.pdf", "pdf_not_a_pdf", "%PDF- is not in its first 1024 bytes"],
      ["real-pdfs/bug1980958.pdf", "pdf_damaged", "it has no startxref"],
      [
        "real-pdfs/poppler-937-0-fuzzed.pdf",
        "pdf_damaged",
        "a dictionary has a key that is no name, at byte 99",
      ],
      [
        "signed-pdfs/validation_pades_infinite_loop.pdf",
        "pdf_damaged",
        "object 4 stands at byte 5460 and again",
      ],
      // Signature wrapping: startxref leads past objects that a reader which rebuilds would show.
      ["signed-pdfs/validation_siwa.pdf", "pdf_damaged", "objects follow its last cross-reference section"],
    ])("%s is refused", (name, code, message) => {
      const pdf = readFileSync(join(corpora, name));
      expect(() => countPages(openPdf(pdf))).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(message) }),
      );
    });
  });
});
