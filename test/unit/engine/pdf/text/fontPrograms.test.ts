import { pageText } from "../../../../../engine/pdf/text/pageText.js";
import { FIRST_OBJECT, stream, textPdf } from "./textPages.js";
import {
  cffFont,
  cmapTable,
  groupSubtable,
  postTable,
  segmentSubtable,
  sfnt,
  trimmedSubtable,
} from "./tinyFonts.js";

const DESCRIPTOR = `${FIRST_OBJECT + 1} 0 R`;
const PROGRAM = `${FIRST_OBJECT + 2} 0 R`;

/** What codes show in a font whose descriptor has an embedded program. */
function textOf(font: string, codes: string, key: string, program: string, flags = 4): string {
  const pdf = textPdf({
    contents: `BT /F 10 Tf 10 20 Td <${codes}> Tj ET`,
    resources: `/Font << /F ${FIRST_OBJECT} 0 R >>`,
    objects: [font, `<< /Type /FontDescriptor /Flags ${flags} /${key} ${PROGRAM} >>`, stream(program)],
  });
  return pageText(pdf, 1)
    .lines.map(({ text }) => text)
    .join("");
}

const simple = (subtype: string) =>
  `<< /Type /Font /Subtype /${subtype} /BaseFont /Foo /FontDescriptor ${DESCRIPTOR} /FirstChar 0 /Widths [] >>`;
const composite = (map: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /Foo /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Foo /FontDescriptor ${DESCRIPTOR} ${map} >>] >>`;

describe("a symbolic TrueType font without an encoding", () => {
  test("stands for what its Unicode map has for the glyphs that its symbol map selects", () => {
    const cmap = cmapTable(
      [3, 0, segmentSubtable(0xf041, 0xf043, 5)],
      [3, 1, segmentSubtable(0x3b1, 0x3b3, 5)],
    );
    expect(textOf(simple("TrueType"), "41 42 43", "FontFile2", sfnt({ cmap }))).toBe("αβγ");
  });

  test("stands for what the names of its glyphs say", () => {
    const program = sfnt({
      cmap: cmapTable([1, 0, trimmedSubtable(0x21, 2, 1)]),
      post: postTable(".notdef", "eacute", "uni20AC"),
    });
    expect(textOf(simple("TrueType"), "21 22", "FontFile2", program)).toBe("€é");
  });

  test("whose Macintosh map alone says anything is taken to be Mac OS Roman", () => {
    const program = sfnt({ cmap: cmapTable([1, 0, trimmedSubtable(0x8e, 7)]) });
    expect(textOf(simple("TrueType"), "8E 41", "FontFile2", program)).toBe("éA");
  });

  test.each([
    ["no table", ""],
    ["a cmap that ends early", sfnt({ cmap: [0, 0, 0, 9] })],
    ["a table beyond its end", sfnt({ cmap: [0, 0, 0, 0] }).slice(0, -2)],
  ])("with %s is read by the standard encoding", (_, program) => {
    expect(textOf(simple("TrueType"), "41", "FontFile2", program)).toBe("A");
  });
});

describe("an embedded CFF font", () => {
  const program = cffFont(["eacute", "f_i", "uni05D0"], [0x41, 0x42, 0x80]);

  test.each([
    ["bare", program],
    ["in an OpenType font", sfnt({ "CFF ": [...Buffer.from(program, "latin1")] }, 0x4f54544f)],
  ])("%s, stands for what the names say that its own encoding gives", (_, bytes) => {
    expect(textOf(simple("Type1"), "41 42", "FontFile3", bytes)).toBe("éﬁ");
    expect(textOf(simple("Type1"), "80", "FontFile3", bytes)).toBe("א");
  });

  test("that is damaged is read by the standard encoding", () => {
    expect(textOf(simple("Type1"), "41", "FontFile3", program.slice(0, 40))).toBe("A");
  });

  test("of a composite font stands for what the names of its glyphs say", () => {
    expect(textOf(composite(""), "0001 0002 0009", "FontFile3", program)).toBe("éﬁ\u{fffd}");
  });
});

describe("an embedded TrueType font of a composite font without /ToUnicode", () => {
  const program = sfnt({ cmap: cmapTable([3, 10, groupSubtable(0x1f600, 0x1f602, 3)]) });

  test("stands for what its Unicode map has for each glyph", () => {
    expect(textOf(composite("/CIDToGIDMap /Identity"), "0003 0005 0009", "FontFile2", program)).toBe(
      "😀😂\u{fffd}",
    );
  });

  test("does so for the glyph that /CIDToGIDMap gives", () => {
    const map = `/CIDToGIDMap ${FIRST_OBJECT + 3} 0 R`;
    const pdf = textPdf({
      contents: "BT /F 10 Tf 10 20 Td <0001> Tj ET",
      resources: `/Font << /F ${FIRST_OBJECT} 0 R >>`,
      objects: [composite(map), `<< /FontFile2 ${PROGRAM} >>`, stream(program), stream("\x00\x00\x00\x04")],
    });
    expect(pageText(pdf, 1).lines[0]!.text).toBe("😁");
  });
});
