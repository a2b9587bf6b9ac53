import { openPdf } from "../../../../engine/pdf/document.js";
import { signatureFields } from "../../../../engine/pdf/signatureFields.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { describeWith } from "../../../support/judges.js";
import { handWrittenPdf, ONE_PAGE } from "../pdf/handWritten.js";
import { corneredAppearance } from "../pdf/placed.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { drawPage } from "./drawnPage.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

/** A page that is cut and turned, with a signature field that waits for a visible signature. */
function waiting(page: string, field: string) {
  return handWrittenPdf({
    ...ONE_PAGE,
    1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
    3: ONE_PAGE[3]!.replace("/Contents 4 0 R", `${page} /Annots [5 0 R]`),
    5: `<< /Type /Annot /Subtype /Widget /F 4 /FT /Sig /T (Buyer) /Rect [60 50 120 90] ${field} >>`,
  });
}

describeWith([...SIGNER_JUDGES, "pdftoppm"], "a visible signature in a field of the document", () => {
  let ada: TestSigner;
  beforeAll(async () => {
    ada = await TestSigner.create();
  });
  afterAll(() => ada.stop());

  /** Signs, and gives the corners of the field near which poppler draws the dark corner of the appearance. */
  function darkCorners(pdf: Uint8Array): string[] {
    const { x, y, width, height } = signatureFields(openPdf(pdf))[0]!.placement!;
    const signed = ada.signPdf(pdf, { fieldName: "Buyer", appearance: corneredAppearance });
    expect(ada.verdicts(signed)).toMatchObject([{ fieldName: "Buyer", ...GOOD }]);
    expect(qpdfComplaints(signed)).toBe("");
    const drawn = drawPage(ada.directory, signed);
    const [left, right] = [x + 4, x + width - 4];
    const [lower, upper] = [drawn.height - y - 4, drawn.height - y - height + 4];
    const corners = {
      "lower left": [left, lower],
      "lower right": [right, lower],
      "upper left": [left, upper],
    };
    const all = Object.entries({ ...corners, "upper right": [right, upper] });
    // Nothing is drawn outside the field.
    for (const [px, py] of [
      [x - 3, drawn.height - y + 3],
      [x + width + 3, drawn.height - y - height - 3],
    ]) {
      expect(drawn.isDark(px!, py!)).toBe(false);
    }
    return all.filter(([, [px, py]]) => drawn.isDark(px!, py!)).map(([name]) => name);
  }

  test.each([0, 90, 180, 270])("is upright for its reader on a page turned by %p degrees", (rotate) => {
    expect(darkCorners(waiting(`/CropBox [40 30 240 180] /Rotate ${rotate}`, "/P 3 0 R"))).toEqual([
      "lower left",
    ]);
  });

  test.each([
    [0, 0, "lower left"],
    [0, 90, "lower right"],
    [90, 0, "upper left"],
    [90, 90, "lower left"],
    [180, 180, "lower left"],
    [180, 270, "lower right"],
    [270, 0, "lower right"],
  ])("on a page turned by %p is turned as its author's /MK /R of %p says", (rotate, turned, corner) => {
    expect(darkCorners(waiting(`/Rotate ${rotate}`, `/P 3 0 R /MK << /R ${turned} >>`))).toEqual([corner]);
  });

  test.each([
    ["is missing", ""],
    ["is no page", "/P 4 0 R"],
  ])("is found on the page whose /Annots has it, where its /P %s", (_, field) => {
    expect(darkCorners(waiting("/Rotate 90", field))).toEqual(["lower left"]);
  });

  test("is found in the kid of a field that inherits its type", () => {
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
      3: ONE_PAGE[3]!.replace("/Contents 4 0 R", "/Annots [7 0 R]"),
      5: "<< /FT /Sig /T (Contract) /Kids [6 0 R] >>",
      6: "<< /T (Buyer) /Parent 5 0 R /Kids [7 0 R] >>",
      7: "<< /Type /Annot /Subtype /Widget /F 4 /Parent 6 0 R /Rect [60 50 120 90] >>",
    });
    const signed = ada.signPdf(pdf, { fieldName: "Contract.Buyer", appearance: corneredAppearance });
    // pdfsig knows a signature only where the field is its own widget; pdftoppm draws both.
    expect(listSignatures(openPdf(signed))).toMatchObject([{ fieldName: "Contract.Buyer" }]);
    expect(qpdfComplaints(signed)).toBe("");
    expect(drawPage(ada.directory, signed).isDark(64, 146)).toBe(true);
    expect(drawPage(ada.directory, signed).isDark(110, 146)).toBe(false);
  });
});

describeWith([...SIGNER_JUDGES, "pdftoppm"], "a visible signature in a new field", () => {
  let ada: TestSigner;
  beforeAll(async () => {
    ada = await TestSigner.create();
  });
  afterAll(() => ada.stop());

  const BOXES = [
    ["negative", "/MediaBox [-100 -50 200 150]", 300, 200],
    ["with its corners exchanged", "/MediaBox [300 200 0 0] /CropBox [240 30 40 180]", 200, 150],
    ["larger than the page", "/MediaBox [0 0 300 200] /CropBox [-50 -50 1000 1000]", 300, 200],
    ["of broken numbers", "/MediaBox [0.5 0.25 300.5 200.25]", 300, 200],
  ] as const;

  test.each(
    BOXES.flatMap(([box, entries, width, height]) =>
      [0, 90, 180, 270].map((rotate) => [box, rotate, entries, width, height] as const),
    ),
  )("is where it was placed on a page whose box is %s, turned by %p", (_, rotate, entries, width, height) => {
    const page = `<< /Type /Page /Parent 2 0 R ${entries} /Rotate ${rotate} >>`;
    const pdf = handWrittenPdf({ ...ONE_PAGE, 3: page });
    const size = rotate % 180 === 0 ? [width, height] : [height, width];
    for (const origin of ["top-left", "bottom-left"] as const) {
      const placement = { page: 1, x: 10, y: 20, width: 60, height: 40, origin };
      const drawn = drawPage(ada.directory, ada.signPdf(pdf, { placement, appearance: corneredAppearance }));
      expect(Math.abs(drawn.width - size[0]!) + Math.abs(drawn.height - size[1]!)).toBeLessThanOrEqual(2);
      const bottom = origin === "top-left" ? 60 : drawn.height - 20;
      const dark = [13, 27, 33, 67].map((x) => drawn.isDark(x, bottom - 10));
      expect(dark).toEqual([true, true, false, false]);
      expect([bottom - 37, bottom - 23, bottom - 17].map((y) => drawn.isDark(15, y))).toEqual([
        false,
        false,
        true,
      ]);
    }
  });
});
