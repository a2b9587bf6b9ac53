import { openPdf } from "../../../../engine/pdf/document.js";
import { asCount, asDict, PdfRef } from "../../../../engine/pdf/objects.js";
import { countPages, findPage, walkPages } from "../../../../engine/pdf/pageTree.js";
import { quickestRun } from "../../../support/processorTime.js";
import { handWrittenPdf, streamWrittenPdf } from "./handWritten.js";

/** Five pages, numbered in /Page, under nodes of different depth, with what can be inherited at each. */
const TREE: Readonly<Record<number, string>> = {
  1: "<< /Type /Catalog /Pages 2 0 R >>",
  2: "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 5 /MediaBox [0 0 600 800] /Rotate 90 >>",
  3: "<< /Type /Page /Page 1 /Note (/Kids [9 0 R]) /B << /Kids 1 >> /C /Kids >>",
  4: "<< /Type /Pages /Kids [6 0 R 7 0 R 11 0 R] /Count 3 /CropBox [10 20 500 700] >>",
  5: "<< /Type /Page /Page 5 /MediaBox [100 50 0 0] /Rotate -90 /UserUnit 2 >>",
  6: "<< /Type /Page /Page 2 /Rotate 0 >>",
  7: "<< /Type /Pages /Ki#64s [8 0 R] /Count 1 >>",
  8: "<< /Type /Page /Page 3 /CropBox [550 750 9000 9000] >>",
  9: "<< /Type /Page /Page 99 >>",
  10: "null",
  11: "<< /Type /Page /Page 4 /Rotate 45 >>",
};

const numbers = Object.keys(TREE).map(Number);

describe.each([
  ["parsed from the file", openPdf(handWrittenPdf(TREE))],
  ["in an object stream", openPdf(streamWrittenPdf(TREE, { compressed: numbers }))],
])("pages %s", (_, document) => {
  test("each page number leads to its page, however nodes are nested and names are escaped", () => {
    expect(countPages(document)).toBe(5);
    expect(
      [...walkPages(document)].map(({ ref }) => asCount(asDict(document.resolve(ref))?.get("Page"))),
    ).toEqual([1, 2, 3, 4, 5]);
    for (const number of [5, 1, 3, 2, 4, 1, 5]) {
      expect(asCount(findPage(document, number).dict.get("Page"))).toBe(number);
    }
  });

  test("a page inherits what it has not, and shows its /CropBox within its /MediaBox", () => {
    expect(findPage(document, 1)).toMatchObject({
      rotate: 90,
      visibleBox: { left: 0, top: 800, right: 600 },
    });
    expect(findPage(document, 2)).toMatchObject({
      rotate: 0,
      visibleBox: { left: 10, bottom: 20, right: 500 },
    });
    expect(findPage(document, 3).visibleBox).toEqual({ left: 550, bottom: 750, right: 600, top: 800 });
    expect(findPage(document, 5)).toMatchObject({
      rotate: 270,
      pointsPerUnit: 2,
      visibleBox: { right: 100, top: 50 },
    });
  });

  test("a /Rotate that is no quarter turn is none", () => {
    expect(findPage(document, 4).rotate).toBe(0);
  });

  test.each([0, 6, -1, 1.5, Number.NaN, Number.MAX_VALUE])("there is no page %p", (number) => {
    expect(() => findPage(document, number)).toThrow(
      expect.objectContaining({
        code: "pdf_page_out_of_range",
        message: expect.stringContaining("has 5 pages"),
      }),
    );
  });
});

test("the last of 10,000 pages of one node is found in less than 100 ms, each before it known to be a page", () => {
  const count = 10_000;
  const kids = Array.from({ length: count }, (_, i) => `${i + 3} 0 R`);
  const pages = kids.map((_, i) => [i + 3, `<< /Type /Page /Parent 2 0 R /Page ${i + 1} >>`]);
  const pdf = handWrittenPdf({
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${count} >>`,
    ...Object.fromEntries(pages),
  });
  const find = () => expect(findPage(openPdf(pdf), count).dict.get("Page")).toBe(count);
  expect(quickestRun(100, find)).toBeLessThan(100);
});

describe("page trees that are not sound", () => {
  const tree = (objects: Record<number, string>) =>
    openPdf(handWrittenPdf({ 1: "<< /Pages 2 0 R >>", ...objects }), { maxPages: 50 });

  test("without a /Count the pages are counted", () => {
    const document = tree({
      2: "<< /Kids [3 0 R 4 0 R 3 0 R] >>",
      3: "<< /A 1 >>",
      4: "<< /Kids [3 0 R] >>",
    });
    expect(countPages(document)).toBe(3);
  });

  test.each([
    ["too many", 9, 2],
    ["none", 0, 2],
    ["too few", 1, 1],
  ])(
    "where /Count says %s, every page up to the count can be found, and none beyond",
    (_, declared, count) => {
      const document = tree({
        2: `<< /Kids [3 0 R 4 0 R] /Count ${declared} >>`,
        3: "<< /A 1 >>",
        4: "<< /A 2 >>",
      });
      expect(countPages(document)).toBe(count);
      expect(findPage(document, count).ref.num).toBe(2 + count);
      expect(() => findPage(document, count + 1)).toThrow(
        expect.objectContaining({ code: "pdf_page_out_of_range" }),
      );
    },
  );

  test("more pages than the limit are refused, declared or not", () => {
    expect(() => countPages(tree({ 2: "<< /Kids [3 0 R] /Count 51 >>", 3: "<< /A 1 >>" }))).toThrow(
      "maxPages is 50",
    );
    const many = { 2: `<< /Kids [${"3 0 R ".repeat(51)}] >>`, 3: "<< /A 1 >>" };
    expect(() => countPages(tree(many))).toThrow("more than 50 pages: the limit maxPages is 50");
  });

  test("a kid that is missing or no dictionary is no page", () => {
    const document = tree({ 2: "<< /Kids [9 0 R (x) 4 0 R 3 0 R] >>", 3: "<< /A 1 >>", 4: "[]" });
    expect(findPage(document, 1).ref.num).toBe(3);
  });

  test.each([
    ["says so first", "<< /Type /Page /Kids [5 0 R] >>", 3],
    ["says so last", "<< /Kids [5 0 R] /Type\n/Page>>", 3],
    [
      "says so behind what looks like it",
      "<< /A << /Type /Pages >> /B (/Type /Pages) /Type /Page /Kids [5 0 R] >>",
      3,
    ],
    ["says so in escapes", "<< /Ty#70e %x\n/P#61ge /Kids [5 0 R] >>", 3],
    ["says so in another object", "<< /Type 6 0 R /Kids [5 0 R] >>", 5],
    ["says the contrary", "<< /Type /Pages /Kids [5 0 R] >>", 5],
    ["says something longer", "<< /Type /PageX /Kids [5 0 R] >>", 5],
    ["says it elsewhere", "<< /A << /Type /Page >> /Kids [5 0 R] >>", 5],
    ["says nothing", "<< /Kids [5 0 R] >>", 5],
  ])("a kid with kids of its own is a page where it %s", (_, node, first) => {
    const objects = { 2: "<< /Kids [3 0 R 4 0 R] >>", 3: node, 4: "<< /A 1 >>", 5: "<< /A 2 >>", 6: "/Page" };
    expect(findPage(tree(objects), 1).ref.num).toBe(first);
    expect(findPage(tree(objects), 2).ref.num).toBe(4);
    const parsed = tree(objects);
    for (const num of [3, 4, 5]) parsed.resolve(new PdfRef(num, 0));
    expect(findPage(parsed, 1).ref.num).toBe(first);
    const all = { 1: "<< /Pages 2 0 R >>", ...objects };
    const compressed = openPdf(streamWrittenPdf(all, { compressed: [1, 2, 3, 4, 5] }));
    expect(findPage(compressed, 1).ref.num).toBe(first);
  });

  test("a circle, a page tree too deep or too large, and a catalog without one are refused", () => {
    expect(() => findPage(tree({ 2: "<< /Kids [2 0 R] >>" }), 1)).toThrow("its page tree has a circle");
    const deep = Object.fromEntries(
      Array.from({ length: 70 }, (_, i) => [i + 2, `<< /Kids [${i + 3} 0 R] >>`]),
    );
    expect(() => findPage(tree(deep), 1)).toThrow("the limit maxDepth is 64");
    const wide = { 2: `<< /Kids [${"3 0 R ".repeat(101)}] >>`, 3: "<< /A 1 >>" };
    expect(() => findPage(tree(wide), 101)).toThrow("the limit maxPages is 50");
    expect(() => countPages(tree({ 2: "(none)" }))).toThrow("its catalog has no page tree");
  });

  test("a page that is a stream would become another object when written anew, and is refused", () => {
    const stream = "<< /A 1 /Length 1 >>\nstream\nx\nendstream";
    expect(() => findPage(tree({ 2: "<< /Kids [3 0 R] >>", 3: stream }), 1)).toThrow("is no dictionary");
  });

  test("a page that is no object of its own cannot be signed on, and is refused", () => {
    expect(() => findPage(tree({ 2: "<< /Kids [<< /Type /Page >>] >>" }), 1)).toThrow(
      "a page is no indirect object",
    );
  });
});

test("a page has the same number whether or not its objects were looked at before", () => {
  const pdf = handWrittenPdf({
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R] /Count 4 /MediaBox [0 0 9 9] >>",
    // A page that is a stream, two that say twice what they are, and one after them.
    3: "<< /Type /Page /Length 1 >>\nstream\nq\nendstream",
    4: "<< /Type /Page /Type /Pages /Kids [6 0 R] >>",
    5: "<< /Type /Pages /Type /Page /Kids [6 0 R] >>",
    6: "<< /Type /Page /Kids null >>",
  });
  const numbers = (document: ReturnType<typeof openPdf>) =>
    [...walkPages(document)].map(({ ref }) => ref.num);
  const fresh = openPdf(pdf);
  const before = { count: countPages(fresh), numbers: numbers(openPdf(pdf)) };
  const known = openPdf(pdf);
  for (let num = 1; num <= 6; num++) known.resolve(new PdfRef(num, 0));
  expect({ count: countPages(known), numbers: numbers(known) }).toEqual(before);
});
