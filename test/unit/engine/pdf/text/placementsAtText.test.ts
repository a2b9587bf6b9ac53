import { openPdf } from "../../../../../engine/pdf/document.js";
import { openText } from "../../../../../engine/pdf/text/documentText.js";
import { type MarkerPlacement, placementsAtText } from "../../../../../engine/pdf/text/placementsAtText.js";
import { describeWith } from "../../../../support/judges.js";
import { drawPage } from "../../pades/drawnPage.js";
import { SIGNER_JUDGES, TestSigner } from "../../pades/testSigner.js";
import { corneredAppearance } from "../placed.js";
import { textPdf } from "./textPages.js";
import { wordBoxes } from "./wordBoxes.js";

/** Helvetica at 10 points reaches from 7.18 above to 2.07 below its baseline; M is 8.33 wide. */
const PDF = textPdf({
  contents: "BT /F 10 Tf 100 100 Td (M) Tj -40 -50 Td (M) Tj 140 0 Td (M) Tj -2000 0 Td (M off) Tj ET",
});
const MARKER = { marker: "M", width: 60, height: 20, origin: "bottom-left" } as const;

const corners = (wanted: Partial<MarkerPlacement>) =>
  placementsAtText(PDF, { ...MARKER, ...wanted }).map(({ x, y }) =>
    [x, y].map((n) => Math.round(n * 100) / 100),
  );
const refusal = (wanted: Partial<MarkerPlacement>): unknown => {
  try {
    return corners(wanted);
  } catch (error) {
    return error;
  }
};

describe("a placement at a marker", () => {
  test.each([
    ["at", 100, 97.93],
    ["above", 100, 107.18],
    ["below", 100, 77.93],
    ["left", 40, 92.56],
    ["right", 108.33, 92.56],
    ["center", 74.17, 92.56],
  ] as const)("%s it has its lower left corner at %p, %p", (anchor, x, y) => {
    expect(corners({ anchor })).toEqual([[x, y].map((n) => expect.closeTo(n, 1))]);
  });

  test("is moved by the offset, to the right and up, and counted from the corner that is asked for", () => {
    expect(corners({ offset: { right: 5, up: -7 } })).toEqual([[105, 90.93]]);
    const [placement] = placementsAtText(PDF, { ...MARKER, origin: "top-left", offset: { up: 3 } });
    expect(placement).toEqual({
      page: 1,
      x: 100,
      y: expect.closeTo(200 - 100.93 - 20),
      width: 60,
      height: 20,
      origin: "top-left",
    });
  });

  test("is at the first place as one reads, the last, the nth or all of them that are on the page", () => {
    const all = [
      [100, 97.93],
      [60, 47.93],
      [200, 47.93],
    ];
    expect(corners({})).toEqual([all[0]]);
    expect(corners({ occurrence: "last" })).toEqual([all[2]]);
    expect(corners({ occurrence: 2 })).toEqual([all[1]]);
    expect(corners({ occurrence: "all" })).toEqual(all);
  });

  test("that would leave the page is moved back onto it, or refused where that is asked for", () => {
    expect(corners({ occurrence: 3, width: 150 })).toEqual([[150, 47.93]]);
    expect(corners({ occurrence: 2, anchor: "below", height: 60 })).toEqual([[60, 0]]);
    expect(refusal({ occurrence: 3, width: 150, outside: "refuse" })).toMatchObject({
      code: "pdf_placement_invalid",
      message: 'The placement at "M" leaves page 1, which is 300 by 200 points.',
    });
  });

  test.each([{ width: 301 }, { height: 201 }, { width: 0 }, { height: -1 }, { width: Number.NaN }])(
    "of a size that no page can hold (%p) is refused",
    (size) => {
      expect(refusal(size)).toMatchObject({ code: "pdf_placement_invalid" });
    },
  );

  test.each([
    [{ marker: "[[sign:1]]" }, 'The text "[[sign:1]]" does not stand in the PDF.'],
    [{ marker: "off", page: 1 }, 'The text "off" does not stand on page 1.'],
    [{ occurrence: 4 }, 'The text "M" stands only 3 times in the PDF.'],
  ])("is refused when the marker is not there (%p)", (wanted, message) => {
    expect(refusal(wanted)).toMatchObject({ code: "pdf_text_not_found", message });
  });

  test("says when characters could not be read, among which the marker may be", () => {
    const font =
      "/Font << /F << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >> >>";
    const pdf = textPdf({ contents: "BT /F 10 Tf <00010002> Tj ET", resources: font });
    expect(() => placementsAtText(pdf, MARKER)).toThrow(/2 characters could not be read/);
  });

  test("is the same for bytes, for the document opened, and for its text, of which nothing is read twice", () => {
    const document = openPdf(PDF);
    const text = openText(document);
    const placements = placementsAtText(PDF, MARKER);
    expect(placementsAtText(document, MARKER)).toEqual(placements);
    expect(placementsAtText(text, MARKER)).toEqual(placements);
    expect(text.page(1)).toBe(text.page(1));
  });
});

describeWith(
  [...SIGNER_JUDGES, "pdftoppm", "pdftotext"],
  "a signature placed at a marker, as poppler draws it",
  () => {
    let ada: TestSigner;
    beforeAll(async () => {
      ada = await TestSigner.create();
    });
    afterAll(() => ada.stop());

    test.each([0, 90, 180, 270])(
      "has its ink where the marker is on a page cut and turned by %p degrees",
      (rotate) => {
        const pdf = textPdf({
          contents: "BT 1 g /F 10 Tf 1 0 0 1 120 90 Tm ([[sign:1]]) Tj ET",
          page: `/Rotate ${rotate} /CropBox [40 30 260 180]`,
        });
        const size = { width: 48, height: 24 };
        const [placement] = placementsAtText(pdf, { marker: "[[sign:1]]", anchor: "center", ...size });
        const signed = ada.signPdf(pdf, { placement: placement!, appearance: corneredAppearance(size) });
        const [word] = wordBoxes(pdf)[0]!.filter(({ text }) => text === "[[sign:1]]");
        const middle = { x: (word!.left + word!.right) / 2, y: (word!.top + word!.bottom) / 2 };
        const page = drawPage(ada.directory, signed);
        const dark: [number, number][] = [];
        for (let y = 0; y < page.height; y++)
          for (let x = 0; x < page.width; x++) if (page.isDark(x, y)) dark.push([x, y]);
        // Black is the lower left: a third of the box's width and half of its height.
        expect(Math.min(...dark.map(([x]) => x))).toBeCloseTo(middle.x - 24, -0.7);
        expect(Math.max(...dark.map(([x]) => x))).toBeCloseTo(middle.x - 24 + 16, -0.7);
        expect(Math.min(...dark.map(([, y]) => y))).toBeCloseTo(middle.y, -0.7);
        expect(Math.max(...dark.map(([, y]) => y))).toBeCloseTo(middle.y + 12, -0.7);
        expect(ada.verdicts(signed)).toMatchObject([{ valid: true, coversAll: true }]);
      },
    );
  },
);
