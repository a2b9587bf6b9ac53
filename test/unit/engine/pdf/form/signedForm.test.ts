import { openPdf } from "../../../../../engine/pdf/document.js";
import { changeForm } from "../../../../../engine/pdf/form/changeForm.js";
import { formFieldsOf } from "../../../../../engine/pdf/form/formFieldsOf.js";
import type { NewFormField } from "../../../../../engine/pdf/form/newFormField.js";
import { formFields } from "../../../../../engine/pdf/formFields.js";
import { describeWith } from "../../../../support/judges.js";
import { sampleDocument } from "../../pades/sampleDocument.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "../../pades/testSigner.js";
import { place } from "../placed.js";
import { qpdfComplaints } from "../qpdf.js";
import { BOX, codeOf, formWith, style } from "./formPages.js";

const named = (name: string): NewFormField => ({ name, kind: "text", placement: BOX });
const separate = {
  12: "<< /Type /Annot /Subtype /Widget /Parent 5 0 R /F 4 /P 3 0 R /Rect [30 80 130 100] >>",
};
const separateWidget = () =>
  formWith(["<< /T (city) /FT /Tx /Kids [12 0 R] >>"], "", {
    ...separate,
    3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [12 0 R] /Contents 4 0 R >>",
  });

describe("a field that a later signer is to fill", () => {
  test("becomes one with its only widget, on its page as in the form", () => {
    const document = openPdf(changeForm(separateWidget(), { reserve: ["city"] }));
    const [field] = formFields(document);
    expect(field!.dict.has("Kids")).toBe(false);
    expect(field!.dict.get("Rect")).toEqual([30, 80, 130, 100]);
    expect(formFieldsOf(document)).toEqual([
      expect.objectContaining({ name: "city", placement: expect.objectContaining({ page: 1, x: 30 }) }),
    ]);
  });

  test("stays as it is once the document is signed", () => {
    const { signed } = place(separateWidget());
    expect(changeForm(signed, { reserve: ["city"] })).toBe(signed);
  });

  test("must be there", () => {
    expect(codeOf(() => changeForm(separateWidget(), { reserve: ["town"] }))).toBe("pdf_field_not_found");
  });
});

describeWith(SIGNER_JUDGES, "a signature and a form in one revision", () => {
  let ada: TestSigner;
  beforeAll(async () => {
    ada = await TestSigner.create();
  });
  afterAll(() => ada.stop());

  test.each([true, false])(
    "are valid and clean, its fields and the signature's in one form, with object streams: %s",
    async (streams) => {
      const pdf = await sampleDocument(2, streams);
      const form = { ...style(), mark: { text: "TEST" }, fields: [named("Signature1"), named("a")] };
      const signed = ada.signPdf(pdf, { form });
      expect(Buffer.from(signed.subarray(pdf.length)).toString("latin1").match(/%%EOF/g)).toHaveLength(1);
      expect(formFieldsOf(openPdf(signed)).map(({ name, filled }) => [name, filled])).toEqual([
        ["Signature1", false],
        ["a", false],
        ["Signature2", true],
      ]);
      expect(ada.verdicts(signed)).toEqual([expect.objectContaining(GOOD)]);
      expect(qpdfComplaints(signed)).toBe("");
    },
  );

  test("are refused where the signature's field has the name of a new one", async () => {
    const pdf = await sampleDocument(1, true);
    const wish = { form: { fields: [named("a")] }, fieldName: "a" };
    expect(codeOf(() => ada.signPdf(pdf, wish))).toBe("pdf_field_not_found");
  });
});
