import { PdfString } from "../../../../engine/pdf/objects.js";
import { pdfDate } from "../../../../engine/pdf/pdfDate.js";
import { readTextString, textString } from "../../../../engine/pdf/textString.js";
import { bytesOf } from "./handWritten.js";

describe("text strings (ISO 32000-2 7.9.2.2)", () => {
  test.each([
    "",
    "Signature1",
    "Ada (Lovelace) \\",
    "Zoë Ærø",
    "Ελένη",
    "山田 太郎",
    "🖋 signed",
    "line\nbreak",
  ])("%p comes back as it was", (text) => {
    expect(readTextString(textString(text))).toBe(text);
  });

  test("ASCII is written as it is, anything else as UTF-16BE", () => {
    expect(textString("Ada")).toEqual(new PdfString(Buffer.from("Ada")));
    expect(Buffer.from(textString("é").bytes).toString("hex")).toBe("feff00e9");
  });

  test("PDFDocEncoding and UTF-8 are read", () => {
    expect(readTextString(new PdfString(bytesOf("\x80 \xa0 \xe9 \x18")))).toBe("• € é ˘");
    expect(readTextString(new PdfString(Buffer.from("\u{feff}é", "utf8")))).toBe("é");
  });

  test("what is no text is read without a fault: half a character, a lone surrogate", () => {
    expect(readTextString(new PdfString(bytesOf("\xfe\xff\x00A\x00")))).toBe("A");
    expect(readTextString(textString("\ud800"))).toBe("\ufffd");
  });
});

test("a date is written in UTC, to the second (7.9.4)", () => {
  const { bytes } = pdfDate(new Date("2026-02-03T04:05:06.789+02:00"));
  expect(Buffer.from(bytes).toString("latin1")).toBe("D:20260203020506Z");
});
