import { asArray, asDict, PdfName, PdfRef } from "../../../../../engine/pdf/objects.js";
import { permissionsOf } from "../../../../../engine/pdf/permissions/documentPermissions.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { place, placeOrCode } from "../placed.js";

const catalog = (entries: string) => ({ 1: `<< /Type /Catalog /Pages 2 0 R ${entries} >>` });

/** A form with a field "Buyer" that waits, locked as object 6 says, and a text field "Amount". */
const waiting = (lock: string, buyer = "/Lock 6 0 R") =>
  handWrittenPdf({
    ...ONE_PAGE,
    ...catalog("/AcroForm << /Fields [5 0 R 7 0 R] >>"),
    5: `<< /FT /Sig /T (Buyer) ${buyer} >>`,
    6: lock,
    7: "<< /FT /Tx /T (Amount) >>",
  });

/** The /Reference of the only signature, its values resolved. */
function references(document: ReturnType<typeof place>["document"], signature: PdfRef) {
  const dict = asDict(document.resolve(signature));
  return (asArray(document.resolve(dict?.get("Reference"))) ?? []).map((element) => {
    const reference = asDict(document.resolve(element))!;
    const parameters = asDict(document.resolve(reference.get("TransformParams")))!;
    return { method: reference.get("TransformMethod"), data: reference.get("Data"), parameters };
  });
}

describe("a signature that certifies", () => {
  test.each([1, 2, 3] as const)("says so in /Reference and /Perms, at level %p", (certify) => {
    const { document } = place(handWrittenPdf(ONE_PAGE), { certify });
    const perms = asDict(document.resolve(document.catalog.get("Perms")))!;
    const [reference, ...others] = references(document, perms.get("DocMDP") as PdfRef);
    expect(reference?.method).toEqual(new PdfName("DocMDP"));
    expect([...reference!.parameters]).toEqual([
      ["Type", new PdfName("TransformParams")],
      ["P", certify],
      ["V", new PdfName("1.2")],
    ]);
    expect(others).toEqual([]);
    expect(permissionsOf(document)).toMatchObject({ level: certify, restrictions: [{ certifies: true }] });
  });

  test("is the first: then nobody certifies, and at level 1 nobody signs", () => {
    const { signed } = place(handWrittenPdf(ONE_PAGE), { certify: 2 });
    expect(placeOrCode(signed, { certify: 2 })).toBe("pdf_permission_denied");
    expect(placeOrCode(signed, {})).toBe("Signature2");
    const { signed: final } = place(handWrittenPdf(ONE_PAGE), { certify: 1 });
    expect(placeOrCode(final, {})).toBe("pdf_permission_denied");
    const { signed: approved } = place(handWrittenPdf(ONE_PAGE));
    expect(placeOrCode(approved, { certify: 3 })).toBe("pdf_permission_denied");
  });

  test.each([
    ["part of the catalog", { ...catalog("/Perms << /Other (x) >>"), 5: "null" }],
    ["an object of its own", { ...catalog("/Perms 5 0 R"), 5: "<< /Other (x) >>" }],
  ])("keeps what else /Perms holds: %s", (_, objects) => {
    const { document } = place(handWrittenPdf({ ...ONE_PAGE, ...objects }), { certify: 2 });
    const perms = asDict(document.resolve(document.catalog.get("Perms")));
    expect([...(perms?.keys() ?? [])]).toEqual(["Other", "DocMDP"]);
  });
});

describe("a signature that locks", () => {
  test("a new field: in its /Lock, an object of its own, and in a FieldMDP over the catalog", () => {
    const lock = { action: "Include", fields: ["Amount", "Ort – 場所"], permissions: 2 } as const;
    const { document } = place(waiting("null", ""), { lock });
    expect(permissionsOf(document)).toEqual({
      signed: true,
      level: 2,
      restrictions: [{ fieldName: "Signature1", certifies: false, level: 2, locks: [lock, lock] }],
    });
    const fields = asArray(
      document.resolve(asDict(document.resolve(document.catalog.get("AcroForm")))?.get("Fields")),
    );
    const field = asDict(document.resolve(fields!.at(-1)))!;
    expect(field.get("Lock")).toBeInstanceOf(PdfRef);
    expect(asDict(document.resolve(field.get("Lock")))?.get("Type")).toEqual(new PdfName("SigFieldLock"));
    const [reference] = references(document, field.get("V") as PdfRef);
    expect(reference).toMatchObject({ method: new PdfName("FieldMDP"), data: document.catalogRef });
  });

  test("in a field with a /Lock, does what that says", () => {
    const pdf = waiting("<< /Type /SigFieldLock /Action /Exclude /Fields [(Signature9)] >>");
    const { signed, document } = place(pdf, { fieldName: "Buyer" });
    expect(permissionsOf(document).restrictions).toMatchObject([
      { locks: [{ action: "Exclude", fields: ["Signature9"] }, { action: "Exclude" }] },
    ]);
    expect(placeOrCode(signed, { fieldName: "Signature9" })).toBe("Signature9");
    expect(placeOrCode(signed, {})).toBe("pdf_permission_denied");
  });

  test("in a field with a /Lock, may not ask for another", () => {
    const pdf = waiting("<< /Action /Include /Fields [(Amount)] >>");
    expect(placeOrCode(pdf, { fieldName: "Buyer", lock: { action: "All" } })).toBe("pdf_permission_denied");
  });

  test("in a field without one, gives it one, but not after an earlier signature saw the field", () => {
    const lock = { action: "All" } as const;
    const pdf = waiting("null", "");
    const first = place(pdf, { fieldName: "Buyer", lock });
    expect(asDict(first.document.resolve(new PdfRef(5, 0)))?.has("Lock")).toBe(true);
    const second = place(place(pdf).signed, { fieldName: "Buyer", lock });
    expect(asDict(second.document.resolve(new PdfRef(5, 0)))?.has("Lock")).toBe(false);
    expect(placeOrCode(second.signed, {})).toBe("pdf_permission_denied");
  });

  test("and certifies at once says both", () => {
    const { document } = place(handWrittenPdf(ONE_PAGE), {
      certify: 3,
      lock: { action: "All", permissions: 2 },
    });
    expect(permissionsOf(document)).toMatchObject({ level: 2, restrictions: [{ certifies: true }] });
  });
});

describe("usage rights (12.8.2.3)", () => {
  const extended = (rights: string, entry = "UR3", buyer = "") =>
    handWrittenPdf({
      ...ONE_PAGE,
      ...catalog(`/Perms << /${entry} 5 0 R >> /AcroForm << /Fields [6 0 R] >>`),
      5: `<< /Type /Sig /Reference [<< /TransformMethod /UR3 /TransformParams << ${rights} >> >>] >>`,
      6: `<< /FT /Sig /T (Buyer) ${buyer} >>`,
    });
  const rightsIn = (document: ReturnType<typeof place>["document"]) => [
    ...(asDict(document.resolve(document.catalog.get("Perms")))?.keys() ?? []),
  ];

  test.each(["UR3", "UR"])("that grant no signature are given up in the same revision: %s", (entry) => {
    expect(rightsIn(place(extended("/Annots [/Create]", entry)).document)).toEqual([]);
    expect(rightsIn(place(extended("/Annots [/Create]", entry), { fieldName: "Buyer" }).document)).toEqual(
      [],
    );
  });

  test("that grant it are kept: a signature in a field, and one in a new field", () => {
    const inField = extended("/Signature [/Modify]");
    expect(rightsIn(place(inField, { fieldName: "Buyer" }).document)).toEqual(["UR3"]);
    expect(rightsIn(place(inField).document)).toEqual([]);
    expect(rightsIn(place(extended("/Signature [/Modify] /Form [/FillIn /Add]")).document)).toEqual(["UR3"]);
  });

  test("refuse the signature where the caller wants them kept", () => {
    const keepUsageRights = true;
    expect(placeOrCode(extended("/Form [/FillIn]"), { keepUsageRights })).toBe("pdf_permission_denied");
    expect(placeOrCode(extended("/Signature [/Modify]"), { keepUsageRights, fieldName: "Buyer" })).toBe(
      "Buyer",
    );
  });

  test("on a signed document stay as its signature saw them", () => {
    const signed = extended("/Form [/FillIn]", "UR3", "/V << /Type /Sig >>");
    expect(rightsIn(place(signed).document)).toEqual(["UR3"]);
  });
});
