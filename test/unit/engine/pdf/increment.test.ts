import { openPdf } from "../../../../engine/pdf/document.js";
import { Increment } from "../../../../engine/pdf/increment.js";
import {
  asArray,
  PdfName,
  PdfRaw,
  PdfRef,
  PdfStream,
  PdfString,
  pdfDict,
} from "../../../../engine/pdf/objects.js";
import { findPage } from "../../../../engine/pdf/pageTree.js";
import { describeWith } from "../../../support/judges.js";
import { bytesOf, handWrittenPdf, hybridPdf, ONE_PAGE, streamWrittenPdf } from "./handWritten.js";
import { qpdfComplaints } from "./qpdf.js";

const seed = bytesOf("seed");

/** Appends a revision in which the page has one entry more, and a new stream. */
function extend(pdf: Uint8Array): Uint8Array {
  const increment = new Increment(openPdf(pdf));
  increment.change(new PdfRef(3, 0)).set("Note", new PdfString(bytesOf("a (b\\\r\n")));
  increment.put(increment.allocate(), new PdfStream(pdfDict({ "A B": new PdfName("#/") }), bytesOf("new")));
  return Buffer.concat([pdf, increment.write(seed).bytes]);
}

const KINDS: Array<[string, Uint8Array]> = [
  ["a table", handWrittenPdf(ONE_PAGE)],
  ["a table, CR as the end of line", handWrittenPdf(ONE_PAGE, { eol: "\r", entryEnd: " \r" })],
  ["a table, junk before the header", handWrittenPdf(ONE_PAGE, { junk: "junk\n" })],
  ["a table, no end of line at the end", handWrittenPdf(ONE_PAGE).subarray(0, -1)],
  ["a table, /Size too small", handWrittenPdf(ONE_PAGE, { size: 2 })],
  ["a cross-reference stream", streamWrittenPdf(ONE_PAGE)],
  [
    "a cross-reference stream, the page compressed",
    streamWrittenPdf(ONE_PAGE, { compressed: [1, 2, 3], pngRow: 2 }),
  ],
  ["a hybrid file", hybridPdf()],
];

describe("an incremental update (ISO 32000-2 7.5.6)", () => {
  test.each(KINDS)("leaves every earlier byte as it is: %s", (_, pdf) => {
    const before = Buffer.from(pdf);
    expect(Buffer.from(extend(pdf)).subarray(0, pdf.length).equals(before)).toBe(true);
  });

  test.each(KINDS)("is read back, over and over, with all that was there before: %s", (_, pdf) => {
    const document = openPdf(extend(extend(extend(pdf))));
    const { dict } = findPage(document, 1);
    expect(dict.get("Note")).toEqual(new PdfString(bytesOf("a (b\\\r\n")));
    expect(asArray(dict.get("MediaBox"))).toEqual([0, 0, 300, 200]);
    expect(document.resolve(dict.get("Contents"))).toBeInstanceOf(PdfStream);
  });

  test.each(KINDS)("has a cross-reference section of the kind that the file has: %s", (_, pdf) => {
    const { newest } = openPdf(pdf).xref;
    const { newest: added } = openPdf(extend(pdf)).xref;
    expect(added.kind).toBe(newest.kind);
    expect(added.trailer.get("Prev")).toBe(newest.offset);
    expect(added.trailer.has("XRefStm")).toBe(false);
  });

  test("never takes an object number that is in use, even beyond /Size", () => {
    const document = openPdf(handWrittenPdf({ ...ONE_PAGE, 5: "(in use)" }, { size: 2 }));
    expect(new Increment(document).allocate().num).toBe(6);
    const large = openPdf(handWrittenPdf(ONE_PAGE, { size: 4711 }));
    expect(new Increment(large).allocate().num).toBe(4711);
  });

  test("keeps the trailer's other entries and the first half of /ID, and changes the second", () => {
    const id = "/ID [<00112233> (\\001\\002)] /Info 4 0 R /Private (x y)";
    const { trailer } = openPdf(extend(handWrittenPdf(ONE_PAGE, { trailer: id }))).xref.newest;
    const [first, second] = asArray(trailer.get("ID")) as PdfString[];
    expect(Buffer.from(first!.bytes).toString("hex")).toBe("00112233");
    expect(second!.bytes).toHaveLength(16);
    expect(trailer.get("Info")).toEqual(new PdfRef(4, 0));
    expect(trailer.get("Private")).toEqual(new PdfString(bytesOf("x y")));
  });

  test("does not carry over where the older section's stream stands in another file", () => {
    const elsewhere = streamWrittenPdf(ONE_PAGE, {
      trailer: "/FFilter /FlateDecode /FDecodeParms 4 0 R /F (a)",
    });
    const { trailer } = openPdf(extend(elsewhere)).xref.newest;
    for (const key of ["F", "FFilter", "FDecodeParms"]) expect(trailer.has(key)).toBe(false);
  });

  test("is the same for the same input, and has another /ID for another", () => {
    const pdf = handWrittenPdf(ONE_PAGE);
    expect(extend(pdf)).toEqual(extend(pdf));
    const write = (bytes: Uint8Array) => Buffer.from(new Increment(openPdf(pdf)).write(bytes).bytes);
    expect(write(seed)).not.toEqual(write(bytesOf("another")));
  });

  test("tells where raw bytes were written", () => {
    const pdf = handWrittenPdf(ONE_PAGE);
    const increment = new Increment(openPdf(pdf));
    const raw = new PdfRaw(bytesOf("[  room  ]"));
    increment.put(increment.allocate(), pdfDict({ Twin: new PdfRaw(bytesOf("[  room  ]")), Room: raw }));
    const { bytes, marks } = increment.write(seed);
    expect(Buffer.from(bytes).toString("latin1").slice(0, marks.get(raw))).toMatch(/\/Room $/);
  });

  test("writes what it carries over exactly as it was written", () => {
    const page = ONE_PAGE[3]!.replace(
      "/Contents",
      "/A 0.10 /B [ 1.0 %c\n -.5] /C#41 (x\\051\\\r) /D<</E<aB>>>/Contents",
    );
    const added = Buffer.from(extend(handWrittenPdf({ ...ONE_PAGE, 3: page }))).toString("latin1");
    const revision = added.slice(added.indexOf("%%EOF"));
    for (const part of ["/A 0.10", "[ 1.0 %c\n -.5]", "/CA (x\\051\\\r)", "<</E<aB>>>"])
      expect(revision).toContain(part);
  });

  test("is refused when the file's object numbers are used up", () => {
    const full = openPdf(handWrittenPdf(ONE_PAGE, { size: 8388608 }));
    expect(() => new Increment(full).allocate()).toThrow("it has no object number left");
  });
});

describeWith(["qpdf"], "an incremental update, as qpdf judges it", () => {
  test.each(KINDS)("has no fault: %s", (_, pdf) => {
    expect(qpdfComplaints(extend(extend(pdf)))).toBe("");
  });
});
