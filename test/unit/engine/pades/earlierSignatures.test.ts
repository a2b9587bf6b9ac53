import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../../../../engine/error.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { permissionsOf } from "../../../../engine/pdf/permissions/documentPermissions.js";
import { corpora, describeWith, describeWithCorpora } from "../../../support/judges.js";
import { SIGNER_JUDGES, TestSigner } from "./testSigner.js";

const directory = join(corpora() ?? "", "signed-pdfs");

/** Files that no signature is added to, and what their refusal must say. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  "protected_edition_protected_none.pdf": /^pdf_permission_denied: .*permissions forbid/,
  "protected_edition_protected_signing_allowed_with_field_signed.pdf":
    /^pdf_permission_denied: .*permissions forbid/,
  "protected_restricted_fields.pdf": /password/,
  "validation_dss-2554_fieldmdp-exclude-signed.pdf":
    /^pdf_permission_denied: .*locked by the signature in the field "Handtekening houder"/,
  "validation_pkcs7-no-message-digest.pdf": /^pdf_permission_denied: .*certified .* no change is allowed/,
  "validation_pades_infinite_loop.pdf": /^pdf_damaged: .*at byte \d+/,
  "validation_pdf-signed-corrupted.pdf": /^pdf_damaged: .*at byte \d+/,
  "validation_siwa.pdf": /^pdf_damaged: .*at byte \d+/,
};

describeWithCorpora("a real document that is signed already", () => {
  describeWith(SIGNER_JUDGES, "as pdfsig judges it", () => {
    let ada: TestSigner;
    beforeAll(async () => {
      ada = await TestSigner.create();
    });
    afterAll(() => ada.stop());

    const files = readdirSync(directory).filter((name) => name.endsWith(".pdf") && !(name in REFUSED));
    test.each(files)("%s keeps every earlier byte and verdict, and gets a valid signature", (name) => {
      const pdf = readFileSync(join(directory, name));
      const before = ada.verdicts(pdf).map(({ fieldName, valid }) => ({ fieldName, valid }));
      const fieldName = "Paraph-Signature";
      const signed = ada.signPdf(pdf, { fieldName });
      expect(Buffer.from(signed).subarray(0, pdf.length).equals(pdf)).toBe(true);
      const after = ada.verdicts(signed);
      const earlier = after.filter((verdict) => verdict.fieldName !== fieldName);
      expect(earlier.map(({ fieldName, valid }) => ({ fieldName, valid }))).toEqual(before);
      const own = after.filter((verdict) => verdict.fieldName === fieldName);
      expect(own).toMatchObject([{ valid: true, trusted: true }]);
    });

    test.each(Object.entries(REFUSED))("%s is refused, and the reason holds", (name, reason) => {
      const pdf = readFileSync(join(directory, name));
      let refusal = "none";
      try {
        ada.signPdf(pdf);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        refusal = `${error.code}: ${error.message}`;
      }
      expect(refusal).toMatch(reason);
    });
  });

  test("whose certification allows signatures says so", () => {
    const levelOf = (name: string) => permissionsOf(openPdf(readFileSync(join(directory, name))));
    expect(levelOf("validation_dss-1376_DSS1376-rev_n-1.pdf")).toMatchObject({
      level: 2,
      restrictions: [{ fieldName: "Sig1", certifies: true }],
    });
    expect(levelOf("validation_pades-enveloping-other-pdf.pdf")).toMatchObject({ level: 2 });
    expect(levelOf("validation_DSS-3577.pdf")).toMatchObject({
      level: 3,
      restrictions: [
        { certifies: false, locks: [{ action: "Include" }, { action: "Include", permissions: 3 }] },
      ],
    });
  });
});
