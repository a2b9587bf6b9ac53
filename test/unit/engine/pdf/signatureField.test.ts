import { openPdf, type PdfDocument } from "../../../../engine/pdf/document.js";
import { formFields, formOf } from "../../../../engine/pdf/formFields.js";
import { asArray, asDict, PdfName, PdfRef, type PdfStream } from "../../../../engine/pdf/objects.js";
import { findPage } from "../../../../engine/pdf/pageTree.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { textString } from "../../../../engine/pdf/textString.js";
import { handWrittenPdf, ONE_PAGE, streamWrittenPdf } from "./handWritten.js";
import { corneredAppearance, place, placeOrCode } from "./placed.js";

const APPEARANCE = corneredAppearance({ width: 100, height: 40 });

const PLACEMENT = { page: 1, x: 10, y: 10, width: 100, height: 40, origin: "top-left" } as const;

const names = (document: PdfDocument) => [...formFields(document)].map((field) => field.name);
const annotations = (document: PdfDocument) =>
  asArray(document.resolve(findPage(document, 1).dict.get("Annots")));
const object = (num: number, body: string) => ({ [num]: body });
const page = (entries: string) => object(3, ONE_PAGE[3]!.replace("/Contents", `${entries} /Contents`));
const catalog = (entries: string) => object(1, ONE_PAGE[1]!.replace("/Pages", `${entries} /Pages`));

describe("a signature field is added", () => {
  test("to a document without a form: the form, the field and the page's annotation", () => {
    const { name, document } = place(handWrittenPdf(ONE_PAGE));
    expect(name).toBe("Signature1");
    expect(names(document)).toEqual(["Signature1"]);
    expect(formOf(document)?.get("SigFlags")).toBe(3);
    expect(annotations(document)).toHaveLength(1);
    expect(listSignatures(document)).toMatchObject([
      { fieldName: "Signature1", subFilter: "ETSI.CAdES.detached" },
    ]);
  });

  test.each([
    [
      "in the catalog",
      { ...catalog("/AcroForm << /DA (/F 0 Tf) /Fields [5 0 R] /SigFlags 1 >>") },
      [1, 3, 6, 7],
    ],
    [
      "an object of its own",
      { ...catalog("/AcroForm 6 0 R"), 6: "<< /DA (/F 0 Tf) /Fields [5 0 R] >>" },
      [3, 6, 7, 8],
    ],
    [
      "with its /Fields an object of its own",
      { ...catalog("/AcroForm 6 0 R"), 6: "<< /DA (/F 0 Tf) /Fields 7 0 R >>", 7: "[5 0 R]" },
      [3, 6, 7, 8, 9],
    ],
    [
      "marked as signed already",
      { ...catalog("/AcroForm 6 0 R"), 6: "<< /DA (/F 0 Tf) /SigFlags 3 /Fields 7 0 R >>", 7: "[5 0 R]" },
      [3, 7, 8, 9],
    ],
  ])("to a form %s, and writes only what must change", (_, objects, expected) => {
    const field = "<< /FT /Tx /T (Signature1) /Rect [0 0 9 9] >>";
    const { name, document, written } = place(handWrittenPdf({ ...ONE_PAGE, 5: field, ...objects }));
    expect(name).toBe("Signature2");
    expect(names(document)).toEqual(["Signature1", "Signature2"]);
    expect(formOf(document)?.get("SigFlags")).toBe(3);
    expect(formOf(document)?.has("DA")).toBe(true);
    expect(written.sort((a, b) => a - b)).toEqual(expected);
  });

  test("to a form without /Fields, with one that is null, and to one that is no dictionary", () => {
    for (const form of ["<< >>", "<< /Fields 9 0 R >>", "<< /Fields (none) >>", "9 0 R", "(none)"]) {
      expect(
        names(place(handWrittenPdf({ ...ONE_PAGE, ...catalog(`/AcroForm ${form}`) })).document),
      ).toHaveLength(1);
    }
  });

  test.each([
    ["absent", {}, 1],
    ["in the page", page("/Annots [5 0 R]"), 2],
    ["in the page, with a comment at its end", page("/Annots [5 0 R %\n]"), 2],
    ["an object of its own", { ...page("/Annots 6 0 R"), 6: "[5 0 R]" }, 2],
    ["a reference to a reference", { ...page("/Annots 6 0 R"), 6: "7 0 R", 7: "[5 0 R]" }, 2],
    ["an object of its own, empty", { ...page("/Annots 6 0 R"), 6: "[]" }, 1],
    ["missing, though referred to", page("/Annots 99 0 R"), 1],
    ["no array", page("/Annots (none)"), 1],
  ])("to a page whose /Annots is %s, behind what is there", (_, objects, count) => {
    const { document } = place(handWrittenPdf({ ...ONE_PAGE, 5: "<< /Subtype /Text >>", ...objects }));
    const annots = annotations(document);
    expect(annots).toHaveLength(count);
    expect(asDict(document.resolve(annots!.at(-1)))?.get("FT")).toEqual(new PdfName("Sig"));
    if (count === 2) expect(annots![0]).toEqual(new PdfRef(5, 0));
  });

  test("to a document whose catalog, form and page are compressed", () => {
    const objects = {
      ...ONE_PAGE,
      ...catalog("/AcroForm 6 0 R"),
      ...page("/Annots 7 0 R"),
      5: "<< /FT /Tx /T (\\376\\377\\000S\\000i\\000g\\000n\\000a\\000t\\000u\\000r\\000e\\0001) >>",
      6: "<< /Fields [5 0 R] >>",
      7: "[5 0 R]",
    };
    const { name, document } = place(streamWrittenPdf(objects, { compressed: [1, 2, 3, 5, 6, 7] }));
    expect(name).toBe("Signature2");
    expect(names(document)).toEqual(["Signature1", "Signature2"]);
    expect(annotations(document)).toHaveLength(2);
  });

  test("to one page only, though all pages share one empty array of annotations", () => {
    const shared = handWrittenPdf({
      ...ONE_PAGE,
      ...object(2, "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>"),
      ...page("/Annots 6 0 R"),
      5: ONE_PAGE[3]!.replace("/Contents", "/Annots 6 0 R /Contents"),
      6: "[ ]",
    });
    const { signed, document } = place(shared);
    expect(annotations(document)).toHaveLength(1);
    expect(asArray(document.resolve(findPage(document, 2).dict.get("Annots")))).toEqual([]);
    expect(annotations(place(signed).document)).toHaveLength(2);
  });

  test("with a name to read aloud where the document is tagged: the signer's, else the field's own", () => {
    const alternateName = (entries: string, details: { name?: string }) => {
      const { document } = place(handWrittenPdf({ ...ONE_PAGE, ...catalog(entries) }), {}, details);
      return asDict(document.resolve(annotations(document)![0]))!.get("TU");
    };
    const tagged = "/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>";
    expect(alternateName(tagged, { name: "Jane Doe" })).toEqual(textString("Jane Doe"));
    expect(alternateName(tagged, {})).toEqual(textString("Signature1"));
    expect(alternateName("", { name: "Jane Doe" })).toBeUndefined();
  });

  test("once more each time, with a new name", () => {
    let { signed, document } = place(handWrittenPdf(ONE_PAGE));
    for (let i = 0; i < 3; i++) ({ signed, document } = place(signed));
    expect(names(document)).toEqual(["Signature1", "Signature2", "Signature3", "Signature4"]);
  });

  test("visible: upright on a turned page, printable, and its widget knows its page", () => {
    const turned = handWrittenPdf({ ...ONE_PAGE, ...page("/Rotate 90") });
    const { document } = place(turned, { placement: PLACEMENT, appearance: APPEARANCE });
    const widget = asDict(document.resolve(annotations(document)![0]))!;
    expect(widget.get("Rect")).toEqual([10, 10, 50, 110]);
    expect(widget.get("F")).toBe(132);
    expect(widget.get("P")).toEqual(new PdfRef(3, 0));
    const form = document.resolve(asDict(widget.get("AP"))?.get("N")) as PdfStream;
    expect(form.dict.get("Matrix")).toEqual([0, 1, -1, 0, 40, 0]);
    expect(form.dict.get("BBox")).toEqual([0, 0, 100, 40]);
  });

  test("invisible: of no area, and nothing drawn", () => {
    const { document } = place(handWrittenPdf(ONE_PAGE), { appearance: APPEARANCE });
    const widget = asDict(document.resolve(annotations(document)![0]))!;
    expect(widget.get("Rect")).toEqual([0, 0, 0, 0]);
    expect(widget.has("AP")).toBe(false);
  });
});

describe("a signature field that waits is signed", () => {
  const form = {
    ...ONE_PAGE,
    ...catalog("/AcroForm << /Fields [5 0 R 8 0 R 9 0 R] >>"),
    ...page("/Annots [7 0 R]"),
    5: "<< /T (Contract) /Kids [6 0 R] >>",
    6: "<< /T (Buyer) /FT /Sig /Kids [7 0 R] /Parent 5 0 R >>",
    7: "<< /Subtype /Widget /Rect [10 10 60 30] /Parent 6 0 R >>",
    8: "<< /T (Seller) /FT /Sig /V << /SubFilter /x >> >>",
    9: "<< /T (Amount) /FT /Tx >>",
  };

  test("by its full name, in its place, and no field is added", () => {
    const { name, document, written } = place(handWrittenPdf(form), {
      fieldName: "Contract.Buyer",
      appearance: APPEARANCE,
    });
    expect(name).toBe("Contract.Buyer");
    expect(names(document)).toEqual(["Contract.Buyer", "Seller", "Amount"]);
    expect(listSignatures(document).map(({ fieldName }) => fieldName)).toEqual(["Contract.Buyer", "Seller"]);
    expect(asDict(document.resolve(new PdfRef(7, 0)))?.has("AP")).toBe(true);
    expect(written.sort((a, b) => a - b)).toEqual([1, 6, 7, 10, 11]);
  });

  test("but not a second time, nor where the field is no signature field", () => {
    const refusal = (fieldName: string) => placeOrCode(handWrittenPdf(form), { fieldName });
    expect(refusal("Seller")).toBe("pdf_field_already_signed");
    expect(refusal("Amount")).toBe("pdf_field_not_found");
    expect(refusal("Contract")).toBe("pdf_field_not_found");
    expect(refusal("Contract.Witness")).toBe("pdf_field_not_found");
    expect(refusal("Witness")).toBe("Witness");
  });
});

describe("form fields that are not sound", () => {
  test("fields in a circle are met once each", () => {
    const circle = { 5: "<< /T (a) /Kids [6 0 R 5 0 R] >>", 6: "<< /T (b) /Kids [5 0 R] >>" };
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      ...catalog("/AcroForm << /Fields [5 0 R 5 0 R] >>"),
      ...circle,
    });
    expect(names(openPdf(pdf)).length).toBeLessThanOrEqual(2);
    expect(place(pdf).name).toBe("Signature1");
  });

  test("fields nested beyond the limit are refused", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 70 }, (_, i) => [i + 5, `<< /T (f) /Kids [${i + 6} 0 R] >>`]),
    );
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      ...catalog("/AcroForm << /Fields [5 0 R] >>"),
      ...chain,
      75: "<< /T (g) >>",
    });
    expect(() => names(openPdf(pdf))).toThrow("the limit maxDepth is 64");
  });
});
