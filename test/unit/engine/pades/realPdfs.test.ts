import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith, describeWithCorpora } from "../../../support/judges.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { GOOD, SIGNER_JUDGES, TestSigner } from "./testSigner.js";

/** Documents that qpdf finds clean, of each kind that occurs. */
const CLEAN = [
  "ArabicCIDTrueType.pdf",
  "attachment.pdf",
  "doc_3_3_pages.pdf",
  "issue12823.pdf",
  "issue15053.pdf",
  "issue15367.pdf",
  "issue16263.pdf",
  "issue19182.pdf",
  "issue3214.pdf",
  "signed_verified.pdf",
  "tracemonkey_a11y.pdf",
];

describeWithCorpora("real documents", (corpora) => {
  describeWith(SIGNER_JUDGES, "as pdfsig and qpdf judge them", () => {
    let ada: TestSigner;
    beforeAll(async () => {
      ada = await TestSigner.create();
    });
    afterAll(() => ada.stop());

    test.each(CLEAN)("%s is signed: valid, trusted, wholly covered, and as clean as before", (name) => {
      const pdf = readFileSync(join(corpora, "real-pdfs", name));
      expect(qpdfComplaints(pdf)).toBe("");
      const placement = { page: 1, x: 20, y: 20, width: 150, height: 50, origin: "top-left" } as const;
      const signed = ada.signPdf(pdf, { placement });
      expect(ada.verdicts(signed).at(-1)).toMatchObject({ signer: "Ada Lovelace", ...GOOD });
      expect(qpdfComplaints(signed)).toBe("");
    });
  });
});
