import { openPdf, type PdfDocument } from "../../../../engine/pdf/document.js";
import { formFields } from "../../../../engine/pdf/formFields.js";
import type { PdfLimits } from "../../../../engine/pdf/limits.js";
import { PdfRef } from "../../../../engine/pdf/objects.js";
import { PageIndex } from "../../../../engine/pdf/pageIndex.js";
import { permissionsOf } from "../../../../engine/pdf/permissions/documentPermissions.js";
import { signatureFields } from "../../../../engine/pdf/signatureFields.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { handWrittenPdf, ONE_PAGE } from "./handWritten.js";

const MANY = 50;
const LONG = 100;

/** Fewer elements than fifty times a hundred, and more than all values that the file has. */
const ELEMENTS: Partial<PdfLimits> = { maxValues: 2000 };
const TEXT: Partial<PdfLimits> = { maxInflatedBytes: 2000 };

/** Fifty signature fields with the same entries, which refer to object 5. */
function sharing(field: string, shared: string): Uint8Array {
  const fields = Array.from({ length: MANY }, (_, i) => [i + 7, `<< /FT /Sig /T (${i}) ${field} >>`]);
  return handWrittenPdf({
    ...ONE_PAGE,
    1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 6 0 R >> >>",
    5: shared,
    6: `[${fields.map(([num]) => `${num} 0 R`).join(" ")}]`,
    ...Object.fromEntries(fields),
  });
}

const times = (element: string) => `[${`${element} `.repeat(LONG)}]`;
const locks = (document: PdfDocument) => permissionsOf(document).restrictions;

describe("a value that many objects share is not gone through for each of them without end", () => {
  test.each<[string, string, string, (document: PdfDocument) => unknown, Partial<PdfLimits>]>([
    ["the kids of fields", "/Kids 5 0 R", times("3 0 R"), formFields, ELEMENTS],
    ["the names of fields", "/T 5 0 R", `(${"n".repeat(LONG)})`, formFields, TEXT],
    [
      "the fields that a lock names",
      "/V 3 0 R /Lock 5 0 R",
      `<< /Action /Include /Fields ${times("(a)")} >>`,
      locks,
      ELEMENTS,
    ],
    ["a signature's references", "/V 5 0 R", `<< /Reference ${times("3 0 R")} >>`, locks, ELEMENTS],
    ["a signature's byte range", "/V 5 0 R", `<< /ByteRange ${times("1")} >>`, listSignatures, ELEMENTS],
    ["a seed value", "/SV 5 0 R", `<< /Reasons ${times("(a)")} >>`, signatureFields, ELEMENTS],
    [
      "a certificate seed value",
      "/SV << /Cert 5 0 R >>",
      `<< /OID ${times("(1.2)")} >>`,
      signatureFields,
      ELEMENTS,
    ],
  ])("%s", (_, field, shared, read, limits) => {
    const pdf = sharing(field, shared);
    expect(() => read(openPdf(pdf))).not.toThrow();
    const [[name, limit]] = Object.entries(limits) as [[string, number]];
    expect(() => read(openPdf(pdf, limits))).toThrow(
      expect.objectContaining({
        code: "pdf_limit_exceeded",
        message: expect.stringMatching(new RegExp(`too many objects share: the limit ${name} is ${limit}`)),
      }),
    );
  });

  test("the names of fields that have a long one above them", () => {
    const kids = Array.from({ length: MANY }, (_, i) => [i + 6, `<< /FT /Tx /T (${i}) >>`]);
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
      5: `<< /T (${"n".repeat(LONG)}) /Kids [${kids.map(([num]) => `${num} 0 R`).join(" ")}] >>`,
      ...Object.fromEntries(kids),
    });
    expect(formFields(openPdf(pdf))).toHaveLength(MANY);
    expect(() => formFields(openPdf(pdf, TEXT))).toThrow("the limit maxInflatedBytes is 2000");
  });

  test("the annotations of pages", () => {
    const pages = Array.from({ length: MANY }, (_, i) => [i + 7, "<< /Type /Page /Annots 5 0 R >>"]);
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      2: `<< /Type /Pages /Kids [${pages.map(([num]) => `${num} 0 R`).join(" ")}] /Count ${MANY} >>`,
      5: times("4 0 R"),
      6: "<< /Subtype /Widget >>",
      ...Object.fromEntries(pages),
    });
    const pageOf = (limits: Partial<PdfLimits>) =>
      new PageIndex(openPdf(pdf, limits)).pageOf(new PdfRef(6, 0));
    expect(pageOf({})).toBeUndefined();
    expect(() => pageOf(ELEMENTS)).toThrow("the limit maxValues is 2000");
  });

  test("a list of certificates, each of which would have to be parsed", () => {
    const listing = (count: number) => () =>
      signatureFields(openPdf(sharing(`/SV << /Cert << /Issuer [${"5 0 R ".repeat(count)}] >> >>`, "(der)")));
    expect(listing(1000)).not.toThrow();
    expect(listing(1001)).toThrow("a certificate seed value of too long a /Issuer");
  });
});
