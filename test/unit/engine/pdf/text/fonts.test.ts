import { findText } from "../../../../../engine/pdf/text/findText.js";
import { pageText } from "../../../../../engine/pdf/text/pageText.js";
import { FIRST_OBJECT, stream, textPdf } from "./textPages.js";

/** What a font shows for codes given in hexadecimal digits; objects are numbered from 20, the font is the first. */
function shown(font: string, codes: string, ...objects: string[]) {
  const pdf = textPdf({
    contents: `BT /F 10 Tf 10 20 Td <${codes}> Tj ET`,
    resources: `/Font << /F ${FIRST_OBJECT} 0 R >>`,
    objects: [font, ...objects],
  });
  return pageText(pdf, 1);
}
const textOf = (...from: Parameters<typeof shown>) =>
  shown(...from)
    .lines.map(({ text }) => text)
    .join("\n");
const widthOf = (...from: Parameters<typeof shown>) => shown(...from).lines[0]!.width;

const simple = (entries: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /Foo ${entries} >>`;
const SECOND = `${FIRST_OBJECT + 1} 0 R`;
const THIRD = `${FIRST_OBJECT + 2} 0 R`;

describe("simple fonts stand for what", () => {
  test.each([
    ["StandardEncoding", "27 60 AE AF FB", "’‘ﬁﬂß"],
    ["WinAnsiEncoding", "27 80 E9 FC A0 2E", "'€éü ."],
    ["MacRomanEncoding", "8E 9F DE D5 DB", "éüﬁ’¤"],
    ["MacExpertEncoding", "61 7A 57 31", "azﬁ1"],
  ])("/Encoding %s says", (name, codes, text) => {
    expect(textOf(simple(`/Encoding /${name}`), codes)).toBe(text);
  });

  test.each([
    ["Symbol", "61 57 AE", "α\u{2126}→"],
    ["ZapfDingbats", "21 34 AC", "✁✔①"],
  ])("%s has built in", (name, codes, text) => {
    expect(textOf(simple("").replace("/Foo", `/${name}`), codes)).toBe(text);
  });

  test("/Differences say, by names of the Adobe Glyph List and those made of code points and parts", () => {
    const names =
      "65 /eacute /uni20AC /u1F600 /f_f_i /a.sc /afii10017 /alef /Asmall /oneoldstyle /g12 /hiragana";
    const text = shown(
      simple(`/Encoding << /Differences [${names} 90 /parenleft] >>`),
      "41 42 43 44 45 46 47 48 49 4A 5A",
    );
    expect(text.lines.map((line) => line.text)).toEqual(["é€😀ﬃaАאa1\u{fffd}("]);
    expect(text.unknownCharacters).toBe(1);
  });

  test("/Differences of a TeX bitmap font say by names that repeat the code", () => {
    const font =
      "<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 80 70] /CharProcs << >> /Encoding << /Differences [65 /a65 /B67] >> /FirstChar 65 /Widths [50 60] >>";
    expect(textOf(font, "41 42")).toBe("A\u{fffd}");
    expect(shown(font, "41 42").lines[0]).toMatchObject({
      width: expect.closeTo(11),
      height: expect.closeTo(9),
    });
  });

  test("/ToUnicode says, before any encoding: single codes, ranges, lists, ligatures and surrogate pairs", () => {
    const cmap = `1 begincodespacerange <00> <FF> endcodespacerange
      3 beginbfchar <01> <00480069> <02> <D83DDE00> <03> <0000> endbfchar
      2 beginbfrange <10> <13> <0041> <20> <22> [<0078> <0079> <007A>] endbfrange
      1 beginbfrange <30> <31> <D83DDE00> endbfrange`;
    const font = simple(`/Encoding << /Differences [3 /three] >> /ToUnicode ${SECOND}`);
    expect(textOf(font, "01 02 10 13 22 31 03 41", stream(cmap))).toBe("Hi😀ADz😁3A");
  });

  test("an embedded Type 1 program says where there is no encoding, and else what it differs from", () => {
    const program =
      "%!PS-AdobeFont-1.0: Foo\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /Omega put\ndup 8#102 /eacute put\nreadonly def\ncurrentfile eexec dup 67 /x put";
    const descriptor = `<< /Type /FontDescriptor /Flags 4 /FontFile ${THIRD} >>`;
    const objects = [descriptor, stream(program)];
    expect(textOf(simple(`/FontDescriptor ${SECOND}`), "41 42 43", ...objects)).toBe("\u{2126}é\u{fffd}");
    const differing = simple(`/FontDescriptor ${SECOND} /Encoding << /Differences [66 /B] >>`);
    expect(textOf(differing, "41 42", ...objects)).toBe("\u{2126}B");
  });

  test("a name of a CMap entry beyond all planes, or half a surrogate pair, is no character", () => {
    const cmap = "1 beginbfrange <01> <02> <DBFFDFFF> endbfrange 1 beginbfchar <03> <D800> endbfchar";
    expect(textOf(simple(`/ToUnicode ${SECOND}`), "01 02 03", stream(cmap))).toBe(
      "\u{10ffff}\u{fffd}\u{fffd}",
    );
  });
});

describe("simple fonts are as wide as", () => {
  test("/Widths says, and /MissingWidth for other codes", () => {
    const font = simple(
      `/Encoding /WinAnsiEncoding /FirstChar 65 /Widths [500 250] /FontDescriptor ${SECOND}`,
    );
    expect(widthOf(font, "41 42 43", "<< /MissingWidth 1000 >>")).toBeCloseTo(17.5);
  });

  test.each([
    ["Helvetica", 6.67],
    ["ABCDEF+Arial,Bold", 7.22],
    ["Times-Italic", 6.11],
    ["TimesNewRomanPS-BoldMT", 7.22],
    ["Courier-Oblique", 6],
    ["Unheard-Of-Serif", 7.22],
  ])("the published metrics say where there are no /Widths: an A of %s is %d points wide", (name, width) => {
    expect(widthOf(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`, "41")).toBeCloseTo(width);
  });
});

const composite = (encoding: string, descendant: string, entries = "") =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /Foo /Encoding ${encoding} ${entries} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Foo ${descendant} >>] >>`;

describe("composite fonts", () => {
  test("with Identity-H take two bytes a code, widths from /W and /DW, and characters from /ToUnicode alone", () => {
    const cmap = "2 beginbfchar <0001> <0041> <0102> <0062> endbfchar";
    const font = composite("/Identity-H", "/DW 700 /W [1 [300] 256 258 400]", `/ToUnicode ${SECOND}`);
    expect(textOf(font, "0001 0102 0003", stream(cmap))).toBe("Ab\u{fffd}");
    expect(widthOf(font, "0001 0102 0003", stream(cmap))).toBeCloseTo(14);
  });

  test("with an embedded CMap take as many bytes a code as its codespace ranges say", () => {
    const map = `2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
      1 begincidrange <20> <7E> 1 endcidrange 1 begincidchar <8140> 500 endcidchar`;
    const unicode = "2 beginbfchar <41> <0041> <8140> <4E00> endbfchar";
    const font = composite(THIRD, "/DW 1000 /W [34 [600] 500 [900]]", `/ToUnicode ${SECOND}`);
    expect(textOf(font, "41 8140 41", stream(unicode), stream(map))).toBe("A一A");
    expect(widthOf(font, "41 8140 41", stream(unicode), stream(map))).toBeCloseTo(21);
  });

  test.each([
    ["UniJIS-UCS2-H", "0041 7F72 540D", "A署名"],
    ["UniGB-UTF16-H", "0041 D840DC0B", "A\u{2000b}"],
    ["UniKS-UTF32-H", "00000041 0000C11C", "A서"],
    ["UniCNS-UTF8-H", "41 E7B0BD", "A簽"],
    ["90ms-RKSJ-H", "41 8F90 96BC", "A署名"],
    ["EUC-H", "41 BDF0 CCBE", "A署名"],
    ["H", "3D70 4C3E", "署名"],
    ["GBK-EUC-H", "41 C7A9 C3FB", "A签名"],
    ["GB-H", "4729 437B", "签名"],
    ["ETen-B5-H", "41 C3B1 A657", "A簽名"],
    ["KSCms-UHC-H", "41 BCAD B8ED", "A서명"],
  ])("with the predefined CMap %s stand for the characters of its character set", (name, codes, text) => {
    expect(textOf(composite(`/${name}`, "/DW 1000"), codes)).toBe(text);
  });

  test("of which nobody says what they stand for, or whose CMap is unknown, stand for unknown characters", () => {
    expect(
      textOf(composite("/Identity-H", "/CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) >>"), "0041"),
    ).toBe("\u{fffd}");
    expect(textOf(composite("/Adobe-Japan1-0", ""), "00410042")).toBe("\u{fffd}\u{fffd}");
    expect(textOf(composite("/90ms-RKSJ-H", ""), "FFFF")).toBe("\u{fffd}\u{fffd}");
  });

  test("written downwards go on downwards, in boxes about the middle of each character", () => {
    const pdf = textPdf({
      contents: "BT /F 20 Tf 100 150 Td <7F72540D> Tj ET",
      resources: `/Font << /F ${FIRST_OBJECT} 0 R >>`,
      objects: [composite("/UniJIS-UCS2-V", "/DW 1000")],
    });
    const [match] = findText(pdf, { text: "署名", origin: "bottom-left" });
    expect(match).toMatchObject({ x: 90, y: 110, width: 20, height: 40, upright: false });
  });
});

describe("right-to-left text", () => {
  const font = simple(`/ToUnicode ${SECOND} /FirstChar 1 /Widths [500 500 500 500 500 500]`);
  const cmap = stream("1 beginbfrange <01> <06> [<05D7> <05EA> <05D9> <05DE> <0644> <06440627>] endbfrange");

  test("is given as it is read, though glyphs stand from left to right, and found so", () => {
    // ח ת י מ ה: read from right to left; here seen from left to right.
    const pdf = (contents: string) =>
      textPdf({ contents, resources: `/Font << /F ${FIRST_OBJECT} 0 R /G 4 0 R >>`, objects: [font, cmap] });
    const seen = pdf("BT /F 10 Tf 10 20 Td <04030201> Tj /G 10 Tf ( :12 [a]) Tj ET");
    expect(findText(seen, { text: "חתימ" })).toMatchObject([{ x: 10, width: expect.closeTo(20) }]);
    expect(findText(seen, { text: "חת" })).toMatchObject([{ x: 20, width: expect.closeTo(10) }]);
    expect(findText(seen, { text: "12 [a]" })).toHaveLength(1);
    expect(pageText(seen, 1).lines[0]!.text).toContain("חתימ");
    // Shown letter by letter in the order of reading, each to the left of the one before.
    const read = pdf(
      "BT /F 10 Tf 1 0 0 1 50 20 Tm <01> Tj 1 0 0 1 45 20 Tm <02> Tj 1 0 0 1 40 20 Tm <03> Tj ET",
    );
    expect(findText(read, { text: "חתי" })).toMatchObject([{ x: 40, width: expect.closeTo(15) }]);
  });

  test("keeps the order within a ligature", () => {
    expect(
      findText(
        textPdf({
          contents: "BT /F 10 Tf 10 20 Td <0605> Tj ET",
          resources: `/Font << /F ${FIRST_OBJECT} 0 R >>`,
          objects: [font, cmap],
        }),
        { text: "للا" },
      ),
    ).toHaveLength(1);
  });
});
