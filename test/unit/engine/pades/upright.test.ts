import { PdfName, type PdfRef, PdfStream, pdfDict } from "../../../../engine/pdf/objects.js";
import { describeWith } from "../../../support/judges.js";
import { bytesOf, handWrittenPdf, ONE_PAGE } from "../pdf/handWritten.js";
import { drawPage } from "./drawnPage.js";
import { SIGNER_JUDGES, TestSigner } from "./testSigner.js";

/** 60 by 40 points, black in its lower left 20 by 20 alone, so that every turn and mirroring shows. */
const APPEARANCE = {
  build(allocate: () => PdfRef) {
    const form = allocate();
    const dict = pdfDict({
      Type: new PdfName("XObject"),
      Subtype: new PdfName("Form"),
      BBox: [0, 0, 60, 40],
    });
    return { form, objects: [{ ref: form, value: new PdfStream(dict, bytesOf("0 g 0 0 20 20 re f")) }] };
  },
};

describeWith([...SIGNER_JUDGES, "pdftoppm"], "a visible signature, as poppler draws it", () => {
  let ada: TestSigner;
  beforeAll(async () => {
    ada = await TestSigner.create();
  });
  afterAll(() => ada.stop());

  test.each([0, 90, 180, 270])(
    "is upright and in its place on a page cut and turned by %p degrees",
    (rotate) => {
      const box = "/CropBox [40 30 240 180]";
      const page = ONE_PAGE[3]!.replace("/Contents 4 0 R", `${box} /Rotate ${rotate}`);
      const placement = { page: 1, x: 30, y: 50, width: 60, height: 40, origin: "top-left" } as const;
      const pdf = handWrittenPdf({ ...ONE_PAGE, 3: page });
      const drawn = drawPage(ada.directory, ada.signPdf(pdf, { placement, appearance: APPEARANCE }));
      expect([drawn.width, drawn.height]).toEqual(rotate % 180 === 0 ? [200, 150] : [150, 200]);
      for (let y = 0; y < drawn.height; y += 5) {
        for (let x = 0; x < drawn.width; x += 5) {
          const inside = x > 30 && x < 50 && y > 70 && y < 90;
          const edge = [30, 50].includes(x) || [70, 90].includes(y);
          if (!edge) expect([x, y, drawn.isDark(x, y)]).toEqual([x, y, inside]);
        }
      }
    },
  );
});
