import { EngineError } from "../../../../../engine/error.js";
import { openPdf, type PdfDocument } from "../../../../../engine/pdf/document.js";
import { permissionsOf } from "../../../../../engine/pdf/permissions/documentPermissions.js";
import { type FieldLock, isLocked } from "../../../../../engine/pdf/permissions/fieldLock.js";
import { type Act, requireAllowed } from "../../../../../engine/pdf/permissions/requireAllowed.js";
import { handWrittenPdf, ONE_PAGE, streamWrittenPdf } from "../handWritten.js";

const SIGNATURE = "/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Contents <00>";
const docMdp = (parameters: string) => `/Reference [<< /TransformMethod /DocMDP ${parameters} >>]`;
const fieldMdp = (parameters: string) =>
  `/Reference [<< /TransformMethod /FieldMDP /TransformParams << ${parameters} >> >>]`;

/** One signed field "Author", its signature and more of its entries; object 8 is free for a lock. */
function signedObjects(signature: string, catalog = "", field = "", lock = "null") {
  return {
    ...ONE_PAGE,
    1: `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R] >> ${catalog} >>`,
    5: `<< ${SIGNATURE} ${signature} >>`,
    6: `<< /FT /Sig /T (Author) /V 5 0 R ${field} >>`,
    7: "<< /FT /Sig /T (Buyer) >>",
    8: lock,
  };
}
const signed = (...of: Parameters<typeof signedObjects>) => openPdf(handWrittenPdf(signedObjects(...of)));
const certified = (parameters: string) => signed(docMdp(parameters), "/Perms << /DocMDP 5 0 R >>");

const sign = (fieldName = "Buyer"): Act => ({ kind: "signature", fieldName });

/** What is said against an act; undefined when it is allowed. */
function refusal(document: PdfDocument, act: Act = sign()): string | undefined {
  try {
    requireAllowed(document, act);
    return undefined;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe("a certified document (ISO 32000-2 12.8.2.2)", () => {
  test("of level 1 takes no further signature, and says who forbids it", () => {
    const document = certified("/TransformParams << /P 1 >>");
    expect(permissionsOf(document)).toMatchObject({
      signed: true,
      level: 1,
      restrictions: [{ fieldName: "Author", certifies: true, level: 1, locks: [] }],
    });
    expect(refusal(document)).toMatch(/^pdf_permission_denied: .*certified.*"Author".*no change/);
  });

  test.each([
    ["/TransformParams << /P 2 >>", 2],
    ["/TransformParams << /P 3 >>", 3],
    ["/TransformParams << /P 9 >>", 2],
    ["/TransformParams << >>", 2],
    ["", 2],
  ])("of a level that allows signatures is signed: %s", (parameters, level) => {
    const document = certified(parameters);
    expect(permissionsOf(document).level).toBe(level);
    expect(refusal(document)).toBeUndefined();
  });

  test.each([1, 2, 3])("of level %p takes validation data and document time-stamps (Table 257)", (level) => {
    const document = certified(`/TransformParams << /P ${level} >>`);
    expect(refusal(document, { kind: "validationData" })).toBeUndefined();
    expect(refusal(document, { kind: "documentTimestamp" })).toBeUndefined();
  });

  test("is one also where /Perms alone tells, or the signature alone", () => {
    const byCatalog = openPdf(
      handWrittenPdf({
        ...ONE_PAGE,
        1: "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> >>",
        5: `<< ${SIGNATURE} ${docMdp("/TransformParams << /P 1 >>")} >>`,
      }),
    );
    expect(refusal(byCatalog)).toContain("no change is allowed");
    expect(refusal(signed(docMdp("/TransformParams << /P 1 >>")))).toContain("no change is allowed");
  });

  test("is not certified again, and one that is signed is not certified afterwards", () => {
    const certify: Act = { kind: "signature", fieldName: "Buyer", certify: 2 };
    expect(refusal(certified("/TransformParams << /P 3 >>"), certify)).toContain("only its first signature");
    expect(refusal(signed(""), certify)).toContain("only its first signature");
    expect(refusal(openPdf(handWrittenPdf(ONE_PAGE)), certify)).toBeUndefined();
  });

  test("is found when its objects are compressed", () => {
    const objects = signedObjects(docMdp("/TransformParams << /P 1 >>"), "/Perms << /DocMDP 5 0 R >>");
    const compressed = openPdf(streamWrittenPdf(objects, { compressed: [1, 5, 6, 7] }));
    expect(refusal(compressed)).toContain("no change is allowed");
  });
});

describe("a locked field (12.8.2.4)", () => {
  test.each<[string, FieldLock, string[], string[]]>([
    ["all", { action: "All" }, ["Buyer", "a.b"], []],
    [
      "those named",
      { action: "Include", fields: ["Buyer", "a"] },
      ["Buyer", "a", "a.b"],
      ["Buyers", "ab", "b.a"],
    ],
    ["all but those named", { action: "Exclude", fields: ["a"] }, ["Buyer", "ab"], ["a", "a.b"]],
    ["none", { action: "Include" }, [], ["Buyer"]],
  ])("of a lock of %s", (_, lock, locked, open) => {
    expect(locked.filter((name) => !isLocked(lock, name))).toEqual([]);
    expect(open.filter((name) => isLocked(lock, name))).toEqual([]);
  });

  test("is not signed, and neither is a new one whose name the lock covers", () => {
    const included = signed(fieldMdp("/Action /Include /Fields [(Buyer)]"));
    expect(refusal(included)).toMatch(/^pdf_permission_denied: The field "Buyer" .* locked .* "Author"/);
    expect(refusal(included, sign("Seller"))).toBeUndefined();
    const all = signed(fieldMdp("/Action /All"));
    expect(refusal(all, sign("Signature1"))).toContain('"Signature1"');
    const excluded = signed(fieldMdp("/Action /Exclude /Fields [<FEFF00420075007900650072>]"));
    expect(refusal(excluded)).toBeUndefined();
    expect(refusal(excluded, sign("Signature1"))).toContain("locked");
  });

  test("is locked by the /Lock of a signed field, whether or not its signature repeats it", () => {
    const lock = "<< /Type /SigFieldLock /Action /Include /Fields [(Buyer)] >>";
    expect(refusal(signed("", "", "/Lock 8 0 R", lock))).toContain('"Buyer"');
    expect(refusal(signed("", "", "/Lock 8 0 R", lock), sign("Seller"))).toBeUndefined();
  });

  test("by a lock that cannot be understood is locked", () => {
    expect(refusal(signed(fieldMdp("/Action /Some")))).toContain("locked");
  });

  test.each([
    ["its field's /Lock", () => signed("", "", "/Lock 8 0 R", "<< /Action /Include /Fields [] /P 1 >>")],
    ["its FieldMDP, as Acrobat writes it", () => signed(fieldMdp("/Action /Include /Fields [] /P 1"))],
  ])("and the whole document, by an approval whose lock has /P 1: %s", (_, document) => {
    expect(permissionsOf(document())).toMatchObject({ level: 1, restrictions: [{ certifies: false }] });
    expect(refusal(document(), sign("Seller"))).toMatch(/locked by the signature in the field "Author"/);
    expect(refusal(document(), { kind: "documentTimestamp" })).toBeUndefined();
  });

  test("forbids no document time-stamp, which is no change of a field", () => {
    expect(refusal(signed(fieldMdp("/Action /All")), { kind: "documentTimestamp" })).toBeUndefined();
  });

  test("is not locked by a field that waits for its signature", () => {
    const waiting = {
      ...signedObjects("", "", "", "<< /Action /All /P 1 >>"),
      7: "<< /FT /Sig /T (Buyer) /Lock 8 0 R >>",
    };
    expect(permissionsOf(openPdf(handWrittenPdf(waiting))).restrictions).toEqual([]);
  });
});

describe("an XFA form", () => {
  const xfa = (catalog: string, fields: string) =>
    openPdf(
      handWrittenPdf({
        ...ONE_PAGE,
        1: `<< /Type /Catalog /Pages 2 0 R ${catalog} /AcroForm << /Fields [${fields}] /XFA 6 0 R >> >>`,
        5: "<< /FT /Sig /T (Buyer) >>",
        6: "<< /Length 3 >>\nstream\n<a>\nendstream",
      }),
    );
  const acts: Act[] = [sign(), { kind: "documentTimestamp" }, { kind: "validationData" }];

  test("that is dynamic is refused: its pages do not show what its reader sees", () => {
    for (const act of acts) {
      expect(refusal(xfa("", ""), act)).toMatch(/^pdf_unsupported: .*dynamic XFA/);
      expect(refusal(xfa("/NeedsRendering true", "5 0 R"), act)).toMatch(/^pdf_unsupported/);
    }
  });

  test("that is static, with pages and fields of its own, is signed", () => {
    for (const act of acts) expect(refusal(xfa("", "5 0 R"), act)).toBeUndefined();
    expect(refusal(xfa("/NeedsRendering false", "5 0 R"))).toBeUndefined();
  });
});

test("a document without signatures forbids nothing", () => {
  const document = openPdf(handWrittenPdf(ONE_PAGE));
  expect(permissionsOf(document)).toEqual({ signed: false, level: undefined, restrictions: [] });
  expect(refusal(document)).toBeUndefined();
});
