import { PDFDocument } from "pdf-lib";
import { standardFontNames } from "../../../../api/placements/standardFontNames.js";
import { type LinedImage, linedImageAppearance } from "../../../../engine/pdf/appearance/linedImage.js";
import { ByteSink } from "../../../../engine/pdf/byteSink.js";
import { PdfRef, PdfStream } from "../../../../engine/pdf/objects.js";
import { writeObject } from "../../../../engine/pdf/serialize.js";
import { missingInWinAnsi, winAnsiString } from "../../../../engine/pdf/text/encoding/winAnsi.js";
import { sans } from "../font/fonts.js";

const named: LinedImage = {
  lines: [
    {
      text: "Signé",
      x: 5,
      y: 6,
      size: 10,
      colour: [1, 0, 0],
      font: sans(),
      standardFont: "Helvetica-BoldOblique",
    },
  ],
};

/** The dictionaries of all objects of an appearance, one after the other. */
function written(drawn: LinedImage, archival: boolean): string {
  let last = 0;
  const allocate = () => {
    last += 1;
    return new PdfRef(last, 0);
  };
  const { objects } = linedImageAppearance(drawn, { width: 100, height: 40 }).build(allocate, {
    archival: () => archival,
  });
  const sink = new ByteSink();
  for (const { value } of objects) writeObject(sink, value instanceof PdfStream ? value.dict : value);
  return Buffer.from(sink.join()).toString("latin1");
}

test("a font is named where the document allows it, and embedded where it promises to be PDF/A", () => {
  const [usual, archival] = [written(named, false), written(named, true)];
  expect(usual).toMatch(/\/BaseFont ?\/Helvetica-BoldOblique/);
  expect(usual).not.toContain("FontFile");
  expect(archival).not.toContain("Helvetica");
  expect(archival).toContain("FontFile2");
});

test.each(Object.values(standardFontNames))(
  "%s says of itself what PDF 2.0 requires, and its characters are as wide as pdf-lib has them",
  async (standardFont) => {
    const [line] = named.lines;
    const dictionary = written({ lines: [{ ...line!, standardFont }] }, false);
    expect(dictionary).toMatch(/\/FontDescriptor \d+ 0 R/);
    const required = ["FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV", "Flags"];
    expect(required.filter((entry) => !dictionary.includes(`/${entry} `))).toEqual([]);
    const widths = /\/FirstChar 32\s\/LastChar 255\s\/Widths \[([^\]]*)\]/.exec(dictionary)![1]!;
    const font = await (await PDFDocument.create()).embedFont(standardFont);
    const codes = [...Array(224).keys()].map((index) => index + 32);
    // Of 0x9f, Ÿ, pdf-lib says the width of ž.
    const others = [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x9f, 0xa0, 0xad];
    const known = codes.filter((code) => !others.includes(code));
    const decoder = new TextDecoder("windows-1252");
    const wide = (code: number) =>
      Math.round(font.widthOfTextAtSize(decoder.decode(Uint8Array.of(code)), 1000));
    const ours = widths.trim().split(/\s+/).map(Number);
    expect(ours).toHaveLength(224);
    expect(known.map((code) => ours[code - 32])).toEqual(known.map(wide));
  },
);

test("the same appearance is built again and again, in documents of both kinds", () => {
  expect([written(named, true), written(named, false)]).toEqual([
    written(named, true),
    written(named, false),
  ]);
});

test("a string in WinAnsiEncoding is read back as it was written, and what it lacks is told before", () => {
  const known = [...Array(256).keys()].filter(
    (code) => code >= 0x20 && ![0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa0, 0xad].includes(code),
  );
  const text = new TextDecoder("windows-1252").decode(Uint8Array.from(known));
  expect(winAnsiString(text)).toBe(`<${Buffer.from(known).toString("hex")}>`);
  expect(missingInWinAnsi(`${text}Łół`)).toEqual(["Ł", "ł"]);
  expect(() => winAnsiString("Ł")).toThrow(RangeError);
});
