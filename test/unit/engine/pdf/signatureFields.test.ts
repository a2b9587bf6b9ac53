import { openPdf } from "../../../../engine/pdf/document.js";
import { asDict, PdfRef, type PdfStream } from "../../../../engine/pdf/objects.js";
import { findPage } from "../../../../engine/pdf/pageTree.js";
import { signatureFields } from "../../../../engine/pdf/signatureFields.js";
import { viewPlacement } from "../../../../engine/pdf/viewPlacement.js";
import { handWrittenPdf, ONE_PAGE } from "./handWritten.js";
import { corneredAppearance, place, placeOrCode } from "./placed.js";

/** Three pages; fields of every shape. The second page is turned, cut, and in units of two points. */
const FORM: Readonly<Record<number, string>> = {
  1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 10 0 R 11 0 R 12 0 R 13 0 R 14 0 R] >> >>",
  2: "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 300 200] >>",
  3: "<< /Type /Page /Parent 2 0 R /Annots [9 0 R] >>",
  4: "<< /Parent 2 0 R /CropBox [40 30 240 180] /Rotate 90 /UserUnit 2 /Type /Page >>",
  5: "<< /Type /Page /Parent 2 0 R /Annots 15 0 R >>",
  6: "<< /FT /Sig /T (Merged) /Rect [50 40 110 60] /P 4 0 R >>",
  7: "<< /FT /Sig /T (Contract) /Kids [8 0 R] >>",
  8: "<< /T <FEFF00C4002000620029005C> /Kids [9 0 R] /Parent 7 0 R >>",
  9: "<< /Subtype /Widget /Rect [110 60 10 10] /Parent 8 0 R /P 99 0 R >>",
  10: "<< /FT /Sig /T (Nowhere) /Rect [0 0 10 10] >>",
  11: "<< /FT /Sig /T (Invisible) /Rect [0 0 0 0] /P 3 0 R >>",
  12: "<< /FT /Sig /T (Hidden) /F 2 /Rect [0 0 10 10] /P 3 0 R >>",
  13: "<< /FT /Tx /T (Amount) >>",
  14: "<< /FT /Sig /T (Turned) /Rect [10 20 40 120] /MK << /R 90 >> /V << /Type /Sig >> >>",
  15: "[14 0 R]",
};

describe("the signature fields of a document", () => {
  const document = openPdf(handWrittenPdf(FORM));

  test("are told by full name, with page, place and size as the reader sees them", () => {
    const origin = "bottom-left";
    expect(signatureFields(document)).toEqual([
      {
        name: "Merged",
        signed: false,
        placement: { page: 2, x: 20, y: 260, width: 40, height: 120, origin },
        appearanceSize: { width: 40, height: 120 },
      },
      {
        name: "Contract.Ä b)\\",
        signed: false,
        placement: { page: 1, x: 10, y: 10, width: 100, height: 50, origin },
        appearanceSize: { width: 100, height: 50 },
      },
      { name: "Nowhere", signed: false },
      { name: "Invisible", signed: false },
      { name: "Hidden", signed: false, placement: { page: 1, x: 0, y: 0, width: 10, height: 10, origin } },
      {
        name: "Turned",
        signed: true,
        placement: { page: 3, x: 10, y: 20, width: 30, height: 100, origin },
        appearanceSize: { width: 100, height: 30 },
      },
    ]);
  });

  test("stand where a placement of what they tell would stand, for each /Rotate", () => {
    for (const rotate of [0, 90, 180, 270]) {
      const turned = FORM[4]!.replace("/Rotate 90", `/Rotate ${rotate}`);
      const [field] = signatureFields(openPdf(handWrittenPdf({ ...FORM, 4: turned })));
      const page = findPage(openPdf(handWrittenPdf({ ...FORM, 4: turned })), 2);
      expect(viewPlacement(page, field!.placement!).rect).toEqual([50, 40, 110, 60]);
    }
  });

  test("are signed by that name, with an appearance made for their size", () => {
    const sizes: object[] = [];
    const appearance = (size: { width: number; height: number }) => {
      sizes.push(size);
      return corneredAppearance(size);
    };
    const { document, name } = place(handWrittenPdf(FORM), { fieldName: "Contract.Ä b)\\", appearance });
    expect(name).toBe("Contract.Ä b)\\");
    expect(sizes).toEqual([{ width: 100, height: 50 }]);
    const widget = asDict(document.resolve(new PdfRef(9, 0)))!;
    const form = document.resolve(asDict(widget.get("AP"))?.get("N")) as PdfStream;
    expect(form.dict.get("BBox")).toEqual([0, 0, 100, 50]);
  });

  test.each(["Nowhere", "Invisible", "Hidden"])(
    "where nothing drawn is seen, are signed without: %s",
    (fieldName) => {
      const appearance = () => {
        throw new Error("nobody would see it");
      };
      const { document, name } = place(handWrittenPdf(FORM), { fieldName, appearance });
      expect(name).toBe(fieldName);
      expect(signatureFields(document).find((field) => field.name === fieldName)?.signed).toBe(true);
    },
  );
});

describe("a signature field that cannot be signed is refused", () => {
  const form = (fields: string, objects: Record<number, string>) =>
    handWrittenPdf({
      ...ONE_PAGE,
      1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] >> >>`,
      ...objects,
    });

  test("one of two of the same name, for it is unsaid which", () => {
    const twins = { 5: "<< /FT /Sig /T (Buyer) >>", 6: "<< /FT /Sig /T <FEFF00420075007900650072> >>" };
    expect(placeOrCode(form("5 0 R 6 0 R", twins), { fieldName: "Buyer" })).toBe("pdf_field_not_found");
    const signed = { ...twins, 6: "<< /FT /Sig /T (Buyer) /V << >> >>" };
    expect(placeOrCode(form("5 0 R 6 0 R", signed), { fieldName: "Buyer" })).toBe("pdf_field_already_signed");
    const other = { ...twins, 6: "<< /FT /Tx /T (Buyer) >>" };
    expect(placeOrCode(form("5 0 R 6 0 R", other), { fieldName: "Buyer" })).toBe("pdf_field_not_found");
  });

  test("one that is read-only, by its own flag or its parent's", () => {
    const own = { 5: "<< /FT /Sig /T (Buyer) /Ff 1 >>" };
    expect(placeOrCode(form("5 0 R", own), { fieldName: "Buyer" })).toBe("pdf_permission_denied");
    const parents = {
      5: "<< /T (a) /Ff 1 /Kids [6 0 R 7 0 R] >>",
      6: "<< /FT /Sig /T (b) >>",
      7: "<< /FT /Sig /T (c) /Ff 0 >>",
    };
    expect(placeOrCode(form("5 0 R", parents), { fieldName: "a.b" })).toBe("pdf_permission_denied");
    expect(placeOrCode(form("5 0 R", parents), { fieldName: "a.c" })).toBe("a.c");
  });
});
