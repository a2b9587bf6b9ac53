import { Buffer } from "node:buffer";
import type { Block, Text } from "../../../../../engine/pdf/compose/blocks.js";
import { composeDocument } from "../../../../../engine/pdf/compose/composeDocument.js";
import type { DocumentOptions } from "../../../../../engine/pdf/compose/documentOptions.js";
import { styledLines } from "../../../../../engine/pdf/compose/text/styledText.js";
import { textPieces } from "../../../../../engine/pdf/compose/text/textPieces.js";
import { Typesetter } from "../../../../../engine/pdf/compose/text/typesetter.js";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { loadShaper } from "../../../../../engine/pdf/shaping/loadShaper.js";
import type { Shaper } from "../../../../../engine/pdf/shaping/shaper.js";
import { openText } from "../../../../../engine/pdf/text/documentText.js";
import { pageText, type ShownLine } from "../../../../../engine/pdf/text/pageText.js";
import { quickestRun } from "../../../../support/processorTime.js";
import { hebrew, naskh, sans } from "../../font/fonts.js";
import { DIGEST, sampleDocument } from "./sampleDocument.js";

const MARGIN = 60;
const WIDTH = 595.28;
let shaper: Shaper;
beforeAll(async () => {
  shaper = await loadShaper();
});

function optionsFor(blocks: readonly Block[], more: Partial<DocumentOptions> = {}): DocumentOptions {
  return {
    title: "A title",
    language: "en",
    created: new Date("2026-11-22T16:00:00Z"),
    id: Buffer.alloc(16, 1),
    fonts: [sans(), naskh(), hebrew()],
    shaper,
    margins: { top: MARGIN, bottom: MARGIN, start: MARGIN, end: MARGIN },
    blocks,
    ...more,
  };
}

/** The lines of each page. */
function linesOf(blocks: readonly Block[], more: Partial<DocumentOptions> = {}): ShownLine[][] {
  const { bytes, pages } = composeDocument(optionsFor(blocks, more));
  const document = openPdf(bytes);
  return Array.from({ length: pages }, (_, i) => [...pageText(document, i + 1).lines]);
}

const textsOf = (blocks: readonly Block[], more: Partial<DocumentOptions> = {}) =>
  linesOf(blocks, more).map((lines) => lines.map(({ text }) => text));
const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) => ({ kind: "paragraph", text: `Line ${i}.` }));
const long = (words: number) => Array.from({ length: words }, (_, i) => `word${i}`).join(" ");

describe("a composed document", () => {
  test("is the same bytes for the same options, and others for another identifier", () => {
    const options = sampleDocument("ar", shaper, 3);
    const { bytes } = composeDocument(options);
    expect(Buffer.compare(composeDocument(options).bytes, bytes)).toBe(0);
    const other = composeDocument({ ...options, id: Buffer.alloc(16, 9) });
    expect(Buffer.compare(other.bytes, bytes)).not.toBe(0);
  });

  test("of six pages of text and tables takes few milliseconds and kilobytes", () => {
    const options = sampleDocument("en", shaper, 60);
    const { bytes, pages } = composeDocument(options);
    expect(pages).toBeGreaterThanOrEqual(6);
    expect(bytes.length).toBeLessThan(50_000);
    expect(quickestRun(20, () => composeDocument(options))).toBeLessThan(20);
  });

  test("names the characters that no font has, and keeps them in its text", () => {
    const { bytes, missing } = composeDocument(optionsFor([{ kind: "paragraph", text: "山田 signed 田" }]));
    expect(missing).toEqual(["山", "田"]);
    expect(pageText(bytes, 1).lines[0]!.text).toBe("山田 signed 田");
  });

  test("needs a shaper for Arabic, and says so", () => {
    const { shaper: _, ...options } = optionsFor([{ kind: "paragraph", text: "محمد" }]);
    expect(() => composeDocument(options)).toThrow(expect.objectContaining({ code: "font_shaper_required" }));
  });

  test.each<[string, Partial<DocumentOptions>]>([
    ["an empty title", { title: " " }],
    ["a language that is none", { language: "English, please" }],
    ["an identifier of 8 bytes", { id: Buffer.alloc(8) }],
    ["a time that is none", { created: new Date(Number.NaN) }],
    ["margins that leave nothing", { margins: { top: 400, bottom: 400, start: 0, end: 0 } }],
    [
      "a row of two for one column",
      { blocks: [{ kind: "table", columns: [{ header: "a", width: 1 }], rows: [["1", "2"]] }] },
    ],
    [
      "a figure without a text",
      {
        blocks: [
          {
            kind: "figure",
            figure: { alt: "", width: 1, height: 1, drawing: { kind: "modules", modules: [[true]] } },
          },
        ],
      },
    ],
    [
      "a link that runs something",
      { blocks: [{ kind: "paragraph", text: [{ text: "x", link: "javascript:x" }] }] },
    ],
    [
      "two attachments of one name",
      {
        attachments: ["Data", "Source"].map((relationship) => ({
          name: "a",
          mediaType: "text/plain",
          bytes: new Uint8Array(),
          relationship: relationship as "Data",
        })),
      },
    ],
  ])("%s is refused", (_, wrong) => {
    expect(() => composeDocument(optionsFor([], wrong))).toThrow(RangeError);
  });
});

describe("pages of a composed document", () => {
  test("are numbered in the footer", () => {
    const pages = textsOf(paragraphs(80), { footer: { end: "Page {page} of {pages}" } });
    expect(pages.map((lines) => lines.at(-1))).toEqual(
      pages.map((_, i) => `Page ${i + 1} of ${pages.length}`),
    );
    expect(pages.length).toBeGreaterThan(1);
  });

  test("never end with a heading", () => {
    for (let count = 28; count < 42; count++) {
      const pages = textsOf([
        ...paragraphs(count),
        { kind: "heading", level: 1, text: "Heading" },
        ...paragraphs(3),
      ]);
      for (const lines of pages) expect(lines.at(-1)).not.toBe("Heading");
    }
  });

  test("never have a single line of a paragraph at their end or beginning", () => {
    for (let count = 28; count < 42; count++) {
      const pages = linesOf([...paragraphs(count), { kind: "paragraph", text: long(120) }]);
      const parts = pages.map((lines) => lines.filter(({ text }) => text.startsWith("word")).length);
      for (const part of parts) expect(part).not.toBe(1);
    }
  });

  test("each begin with the header of a table that goes on", () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`row ${i}`, DIGEST]);
    const columns = [
      { header: "First", width: 1 },
      { header: "Second", width: 1 },
    ];
    const pages = textsOf([{ kind: "table", columns, rows }]);
    expect(pages.length).toBeGreaterThan(2);
    for (const lines of pages) expect(lines.slice(0, 2).join(" ")).toBe("First Second");
    expect(pages.flat().filter((line) => line.startsWith("row "))).toHaveLength(90);
  });

  test("have room for 47 names with their values", () => {
    const rows = Array.from({ length: 47 }, (_, i) => ({ label: `name ${i}`, value: `value ${i}` }));
    expect(textsOf([{ kind: "fields", rows }])).toHaveLength(1);
  });

  test("part a row only where it is long, and then leave three lines on either side", () => {
    const table = (words: number): Block => ({
      kind: "table",
      columns: [{ header: "First", width: 1 }],
      rows: [[long(words)]],
    });
    const linesPerPage = (count: number, words: number) =>
      linesOf([...paragraphs(count), table(words)])
        .map((lines) => lines.filter(({ text }) => text.startsWith("word")).length)
        .filter((lines) => lines > 0);
    for (let count = 24; count < 40; count++) {
      expect(linesPerPage(count, 60)).toHaveLength(1);
      for (const lines of linesPerPage(count, 400)) expect(lines).toBeGreaterThanOrEqual(3);
    }
    expect(linesPerPage(30, 400)).toHaveLength(2);
  });
});

describe("a composed document in a right-to-left language", () => {
  test("begins at the right: paragraphs, and the first column of tables", () => {
    const columns = [
      { header: "من", width: 1 },
      { header: "ماذا", width: 1 },
    ];
    const blocks: Block[] = [
      { kind: "paragraph", text: "سجل التدقيق" },
      { kind: "table", columns, rows: [["ada@example.com", "وقّع"]] },
    ];
    const [lines] = linesOf(blocks, { language: "ar" });
    const [paragraph] = lines!;
    expect(paragraph!.x + paragraph!.width).toBeCloseTo(WIDTH - MARGIN, 0);
    const first = lines!.find(({ text }) => text.includes("ada@example.com"))!;
    expect(first.x).toBeGreaterThan(WIDTH / 2);
  });

  test("keeps addresses and digests readable from the left", () => {
    const text = [{ text: "الملف " }, { text: "https://example.com/a/", code: true }, { text: " وقّع" }];
    const style = { size: 10, bold: false, colour: 0 };
    const [line] = styledLines(text, style, "rtl", 0);
    const pieces = textPieces(new Typesetter([sans(), naskh()], shaper), line!);
    expect(pieces.filter(({ space }) => !space).map((piece) => [piece.text, piece.level])).toEqual([
      ["الملف", 1],
      ["https://example.com/a/", 2],
      ["وقّع", 1],
    ]);
  });
});

describe("whoever reads a composed document in the order of its content", () => {
  /** What is shown of a page, glyph after glyph, wherever it stands. */
  const readOf = (blocks: readonly Block[], more: Partial<DocumentOptions> = {}) =>
    openText(openPdf(composeDocument(optionsFor(blocks, more)).bytes))
      .page(1)
      .lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts))
      .join("");

  test.each<[string, Text, string]>([
    ["a line was full", long(40), long(40)],
    ["bold text was", [{ text: long(40), bold: true }], long(40)],
    ["a line was ended by force", "order.created\nAda", "order.created Ada"],
    ["a link goes on", [{ text: long(40), link: "https://example.com/" }], long(40)],
  ])("finds a space where %s", (_, text, expected) => {
    expect(readOf([{ kind: "paragraph", text }])).toBe(expected);
  });

  test("finds one between words of Arabic and Latin, at the left of a line that is read from the right", () => {
    const text = "وقّع Ada الوثيقة ".repeat(12).trim();
    const read = readOf([{ kind: "paragraph", text }], { language: "ar" });
    expect(read.split(" ")).toHaveLength(text.split(" ").length);
    const [lines] = linesOf([{ kind: "paragraph", text }], { language: "ar" });
    expect(lines!.length).toBeGreaterThan(1);
    for (const { x, width } of lines!) expect(x + width).toBeCloseTo(WIDTH - MARGIN, 0);
  });

  test("finds none where a word was broken that has none", () => {
    expect(readOf([{ kind: "paragraph", text: DIGEST.repeat(4) }])).toBe(DIGEST.repeat(4));
  });
});

describe("text that has no place to break", () => {
  test.each([
    ["a digest", DIGEST.repeat(4)],
    ["an address", `https://example.com/${"a-long-path/".repeat(30)}`],
    ["Japanese", "署名は電子文書の真正性を示す".repeat(20)],
  ])("%s is broken, and nothing of it is lost", (_, text) => {
    const [lines] = linesOf([{ kind: "paragraph", text }]);
    expect(lines!.length).toBeGreaterThan(1);
    expect(lines!.map((line) => line.text).join("")).toBe(text);
  });

  test("costs no more by the letter where it is long, also where letters are joined", () => {
    const limit = 100;
    const compose = () =>
      composeDocument(optionsFor([{ kind: "paragraph", text: "م".repeat(10_000) }], { language: "ar" }));
    expect(quickestRun(limit, compose)).toBeLessThan(limit);
  });
});
