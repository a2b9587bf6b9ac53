import fc from "fast-check";
import { EngineError } from "../../../../../engine/error.js";
import { findText } from "../../../../../engine/pdf/text/findText.js";
import { pageText } from "../../../../../engine/pdf/text/pageText.js";
import { FIRST_OBJECT, stream, textPdf } from "./textPages.js";

const OPERATORS =
  "BT ET Tf Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Ts Tr q Q cm Do gs BDC BMC EMC BI ID EI re f".split(" ");
const number = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const operand = fc.oneof(
  number.map((n) => n.toFixed(3)),
  fc.constantFrom("/F", "/G", "/Fm", "/GS", "/Span", "[", "]", "<<", ">>", "true", "null"),
  fc.string({ maxLength: 8 }).map((text) => `(${text})`),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => `<${Buffer.from(bytes).toString("hex")}>`),
);
const operator = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...OPERATORS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const instruction = fc
  .tuple(fc.array(operand, { maxLength: 7 }), operator)
  .map(([operands, name]) => `${operands.join(" ")} ${name}`);
const content = fc.array(instruction, { maxLength: 60 }).map((lines) => lines.join("\n"));
const garbage = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("latin1"));

/** What a search gives, or its code; anything else that is thrown fails the test. */
function search(pdf: Uint8Array): unknown {
  try {
    return [findText(pdf, { text: "e", caseSensitive: false, acrossLines: true }), pageText(pdf, 1)];
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
}

describe("whatever a stranger sends", () => {
  test("as content, a search ends with places or with a code", () => {
    fc.assert(
      fc.property(fc.oneof(content, garbage), content, (contents, form) => {
        const resources = `/Font << /F 4 0 R /G << /Type /Font /Subtype /Type0 /Encoding /90ms-RKSJ-V /DescendantFonts [<< >>] >> >> /XObject << /Fm ${FIRST_OBJECT} 0 R >> /ExtGState << /GS << /Font [4 0 R -3] >> >>`;
        const objects = [stream(form.startsWith("<< /") ? "" : form, "/Subtype /Form /BBox [0 0 1 1]")];
        search(textPdf({ contents: contents.startsWith("<< /") ? "" : contents, resources, objects }));
      }),
      { numRuns: 300 },
    );
  });

  test.each(["FontFile", "FontFile2", "FontFile3", "ToUnicode", "Encoding", "W"])(
    "as /%s of a font, a search ends with places or with a code",
    (key) => {
      const heads = fc.constantFrom(
        "",
        "\x00\x01\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00cmap",
        "\x01\x00\x04\x02",
        "/Encoding dup 65 /A put ",
        "1 beginbfrange <00> <ff> ",
        "2 begincodespacerange <00> ",
      );
      fc.assert(
        fc.property(heads, fc.oneof(garbage, content), (head, tail) => {
          const font = `<< /Type /Font /Subtype /Type0 /Encoding ${key === "Encoding" ? "21 0 R" : "/Identity-H"} /ToUnicode ${key === "ToUnicode" ? "21 0 R" : "null"} /DescendantFonts [<< /W ${key === "W" ? `[ ${tail.replace(/[^\d [\].-]/g, "")} ]` : "[]"} /FontDescriptor 22 0 R >>] >>`;
          const simple =
            "<< /Type /Font /Subtype /TrueType /FontDescriptor 22 0 R /FirstChar 0 /Widths [1 2 3] >>";
          const objects = [font, stream(`${head}${tail}`, "/Foo 1"), `<< /Flags 4 /${key} 21 0 R >>`, simple];
          const resources = "/Font << /F 20 0 R /G 23 0 R >>";
          search(
            textPdf({
              contents: "BT /F 9 Tf (e\\000\\101ab) Tj /G 9 Tf (e\\000\\101ab) Tj ET",
              resources,
              objects,
            }),
          );
        }),
        { numRuns: 100 },
      );
    },
  );
});

test("a text shown with any matrix is found about the place where it is shown, whatever is shown around it", () => {
  const scale = fc.double({ min: 0.5, max: 3, noNaN: true });
  const place = fc.integer({ min: 40, max: 160 });
  fc.assert(
    fc.property(
      scale,
      fc.integer({ min: 0, max: 359 }),
      place,
      place,
      fc.nat(60),
      (size, degrees, x, y, kerning) => {
        const [cos, sin] = [Math.cos, Math.sin].map((f) => size * f((degrees * Math.PI) / 180)) as [
          number,
          number,
        ];
        const matrix = [cos, sin, -sin, cos, x, y].map((n) => n.toFixed(4)).join(" ");
        const contents = `BT /F 4 Tf 1 0 0 1 5 5 Tm (before) Tj ${matrix} Tm [(mar) ${kerning} (ker)] TJ 1 0 0 1 5 190 Tm (after) Tj ET`;
        const matches = findText(textPdf({ contents }), { text: "marker", origin: "bottom-left" });
        expect(matches).toHaveLength(1);
        const [match] = matches;
        // The baseline's beginning lies within the box, and the box is about as large as the word.
        expect(x).toBeGreaterThan(match!.x - 0.01);
        expect(x).toBeLessThan(match!.x + match!.width + 0.01);
        expect(y).toBeGreaterThan(match!.y - 0.01);
        expect(y).toBeLessThan(match!.y + match!.height + 0.01);
        const length = size * 4 * (3.001 - kerning / 1000);
        expect(Math.hypot(match!.width, match!.height)).toBeLessThan(length + 8 * size);
        const apart = Math.abs(((match!.angle - degrees + 540) % 360) - 180);
        expect(apart).toBeLessThan(0.1);
      },
    ),
    { numRuns: 200 },
  );
});
