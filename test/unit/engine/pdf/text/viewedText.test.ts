import { findText } from "../../../../../engine/pdf/text/findText.js";
import { describeWith } from "../../../../support/judges.js";
import { textPdf } from "./textPages.js";
import { isAt, wordBoxes } from "./wordBoxes.js";

const CONTENTS = `BT /F 10 Tf 60 90 Td (upright) Tj ET
  BT /F 14 Tf 0 1 -1 0 150 60 Tm (quarter) Tj ET
  BT /F 9 Tf -1 0 0 -1 220 130 Tm (half) Tj ET
  q 0.5 0 0 1.5 70 20 cm BT /F 12 Tf 80 Tz 0.5 Tc 0 20 Td (stretched) Tj ET Q`;
const WORDS = ["upright", "quarter", "half", "stretched"];

describeWith(["pdftotext"], "text is where poppler sees it", () => {
  test.each([0, 90, 180, 270, -90, 450])("on a page cut and turned by %p degrees", (rotate) => {
    const pdf = textPdf({ contents: CONTENTS, page: `/Rotate ${rotate} /CropBox [40 30 260 180]` });
    const words = wordBoxes(pdf)[0]!;
    for (const text of WORDS) {
      const word = words.find((candidate) => candidate.text === text);
      expect([text, word, findText(pdf, { text }).some((match) => isAt(match, word!))]).toEqual([
        text,
        word,
        true,
      ]);
    }
  });

  test("and seen from the other corner it is as far from the other edge", () => {
    const pdf = textPdf({ contents: CONTENTS, page: "/Rotate 90 /CropBox [40 30 260 180]" });
    const [fromTop] = findText(pdf, { text: "upright" });
    const [fromBottom] = findText(pdf, { text: "upright", origin: "bottom-left" });
    expect(fromTop!.x).toBe(fromBottom!.x);
    expect(fromTop!.y + fromTop!.height + fromBottom!.y).toBeCloseTo(220);
    expect(fromTop).toMatchObject({ angle: 270, upright: false });
  });
});

test("a page's unit of length counts: with /UserUnit 2 all is twice as far and as large", () => {
  const at = (page: string) => findText(textPdf({ contents: CONTENTS, page }), { text: "upright" })[0]!;
  const [once, twice] = [at(""), at("/UserUnit 2")];
  for (const key of ["x", "y", "width", "height"] as const) expect(twice[key]).toBeCloseTo(2 * once[key]);
});
