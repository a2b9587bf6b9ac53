import { deflateSync } from "node:zlib";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { findText } from "../../../../../engine/pdf/text/findText.js";
import { DEFAULT_TEXT_LIMITS, type TextLimits } from "../../../../../engine/pdf/text/textLimits.js";
import { quickestRun } from "../../../../support/processorTime.js";
import { FIRST_OBJECT, stream, type TextPage, textPdf } from "./textPages.js";
import { cffFont, cmapTable, groupSubtable, sfnt } from "./tinyFonts.js";

const refused = (limit: string) =>
  expect.objectContaining({ code: "pdf_limit_exceeded", message: expect.stringContaining(limit) });
const search = (page: TextPage, limits: Partial<TextLimits>) => () =>
  findText(textPdf(page), { text: "x", limits });

describe("a search ends with the limit's name", () => {
  test.each<[keyof TextLimits, number, string]>([
    ["maxOperators", 10, "q ".repeat(10)],
    ["maxCharacters", 9, "BT /F 1 Tf (0123456789) Tj ET"],
    ["maxPageCharacters", 9, "BT /F 1 Tf (0123456789) Tj ET"],
    ["maxMatches", 9, "BT /F 9 Tf (x x x x x x x x x x) Tj ET"],
    ["maxInflatedBytes", 99, " ".repeat(100)],
  ])("%s, when content goes one step beyond it", (limit, most, contents) => {
    expect(search({ contents }, { [limit]: most })).toThrow(refused(limit));
    expect(search({ contents }, { [limit]: most + 1 })).not.toThrow();
  });

  test("maxSavedStates, when q is never undone", () => {
    expect(search({ contents: "q ".repeat(10_001) }, {})).toThrow(refused("maxSavedStates"));
  });

  test("maxDepth, when forms draw forms", () => {
    const form = (index: number) =>
      stream("/Fm Do", `/Subtype /Form /Resources << /XObject << /Fm ${FIRST_OBJECT + index + 1} 0 R >> >>`);
    const objects = Array.from({ length: 70 }, (_, index) => form(index));
    const resources = `/XObject << /Fm ${FIRST_OBJECT} 0 R >>`;
    expect(search({ contents: "/Fm Do", resources, objects }, {})).toThrow(refused("maxDepth"));
  });
});

describe("made to hurt", () => {
  const limits = {
    ...DEFAULT_TEXT_LIMITS,
    maxOperators: 300_000,
    maxInflatedBytes: 20_000_000,
    maxCharacters: 100_000,
  };

  /** Forms each of which draws the next ten times; the last one shows text. */
  const doubling = (last: string, ...entries: string[]) => {
    const form = (index: number) =>
      stream(
        index === 9 ? last : "/Fm Do ".repeat(10),
        `/Subtype /Form /Resources << /Font << /F 4 0 R >> /XObject << /Fm ${FIRST_OBJECT + index + 1} 0 R >> >> ${index === 9 ? entries.join(" ") : ""}`,
      );
    return {
      contents: "/Fm Do",
      resources: `/XObject << /Fm ${FIRST_OBJECT} 0 R >>`,
      objects: Array.from({ length: 10 }, (_, index) => form(index)),
    };
  };

  test.each<[string, TextPage]>([
    ["forms that draw each other a thousand million times", doubling("BT /F 1 Tf (x) Tj ET")],
    ["forms of white space", doubling(`${" ".repeat(100_000)} BT () Tj ET`)],
    [
      "a bomb",
      {
        contents: stream(
          deflateSync(Buffer.alloc(50_000_000, "q Q ")).toString("latin1"),
          "/Filter /FlateDecode",
        ),
      },
    ],
    [
      "a bomb of bombs",
      {
        contents: stream(
          deflateSync(deflateSync(Buffer.alloc(50_000_000, " "))).toString("latin1"),
          "/Filter [/FlateDecode /FlateDecode]",
        ),
      },
    ],
    [
      "a CMap that builds upon itself",
      {
        contents: "BT /F 10 Tf <00410041> Tj ET",
        resources: `/Font << /F << /Type /Font /Subtype /Type0 /Encoding ${FIRST_OBJECT} 0 R /DescendantFonts [<<>>] >> >>`,
        objects: [stream("", `/UseCMap ${FIRST_OBJECT} 0 R`)],
      },
    ],
    ["letters upon each other", { contents: `BT /F 10 Tf ${"1 0 0 1 9 9 Tm (x) Tj ".repeat(20_000)} ET` }],
    [
      "letters all over the page",
      {
        contents: `BT /F 10 Tf ${Array.from({ length: 20_000 }, (_, i) => `1 0 0 1 ${(i * 7919) % 300} ${(i * 104729) % 200} Tm (y) Tj`).join(" ")} ET`,
      },
    ],
    [
      "a line of twenty thousand letters in two directions",
      {
        contents: `BT /F 1 Tf <${"4161".repeat(10_000)}> Tj ET`,
        resources:
          "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Differences [97 /alef] >> >> >>",
      },
    ],
    [
      "brackets without an end",
      { contents: `${"[".repeat(100_000)}${"<<".repeat(100_000)}${"(".repeat(100_000)}` },
    ],
    ["inline images without an end", { contents: "BI ID x ".repeat(50_000) }],
    [
      "inline images that all seem to end in the same white space",
      {
        contents: `${"BI /W 2000000 /H 1 /BPC 8 /CS /G ID x EI Q ".repeat(20_000)}${" ".repeat(4_000_000)}`,
      },
    ],
    [
      "a replacement text of a megabyte that each letter has",
      {
        contents: "/Span /P BDC EMC ".repeat(20_000),
        resources: `/Font << /F 4 0 R >> /Properties << /P ${FIRST_OBJECT} 0 R >>`,
        objects: [`<< /ActualText (${"x".repeat(1_000_000)}) >>`],
      },
    ],
    [
      "sizes beyond all measure",
      {
        contents:
          "1e9 9999999999999999999 0 0 99999999999999999999 0 0 cm BT /F 99999999999999999999999999999999999999999999999999 Tf 99999999999999999 Tc (xx) Tj ET",
      },
    ],
  ])("%s: a search ends soon, with matches or a refusal", (_, page) => {
    const pdf = textPdf(page);
    const took = quickestRun(4_000, () => {
      try {
        findText(pdf, { text: "x", limits });
      } catch (error) {
        expect(error).toEqual(expect.objectContaining({ code: "pdf_limit_exceeded" }));
      }
    });
    expect(took).toBeLessThan(4_000);
  });
});

describe("what a search keeps of fonts is limited, however many fonts share it", () => {
  const composite = (entries: string, cidFont: string) =>
    `<< /Type /Font /Subtype /Type0 /Encoding /Identity-H ${entries} /DescendantFonts [<< ${cidFont} >>] >>`;
  const described = (key: string) => composite("", `/FontDescriptor << /${key} ${FIRST_OBJECT} 0 R >>`);
  const characters = cmapTable([3, 10, groupSubtable(1, 500, 1)]);
  const names = Array.from({ length: 500 }, (_, index) => `g${index}`);

  test.each<[string, string, string]>([
    [
      "characters of codes",
      stream(`1 beginbfrange ${"<0001><0001><0041>".repeat(200)} endbfrange`),
      composite(`/ToUnicode ${FIRST_OBJECT} 0 R`, ""),
    ],
    [
      "characters of codes in one array",
      stream(`1 beginbfrange <0001><0200>[${"<0041>".repeat(500)}] endbfrange`),
      composite(`/ToUnicode ${FIRST_OBJECT} 0 R`, ""),
    ],
    ["widths", `[1 [${"500 ".repeat(500)}]]`, composite("", `/W ${FIRST_OBJECT} 0 R`)],
    ["a font's character map", stream(sfnt({ cmap: characters })), described("FontFile2")],
    ["names of glyphs", stream(cffFont(names, [])), described("FontFile3")],
  ])("%s", (_, shared, font) => {
    const fonts = Array.from({ length: 20 }, (_, index) => index);
    const pdf = textPdf({
      contents: `BT ${fonts.map((index) => `/F${index} 9 Tf <0001> Tj`).join(" ")} ET`,
      resources: `/Font << ${fonts.map((index) => `/F${index} ${FIRST_OBJECT + 1 + index} 0 R`).join(" ")} >>`,
      objects: [shared, ...fonts.map(() => font)],
    });
    const searchWith = (maxValues: number) => () => findText(openPdf(pdf, { maxValues }), { text: "x" });
    expect(searchWith(20_000)).not.toThrow();
    expect(searchWith(4_000)).toThrow(refused("maxValues"));
  });
});
