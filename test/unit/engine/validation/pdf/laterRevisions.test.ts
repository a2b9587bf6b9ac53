import type { ChangeKind } from "../../../../../engine/pades/changes/change.js";
import { appearance, contract, drawing, note, page, revised, textField, written } from "./contract.js";
import { inShort, Signed } from "./signedSample.js";

let signed: Signed;
let pdf: Uint8Array;
beforeAll(async () => {
  signed = await Signed.open();
  pdf = await signed.sign(contract, "B-B");
});

/** What one signature says after a revision: its indication, what became of the document, and the kinds of changes. */
function judged(after: Uint8Array): { short: string; kinds: ChangeKind[]; messages: string } {
  const report = signed.validate(after);
  const [signature] = report.signatures;
  expect(signature!.intact).toBe(true);
  return {
    short: inShort(report)[0]!,
    kinds: signature!.changes.map(({ kind }) => kind),
    messages: signature!.changes.map(({ message }) => message).join(" "),
  };
}

const withPage = (more: string) => page(more);
const annots = () => /\/Annots *\[[^\]]*\]/.exec(written(pdf, 3))![0];
const fields = () => /\/Fields *\[[^\]]*\]/.exec(written(pdf, 5))![0];
const catalog = (from: RegExp | string, to: string) => written(pdf, 1).replace(from, to);

describe("what may come after a signature extends the document:", () => {
  test.each<[string, () => Record<number, string>, ChangeKind[]]>([
    ["nothing", () => ({}), []],
    ["an object written anew as it was", () => ({ 4: drawing("Price: 100") }), []],
    ["metadata", () => ({ 13: "<< /Title (Contract) /ModDate (D:2026) >>" }), ["metadata"]],
    [
      "a field filled in",
      () => ({ 7: textField("/V (200) /AP << /N 50 0 R >>"), 50: appearance("200") }),
      ["form_filled"],
    ],
    [
      "a field filled in whose appearance is written in its old place",
      () => ({ 7: textField("/V (200) /AP << /N 10 0 R >>"), 10: appearance("200") }),
      ["form_filled"],
    ],
    ["a note changed", () => ({ 8: note("Checked.") }), ["annotation"]],
    [
      "a note added",
      () => ({ 3: withPage(annots().replace("]", " 50 0 R]")), 50: note("Me too.") }),
      ["annotation"],
    ],
    ["a note removed", () => ({ 3: withPage(annots().replace("8 0 R", "")) }), ["annotation"]],
  ])("%s", (_what, objects, kinds) => {
    const { short, kinds: seen } = judged(revised(pdf, objects()));
    expect(seen).toEqual(kinds);
    expect(short).toBe(`TOTAL_PASSED ${kinds.length === 0 ? "unchanged" : "extended"}`);
  });

  test("further signatures, validation data and time-stamps", async () => {
    const second = await signed.sign(pdf, "B-T");
    const archived = await signed.extend(second, "B-LTA");
    const report = signed.validate(archived);
    expect(report.signatures.map(({ changes }) => changes.map(({ kind }) => kind).toSorted())).toEqual([
      ["signature", "timestamp", "validation_data"],
      ["timestamp", "validation_data"],
    ]);
    expect(inShort(report)).toEqual(["TOTAL_PASSED extended", "TOTAL_PASSED extended"]);
  });
});

describe("what a reader is shown in place of what was signed fails the signature:", () => {
  test.each<[string, () => Record<number, string>, ChangeKind]>([
    ["other contents", () => ({ 4: drawing("Price: 900") }), "page_content"],
    [
      "other contents in a new object",
      () => ({ 3: withPage(annots()).replace("4 0 R", "50 0 R"), 50: drawing("Price: 900") }),
      "page_content",
    ],
    [
      "another font in the resources",
      () => ({ 9: "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>" }),
      "page_content",
    ],
    ["another image in the resources", () => ({ 14: appearance("Forged") }), "page_content"],
    [
      "what the contents had waited for (shadow attack, hide)",
      () => ({ 60: appearance("and nobody pays") }),
      "page_content",
    ],
    ["a page turned", () => ({ 3: withPage(`${annots()} /Rotate 180`) }), "page_content"],
    [
      "a page added",
      () => ({ 2: "<< /Type /Pages /Kids [3 0 R 50 0 R] /Count 2 >>", 50: withPage("") }),
      "pages",
    ],
    [
      "a page in another's place",
      () => ({ 2: "<< /Type /Pages /Kids [50 0 R] /Count 1 >>", 50: withPage("") }),
      "pages",
    ],
    [
      "an inherited entry of the page tree",
      () => ({ 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 90 >>" }),
      "pages",
    ],
    [
      "another page tree",
      () => ({ 1: catalog("2 0 R", "50 0 R"), 50: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>" }),
      "pages",
    ],
    [
      "an action at opening",
      () => ({ 1: catalog("/Pages", "/OpenAction 50 0 R /Pages"), 50: "<< /S /JavaScript /JS (x) >>" }),
      "catalog",
    ],
    ["layers", () => ({ 1: catalog("/Pages", "/OCProperties << /OCGs [] /D << >> >> /Pages") }), "catalog"],
    ["named destinations", () => ({ 12: "<< /start [3 0 R /XYZ 0 0 9] >>" }), "catalog"],
    [
      "a field that nobody could see",
      () => ({
        11: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (hidden) /V (0) /F 4 /Rect [150 40 250 60] /P 3 0 R >>",
      }),
      "form",
    ],
    [
      "a field moved",
      () => ({ 7: textField("/V (100) /AP << /N 10 0 R >>").replace("40 40 140 60", "40 140 240 170") }),
      "form",
    ],
    ["a field removed", () => ({ 5: written(pdf, 5).replace("7 0 R", "") }), "form"],
    [
      "a field added",
      () => ({
        5: written(pdf, 5).replace("7 0 R", "7 0 R 50 0 R"),
        50: textField("/V (1)").replace("price", "more"),
      }),
      "form",
    ],
    [
      "a stream among the annotations",
      () => ({ 3: withPage(annots().replace("]", " 50 0 R]")), 50: drawing("Price: 900") }),
      "page_content",
    ],
    [
      "a certification",
      () => ({ 1: catalog("/Pages", "/Perms << /DocMDP 50 0 R >> /Pages"), 50: "<< /Type /Sig >>" }),
      "permissions",
    ],
  ])("%s", (_what, objects, kind) => {
    const { short, kinds, messages } = judged(revised(pdf, objects()));
    expect(`${kinds} ${messages}`).toContain(kind);
    expect(short).toBe("TOTAL_FAILED FORMAT_FAILURE changed");
  });
});

test.each<[string, () => Record<number, string>]>([
  ["in its old place", () => ({ 10: appearance("900") })],
  ["with a new style", () => ({ 7: textField("/V (100) /Q 1 /AP << /N 50 0 R >>"), 50: appearance("900") })],
])(
  "a field that looks different with the same value, %s, leaves the signature in doubt (shadow attack, replace)",
  (_how, objects) => {
    const { short, messages } = judged(revised(pdf, objects()));
    expect(short).toBe("INDETERMINATE SIG_CONSTRAINTS_FAILURE changed");
    expect(messages).toContain("looks different");
  },
);

test("resources that fields share with a page are the page's", async () => {
  const shared = written(pdf, 5).replace(/\/DR << .* >> >>/, "/DR 6 0 R >>");
  const other = await signed.sign(
    revised(contract, { 5: shared.replace(/\/SigFlags \d/, "").replace(fields(), "/Fields [7 0 R 11 0 R]") }),
    "B-B",
  );
  const grown = "<< /Font << /F 9 0 R >> /XObject << /Later 60 0 R /Seal 14 0 R /New 50 0 R >> >>";
  expect(judged(revised(other, { 6: grown, 50: appearance("x") })).short).toBe(
    "TOTAL_FAILED FORMAT_FAILURE changed",
  );
});

describe("what a signature forbids is held against it:", () => {
  const filled = { 7: textField("/V (200) /AP << /N 50 0 R >>"), 50: appearance("200") };
  const noted = { 8: note("Checked.") };

  /** Signed in a field whose author locks fields, and says what may change at all. */
  async function locked(lock: string): Promise<Uint8Array> {
    const field = `<< /Type /Annot /Subtype /Widget /FT /Sig /T (author) /Rect [0 0 0 0] /P 3 0 R /Lock << /Type /SigFieldLock ${lock} >> >>`;
    const prepared = revised(contract, {
      5: "<< /Fields [7 0 R 11 0 R 20 0 R] /DR << /Font << /F 9 0 R >> >> >>",
      3: page("/Annots [7 0 R 8 0 R 11 0 R 20 0 R]"),
      20: field,
    });
    return signed.sign(prepared, "B-B", { fieldName: "author" });
  }

  test.each([
    [1, "form_filled", filled, "TOTAL_FAILED FORMAT_FAILURE changed"],
    [2, "form_filled", filled, "TOTAL_PASSED extended"],
    [2, "annotation", noted, "TOTAL_FAILED FORMAT_FAILURE changed"],
    [3, "annotation", noted, "TOTAL_PASSED extended"],
  ] as const)("level %s, %s", async (level, kind, objects, expected) => {
    const pdfOfLevel = await locked(`/Action /Include /Fields [(other)] /P ${level}`);
    expect(judged(revised(pdfOfLevel, objects))).toMatchObject({ kinds: [kind], short: expected });
    expect(signed.validate(pdfOfLevel).signatures[0]!.permits).toBe(level);
  });

  test.each([
    ["/Action /All", "TOTAL_FAILED FORMAT_FAILURE changed"],
    ["/Action /Include /Fields [(price)]", "TOTAL_FAILED FORMAT_FAILURE changed"],
    ["/Action /Exclude /Fields [(price)]", "TOTAL_PASSED extended"],
  ])("fields locked by %s, one filled in", async (lock, expected) => {
    expect(judged(revised(await locked(lock), filled)).short).toBe(expected);
  });

  test("level 1 lets validation data and time-stamps come all the same", async () => {
    const archived = await signed.extend(await locked("/Action /Include /Fields [(x)] /P 1"), "B-LTA");
    expect(inShort(signed.validate(archived))).toEqual(["TOTAL_PASSED extended"]);
  });
});
