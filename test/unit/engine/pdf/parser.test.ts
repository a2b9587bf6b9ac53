import { EngineError } from "../../../../engine/error.js";
import { Lexer } from "../../../../engine/pdf/lexer.js";
import { DEFAULT_PDF_LIMITS } from "../../../../engine/pdf/limits.js";
import { PdfName, type PdfObject, PdfRef, PdfString } from "../../../../engine/pdf/objects.js";
import { Parser } from "../../../../engine/pdf/parser.js";
import { ReadBudget } from "../../../../engine/pdf/readBudget.js";
import { bytesOf } from "./handWritten.js";

const parser = (text: string, limits = {}) =>
  new Parser(new Lexer(bytesOf(text), 0), new ReadBudget({ ...DEFAULT_PDF_LIMITS, ...limits }, text.length));
const parse = (text: string): PdfObject => parser(text).object();

describe("objects as ISO 32000-2 7.3 defines them", () => {
  test.each([
    ["17", 17],
    ["+17", 17],
    ["-98", -98],
    ["34.5", 34.5],
    ["4.", 4],
    ["-.002", -0.002],
    ["true", true],
    ["false", false],
    ["null", null],
  ])("%s", (text, value) => {
    expect(parse(`${text} `)).toBe(value);
  });

  test.each([
    ["--5", -5],
    ["-", -0],
    [".", 0],
    ["12-34", 12],
    ["1.2.3", 1.2],
  ])("a number that should not be, %s, is read as other readers do", (text, value) => {
    expect(parse(text)).toBe(value);
  });

  test("two numbers and R are a reference, whatever stands between; two numbers alone are not", () => {
    expect(parse("12 0 R")).toEqual(new PdfRef(12, 0));
    expect(parse("12%\r0\r\nR")).toEqual(new PdfRef(12, 0));
    expect(parse("[1 0 R/A 2 0]")).toEqual([new PdfRef(1, 0), new PdfName("A"), 2, 0]);
  });

  test("arrays and dictionaries nest without white space between their parts", () => {
    expect(parse("<</A[1/B(c)<64>]/D<</E null/F 1 0 R>>>>")).toEqual(
      new Map<string, PdfObject>([
        ["A", [1, new PdfName("B"), new PdfString(bytesOf("c")), new PdfString(bytesOf("d"), true)]],
        ["D", new Map([["F", new PdfRef(1, 0)]])],
      ]),
    );
  });

  test("entries are handed over exactly as they are written", () => {
    const entries = parser("<< /A  0.10 /B#20C (x\\051) /D [ 1 %c\n 2] /E null >>").writtenEntries();
    const written = [...(entries ?? [])].map(([key, raw]) => [
      key,
      Buffer.from(raw.bytes).toString("latin1"),
    ]);
    expect(written).toEqual([
      ["A", "0.10"],
      ["B C", "(x\\051)"],
      ["D", "[ 1 %c\n 2]"],
    ]);
  });
});

describe("what is no object", () => {
  test.each([
    ["", "no object stands where one must, at byte 0"],
    ["endobj", "no object stands where one must, at byte 0"],
    ["[1 2", "an array has no end, at byte 0"],
    ["[1 >>", "no object stands where one must, at byte 3"],
    ["<< /A 1", "a dictionary has no end, at byte 0"],
    ["<< /A 1 2 /B >>", "a dictionary has a key that is no name, at byte 8"],
    ["<< /A >>", "no object stands where one must, at byte 6"],
  ])("%s is refused, with the byte", (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test("nesting beyond the limit is refused before the stack is used up", () => {
    expect(() => parse("[".repeat(1_000_000))).toThrow(
      expect.objectContaining({
        code: "pdf_limit_exceeded",
        message: expect.stringContaining("maxDepth is 64"),
      }),
    );
    expect(() => parse("<</A".repeat(1_000_000))).toThrow(EngineError);
  });

  test("an object of more values than the limit is refused", () => {
    expect(() => parser(`[${"1 ".repeat(101)}]`, { maxObjects: 100 }).object()).toThrow("maxObjects is 100");
  });
});
