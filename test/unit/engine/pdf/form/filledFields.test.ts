import { openPdf } from "../../../../../engine/pdf/document.js";
import { addFormFields, fillFormFields } from "../../../../../engine/pdf/form/changeForm.js";
import type { FieldValue } from "../../../../../engine/pdf/form/fieldValue.js";
import { formFieldsOf } from "../../../../../engine/pdf/form/formFieldsOf.js";
import type { NewFormField } from "../../../../../engine/pdf/form/newFormField.js";
import { formFields } from "../../../../../engine/pdf/formFields.js";
import { asDict, PdfName, PdfString } from "../../../../../engine/pdf/objects.js";
import { loadShaper } from "../../../../../engine/pdf/shaping/loadShaper.js";
import { readTextString } from "../../../../../engine/pdf/textString.js";
import { describeWith } from "../../../../support/judges.js";
import { drawnStrokes } from "../../appearance/drawnStrokes.js";
import { naskh, sans } from "../../font/fonts.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { place } from "../placed.js";
import { textByPoppler } from "../poppler.js";
import { wordBoxes } from "../text/wordBoxes.js";
import { BOX, codeOf, formWith, isIn, pageWith, style, widget } from "./formPages.js";

const FIELDS: readonly NewFormField[] = [
  { name: "city", kind: "text", placement: BOX, maxLength: 10 },
  { name: "notes", kind: "text", placement: { ...BOX, y: 20, height: 40 }, multiline: true },
  { name: "agrees", kind: "checkbox", placement: { ...BOX, y: 140, width: 20 } },
  { name: "initials", kind: "drawing", placement: { ...BOX, y: 165 } },
  { name: "signs", kind: "signature", placement: { ...BOX, x: 160 } },
];
const empty = addFormFields(handWrittenPdf(ONE_PAGE), FIELDS);
const words = (name: string, text: string): FieldValue => ({ name, kind: "text", text });
const tick = (name: string, checked = true): FieldValue => ({ name, kind: "checkbox", checked });
const choice = (name: string, option: string): FieldValue => ({ name, kind: "choice", option });
const fill = (pdf: Uint8Array, ...values: FieldValue[]) => fillFormFields(pdf, values, style());

/** /V of a field as text, or the name that it is; and the state of its first widget. */
function valueIn(pdf: Uint8Array, name: string): unknown[] {
  const document = openPdf(pdf);
  const field = formFields(document).find((each) => each.name === name)!;
  const plain = (object: unknown) =>
    object instanceof PdfString ? readTextString(object) : object instanceof PdfName ? object.name : object;
  const state = plain(field.dict.get("AS"));
  return [plain(document.resolve(field.value)), ...(state === undefined ? [] : [state])];
}

describe("filling form fields", () => {
  test("gives them their values and makes them read-only", () => {
    const filled = fill(empty, words("city", "Łódź"), words("notes", "one\r\ntwo"), tick("agrees"), {
      name: "initials",
      kind: "drawing",
      strokes: drawnStrokes(),
      text: "AL",
    });
    expect(["city", "notes", "agrees", "initials"].map((name) => valueIn(filled, name))).toEqual([
      ["Łódź"],
      ["one\ntwo"],
      ["Yes", "Yes"],
      ["AL"],
    ]);
    const views = formFieldsOf(openPdf(filled)).slice(0, 4);
    expect(views.every(({ filled, readOnly }) => filled && readOnly)).toBe(true);
  });

  test("gives a text field just the text that is seen, without what hides in it", () => {
    expect(valueIn(fill(empty, words("city", " Lo\u202en\u200bdon \u0000")), "city")).toEqual(["London"]);
  });

  test("is possible once", () => {
    const filled = fill(empty, words("city", "Łódź"), tick("agrees", false));
    expect(codeOf(() => fill(filled, words("city", "Kraków")))).toBe("pdf_permission_denied");
    expect(codeOf(() => fill(filled, tick("agrees")))).toBe("pdf_permission_denied");
  });

  test("of fields by their full names, of one name as one, by the states and options of their author", () => {
    const form = formWith(
      [
        "<< /T (a) /Kids [12 0 R] >>",
        widget("twin", "/FT /Tx"),
        widget("twin", "/FT /Tx", "[30 20 130 40]"),
        widget("box", "/FT /Btn /AP << /N << /Sure 14 0 R /Off 14 0 R >> >> /AS /Off"),
        widget("land", "/FT /Ch /Ff 131072 /Opt [[(DK) (Denmark)] (PL)]"),
        widget("any", "/FT /Ch /Ff 393216 /Opt [(DK)]"),
        "<< /T (size) /FT /Btn /Ff 32768 /Kids [13 0 R 15 0 R] >>",
      ],
      "",
      {
        12: "<< /T (b) /FT /Tx /Parent 5 0 R /Type /Annot /Subtype /Widget /Rect [0 0 50 20] /P 3 0 R >>",
        13: "<< /Parent 11 0 R /Subtype /Widget /Rect [0 0 9 9] /P 3 0 R /AS /Off /AP << /N << /S 14 0 R >> >> >>",
        14: "<< /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream",
        15: "<< /Parent 11 0 R /Subtype /Widget /Rect [9 0 18 9] /P 3 0 R /AS /Off /AP << /N << /L 14 0 R >> >> >>",
      },
    );
    const values = [words("a.b", "x"), words("twin", "y"), tick("box"), choice("land", "Denmark")];
    const filled = fill(form, ...values, choice("any", "SE"), choice("size", "L"));
    expect(["a.b", "box", "land", "any", "size"].map((name) => valueIn(filled, name))).toEqual([
      ["x"],
      ["Sure", "Sure"],
      ["DK"],
      ["SE"],
      ["L"],
    ]);
    const document = openPdf(filled);
    const twins = formFields(document).filter(({ name }) => name === "twin");
    expect(twins.map(({ value }) => value instanceof PdfString && readTextString(value))).toEqual(["y", "y"]);
    const size = formFields(document).find(({ name }) => name === "size")!;
    const kids = document.resolve(size.dict.get("Kids")) as Parameters<typeof document.resolve>[0][];
    const states = kids.map((kid) => asDict(document.resolve(kid))?.get("AS"));
    expect(states).toEqual([new PdfName("Off"), new PdfName("L")]);
  });

  test.each<[string, string, Uint8Array, FieldValue]>([
    ["a field that is not there", "pdf_field_not_found", empty, words("town", "x")],
    ["another kind of field", "pdf_field_value_invalid", empty, words("agrees", "x")],
    ["a signature field", "pdf_field_value_invalid", empty, words("signs", "x")],
    ["more than a field takes", "pdf_field_value_invalid", empty, words("city", "x".repeat(11))],
    ["more than any field takes", "pdf_field_value_invalid", empty, words("notes", "x".repeat(4001))],
    ["what does not fit its box", "pdf_field_value_invalid", empty, words("notes", "word ".repeat(700))],
    [
      "initials of nothing",
      "pdf_field_value_invalid",
      empty,
      { name: "initials", kind: "drawing", typed: " " },
    ],
    [
      "no option of it",
      "pdf_field_value_invalid",
      formWith([widget("a", "/FT /Ch /Opt [(x)]")]),
      choice("a", "y"),
    ],
    ["a password", "pdf_field_value_invalid", formWith([widget("a", "/FT /Tx /Ff 8192")]), words("a", "y")],
    [
      "rich text",
      "pdf_field_value_invalid",
      formWith([widget("a", "/FT /Tx /Ff 33554432")]),
      words("a", "y"),
    ],
    [
      "what its author filled for good",
      "pdf_permission_denied",
      formWith([widget("a", "/FT /Tx /Ff 1 /V (x)")]),
      words("a", "y"),
    ],
    ["an XFA form", "pdf_unsupported", formWith([widget("a", "/FT /Tx")], "/XFA (x)"), words("a", "y")],
  ])("is refused for %s", (_, code, pdf, value) => {
    expect(codeOf(() => fill(pdf, value))).toBe(code);
  });

  test("is refused twice at a time", () => {
    expect(codeOf(() => fill(empty, tick("agrees"), tick("agrees", false)))).toBe("pdf_field_value_invalid");
  });

  test("is refused where a signature locks the field, or certifies the document against all changes", () => {
    const locked = place(empty, { lock: { action: "Include", fields: ["city"] } }).signed;
    expect(codeOf(() => fill(locked, words("city", "x")))).toBe("pdf_permission_denied");
    expect(codeOf(() => fill(locked, tick("agrees")))).toBe("done");
    const certified = place(empty, { certify: 1 }).signed;
    expect(codeOf(() => fill(certified, tick("agrees")))).toBe("pdf_permission_denied");
    expect(codeOf(() => fill(place(empty, { certify: 2 }).signed, tick("agrees")))).toBe("done");
  });
});

describeWith(["pdftotext"], "what is filled in, as poppler reads it", () => {
  test.each([0, 90, 180, 270])("stands upright in its field on a page turned by %p degrees", (turn) => {
    const pdf = addFormFields(pageWith(`/Rotate ${turn}`), FIELDS.slice(0, 1));
    const [seen] = wordBoxes(fill(pdf, words("city", "Århus")));
    expect(
      isIn(
        seen!.find(({ text }) => text === "Århus"),
        BOX,
      ),
    ).toBe(true);
  });

  test("is set in type as small as it needs to be, and never cut", () => {
    const sentence = "a sentence that is far too long for type of the usual size";
    const pdf = addFormFields(handWrittenPdf(ONE_PAGE), [{ name: "a", kind: "text", placement: BOX }]);
    const wide = { ...BOX, width: 130 };
    const roomy = addFormFields(handWrittenPdf(ONE_PAGE), [{ name: "a", kind: "text", placement: wide }]);
    expect(codeOf(() => fill(pdf, words("a", sentence)))).toBe("pdf_field_value_invalid");
    const [seen] = wordBoxes(fill(roomy, words("a", sentence)));
    expect(seen!.map(({ text }) => text).join(" ")).toContain(sentence);
    expect(seen!.every((word) => isIn(word, wide))).toBe(true);
  });

  test("is broken into lines where the field has several, even in a word that is too long for one", () => {
    const text = `${"unbreakable".repeat(5)} and more`;
    const [seen] = wordBoxes(fill(empty, words("notes", text)));
    expect(seen!.length).toBeGreaterThan(3);
    expect(seen!.every((word) => isIn(word, { ...BOX, y: 20, height: 40 }))).toBe(true);
  });

  test.each([
    ["no other field has a value", "", true],
    ["another field has a value and no appearance", "/V (x)", false],
  ])("is drawn by us alone, as far as that can be: %s", (_, value, ours) => {
    const form = formWith([widget("a", "/FT /Tx"), widget("b", `/FT /Tx ${value}`)], "/NeedAppearances true");
    const initials = { name: "c", kind: "drawing", placement: BOX } as const;
    const added = addFormFields(form, [{ ...initials, value: { kind: "drawing", typed: "AL" } }], style());
    const needed = asDict(openPdf(added).catalog.get("AcroForm"))?.get("NeedAppearances");
    expect(needed).toBe(ours ? undefined : true);
  });

  test("keeps the author's alignment, and a character to each cell of a comb", () => {
    const combed = "/FT /Tx /Ff 16777216 /MaxLen 4 /DA (/Helv 9 Tf 1 0 0 rg)";
    const pdf = formWith([widget("right", "/FT /Tx /Q 2"), widget("comb", combed, "[30 20 130 40]")]);
    const [seen] = wordBoxes(fill(pdf, words("right", "end"), words("comb", "ABCD")));
    expect(seen!.find(({ text }) => text === "end")!.right).toBeGreaterThan(125);
    const cells = seen!.filter(({ text }) => /^[ABCD]$/.test(text));
    expect(cells.map(({ left, right }) => Math.floor(((left + right) / 2 - 30) / 25))).toEqual([0, 1, 2, 3]);
  });

  test("is read in its own script, from the right where that is so", async () => {
    const how = { font: [sans(), naskh()], shaper: await loadShaper() };
    const filled = fillFormFields(empty, [words("city", "محمد")], how);
    expect(textByPoppler(filled)).toContain("محمد");
    const [seen] = wordBoxes(filled);
    expect(seen![0]!.right).toBeGreaterThan(BOX.x + BOX.width - 5);
  });

  test("shows typed initials as large as the field", () => {
    const [seen] = wordBoxes(fill(empty, { name: "initials", kind: "drawing", typed: "AL" }));
    const initials = seen!.find(({ text }) => text === "AL")!;
    expect(isIn(initials, { ...BOX, y: 165 })).toBe(true);
    expect(initials.bottom - initials.top).toBeGreaterThan(12);
  });
});
