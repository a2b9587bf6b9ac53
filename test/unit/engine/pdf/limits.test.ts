import { deflateSync } from "node:zlib";
import { openPdf } from "../../../../engine/pdf/document.js";
import type { PdfLimits } from "../../../../engine/pdf/limits.js";
import { PdfRef } from "../../../../engine/pdf/objects.js";
import { countPages } from "../../../../engine/pdf/pageTree.js";
import { quickestRun } from "../../../support/processorTime.js";
import { bytesOf, handWrittenPdf, ONE_PAGE } from "./handWritten.js";

const refusal = (code: string, message: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });

/** A document whose page tree is object 9 of the object stream 5. */
function withObjectStream(dict: string, data: Uint8Array): Uint8Array {
  const stream = Buffer.from(data).toString("latin1");
  const catalog = "%PDF-1.7\n1 0 obj\n<< /Pages 9 0 R >>\nendobj\n";
  const container = `5 0 obj\n<< /Type /ObjStm ${dict} /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
  const xrefAt = catalog.length + container.length;
  const rows = Buffer.from([
    1,
    0,
    9,
    0,
    1,
    catalog.length >> 8,
    catalog.length & 255,
    0,
    2,
    0,
    5,
    0,
  ]).toString("latin1");
  return bytesOf(
    `${catalog}${container}7 0 obj\n<< /Type /XRef /Size 10 /W [1 2 1] /Index [1 1 5 1 9 1] /Root 1 0 R ` +
      `/Length ${rows.length} >>\nstream\n${rows}\nendstream\nendobj\nstartxref\n${xrefAt}\n%%EOF\n`,
  );
}

function pagesOf(pdf: Uint8Array, limits: Partial<PdfLimits> = {}): () => number {
  return () => countPages(openPdf(pdf, limits));
}

const MB = 1024 * 1024;

describe("a document made to hurt ends in an error that names the limit", () => {
  const bomb = deflateSync(new Uint8Array(8 * MB));

  test("a deflate bomb, however its filters are chained", () => {
    const limits = { maxInflatedBytes: MB };
    const twice = deflateSync(bomb);
    expect(pagesOf(withObjectStream("/N 1 /First 4 /Filter /FlateDecode", bomb), limits)).toThrow(
      refusal("pdf_limit_exceeded", "the limit maxInflatedBytes is 1048576"),
    );
    expect(
      pagesOf(withObjectStream("/N 1 /First 4 /Filter [/FlateDecode /FlateDecode]", twice), limits),
    ).toThrow(refusal("pdf_limit_exceeded", "maxInflatedBytes"));
    const zeros = bytesOf("z".repeat(MB));
    expect(pagesOf(withObjectStream("/N 1 /First 4 /Filter /ASCII85Decode", zeros), limits)).toThrow(
      refusal("pdf_limit_exceeded", "maxInflatedBytes"),
    );
    const nine = "/FlateDecode ".repeat(9);
    expect(pagesOf(withObjectStream(`/N 1 /First 4 /Filter [${nine}]`, bomb))).toThrow("too many filters");
  });

  test("an object stream that says it holds millions, or one that holds itself", () => {
    expect(pagesOf(withObjectStream("/N 9999999 /First 4", bytesOf("9 0 ")))).toThrow(
      refusal("pdf_limit_exceeded", "maxObjects"),
    );
    expect(pagesOf(withObjectStream("/N 1000000 /First 4", bytesOf("9 0 ")))).toThrow("malformed head");
    expect(pagesOf(withObjectStream("/N 1 /First 4 /Extends 5 0 R", bytesOf("9 0 9 0 R")))).toThrow(
      "references lead in a circle",
    );
  });

  test("values nested too deep, in the file and in an object stream", () => {
    const deep = "[".repeat(100_000);
    const limit = refusal("pdf_limit_exceeded", "the limit maxDepth is 64");
    expect(pagesOf(handWrittenPdf({ ...ONE_PAGE, 2: deep }))).toThrow(limit);
    expect(pagesOf(withObjectStream("/N 1 /First 4", bytesOf(`9 0 ${deep}`)))).toThrow(limit);
  });

  test("more values than may be kept, in one object or in many", () => {
    const many = handWrittenPdf({
      ...ONE_PAGE,
      5: `[${"<<>>".repeat(1000)}]`,
      6: `[${"<<>>".repeat(1000)}]`,
    });
    const document = openPdf(many, { maxValues: 1500 });
    expect(() => document.resolve(new PdfRef(5, 0))).not.toThrow();
    expect(() => document.resolve(new PdfRef(6, 0))).toThrow(
      refusal("pdf_limit_exceeded", "the limit maxValues is 1500"),
    );
    expect(() => openPdf(many, { maxObjects: 500 }).resolve(new PdfRef(5, 0))).toThrow("maxObjects is 500");
  });

  test("more reading than the file is long, as often as the caller allows", () => {
    const blanks = " ".repeat(6 * MB);
    const sharing = handWrittenPdf({ ...ONE_PAGE, 5: `${blanks}1`, 6: `${blanks}2`, 7: `${blanks}3` });
    const readAll = (maxReadings: number) => () => {
      const document = openPdf(sharing, { maxReadings });
      for (const num of [5, 6, 7]) document.resolve(new PdfRef(num, 0));
    };
    expect(readAll(1)).not.toThrow();
    expect(readAll(0)).toThrow("overlap");
  });

  test("streams whose lengths are streams, each of which needs the next one's length", () => {
    const streams = Array.from({ length: 20_000 }, (_, i) => [
      i + 5,
      `<< /Length ${i + 6} 0 R >>\nstream\nx\nendstream`,
    ]);
    const document = openPdf(handWrittenPdf({ ...ONE_PAGE, ...Object.fromEntries(streams) }));
    expect(() => document.resolve(new PdfRef(5, 0))).toThrow(
      refusal("pdf_damaged", "too many objects in a row need another to be read"),
    );
  });

  test("trailers that each reach to the end of a file without a cross-reference", () => {
    const count = 3000;
    const nested = Array.from({ length: count }, (_, i) => `${i + 9} 0 obj null endobj trailer << /A ( `);
    const pdf = bytesOf(`%PDF-1.7\n1 0 obj null endobj ${nested.join("")}${") >> ".repeat(count)}`);
    expect(() => openPdf(pdf)).toThrow(refusal("pdf_damaged", "overlap each other"));
  });

  test("a cross-reference of more entries than there can be", () => {
    const text = Buffer.from(handWrittenPdf(ONE_PAGE)).toString("latin1");
    for (const [from, to] of [
      ["xref\n0 5", "xref\n0 9999999999"],
      ["xref\n0 5", "xref\n0 999999999999999999"],
      ["xref\n0 5", `xref\n${"0 0\n".repeat(50_000)}0 99999999`],
    ] as const) {
      const pdf = bytesOf(text.replace(from, to).replace("4 0 obj", "2 0 obj"));
      expect(() => openPdf(pdf)).toThrow(expect.objectContaining({ name: "EngineError" }));
    }
  });

  test("ten thousand compressed objects whose places are all wrong cost no more than a few milliseconds each", () => {
    const count = 10_000;
    const head = Array.from({ length: count }, (_, i) => `${i + 10} 0`).join(" ");
    const pdf = withObjectStream(
      `/N ${count + 1} /First ${head.length + 5}`,
      bytesOf(`${head} 9 0 <</Kids[]>>`),
    );
    expect(quickestRun(500, pagesOf(pdf))).toBeLessThan(500);
  });
});
