import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { addFormFields, changeForm } from "../../../../../engine/pdf/form/changeForm.js";
import { formFieldsOf } from "../../../../../engine/pdf/form/formFieldsOf.js";
import type { NewFormField } from "../../../../../engine/pdf/form/newFormField.js";
import { describeWith } from "../../../../support/judges.js";
import { drawPage } from "../../pades/drawnPage.js";
import { sampleDocument } from "../../pades/sampleDocument.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { place } from "../placed.js";
import { madeByQpdf, qpdfComplaints } from "../qpdf.js";
import { wordBoxes } from "../text/wordBoxes.js";
import { BOX, codeOf, formWith, isIn, pageWith, style, widget } from "./formPages.js";

const at = (row: number) => ({ ...BOX, y: 20 + 30 * row });
const EMPTY: readonly NewFormField[] = [
  { name: "text", kind: "text", placement: at(0), label: "Your city", required: true, maxLength: 20 },
  { name: "notes", kind: "text", placement: at(1), multiline: true },
  { name: "agrees", kind: "checkbox", placement: at(2) },
  { name: "initials", kind: "drawing", placement: at(3) },
  { name: "signs", kind: "signature", placement: at(4) },
];
const text = (name: string, more: object = {}) =>
  ({ name, kind: "text", placement: BOX, ...more }) as NewFormField;
const onePage = handWrittenPdf(ONE_PAGE);

describe("new form fields", () => {
  test("are listed as they were asked for", () => {
    const fields = formFieldsOf(openPdf(addFormFields(onePage, EMPTY)));
    expect(fields.map(({ name, kind, required, filled }) => [name, kind, required, filled])).toEqual([
      ["text", "text", true, false],
      ["notes", "text", false, false],
      ["agrees", "checkbox", false, false],
      ["initials", "text", false, false],
      ["signs", "signature", false, false],
    ]);
    expect(fields[0]).toMatchObject({ label: "Your city", maxLength: 20, multiline: false, readOnly: true });
    const { page, x, y, width, height } = BOX;
    expect(fields[1]!.placement).toEqual({
      ...{ page, x, width, height, y: 200 - (y - 50) - height },
      origin: "bottom-left",
    });
  });

  test("leave every byte of the document before them as it was", () => {
    const added = addFormFields(onePage, EMPTY);
    expect(Buffer.from(added.subarray(0, onePage.length)).equals(onePage)).toBe(true);
  });

  test("are added beside those of a form that is there, whose default resources stay", () => {
    const pdf = formWith([widget("old", "/FT /Tx")], "/DR << /Font << >> >>");
    const document = openPdf(addFormFields(pdf, EMPTY));
    expect(formFieldsOf(document).map(({ name }) => name)).toEqual(["old", ...EMPTY.map(({ name }) => name)]);
  });

  test("cost nothing where there are none", () => {
    expect(changeForm(onePage, { fields: [], values: [] })).toBe(onePage);
  });

  test.each<[string, string, NewFormField[]]>([
    ["a name twice", "pdf_field_invalid", [text("a"), text("a")]],
    ["a name with a full stop", "pdf_field_invalid", [text("a.b")]],
    ["no name", "pdf_field_invalid", [text("")]],
    ["a name of 121 characters", "pdf_field_invalid", [text("a".repeat(121))]],
    ["a label of 501 characters", "pdf_field_invalid", [text("a", { label: "l".repeat(501) })]],
    ["no length", "pdf_field_invalid", [text("a", { maxLength: 0 })]],
    ["type that nobody can read", "pdf_field_invalid", [text("a", { fontSize: 3 })]],
    [
      "a value of another kind",
      "pdf_field_invalid",
      [text("a", { value: { kind: "checkbox", checked: true } })],
    ],
    [
      "a value longer than it takes",
      "pdf_field_value_invalid",
      [text("a", { maxLength: 2, value: { kind: "text", text: "abc" } })],
    ],
    ["a page that is not there", "pdf_page_out_of_range", [text("a", { placement: { ...BOX, page: 2 } })]],
    ["a box beside the page", "pdf_placement_invalid", [text("a", { placement: { ...BOX, x: 400 } })]],
    ["501 fields", "pdf_field_invalid", Array.from({ length: 501 }, (_, i) => text(`f${i}`))],
  ])("are refused for %s", (_, code, fields) => {
    expect(codeOf(() => addFormFields(onePage, fields, style()))).toBe(code);
  });

  test("are refused where the form has the name", () => {
    expect(codeOf(() => addFormFields(formWith([widget("a", "/FT /Tx")]), [text("a")]))).toBe(
      "pdf_field_invalid",
    );
  });

  test("are refused once the document is signed, but for those that wait for a signature", () => {
    const { signed } = place(onePage);
    expect(codeOf(() => addFormFields(signed, [text("a")]))).toBe("pdf_permission_denied");
    expect(codeOf(() => addFormFields(signed, EMPTY.slice(4)))).toBe("done");
  });

  test("are refused beside an XFA form, which would not show them", () => {
    const pdf = formWith([widget("a", "/FT /Tx")], "/XFA (template)");
    expect(codeOf(() => addFormFields(pdf, EMPTY))).toBe("pdf_unsupported");
  });
});

describeWith(["qpdf", "pdftoppm", "pdftotext"], "new form fields, as qpdf and poppler see them", () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "paraph-form-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each([0, 90, 180, 270])(
    "show nothing while they are empty, on a page turned by %p degrees",
    (turn) => {
      const pdf = pageWith(`/Rotate ${turn}`);
      const [before, after] = [
        pdf,
        addFormFields(
          pdf,
          EMPTY.map((field) => ({ ...field, placement: BOX })),
        ),
      ].map((each) => drawPage(directory, each));
      const differing: string[] = [];
      for (let y = 0; y < before!.height; y++)
        for (let x = 0; x < before!.width; x++)
          if (after!.isDark(x, y) !== before!.isDark(x, y)) differing.push(`${x} ${y}`);
      expect(differing).toEqual([]);
    },
  );

  test.each([0, 90, 180, 270])("show their values upright in their place on a page turned by %p", (turn) => {
    const fields = [text("a", { value: { kind: "text", text: "Kraków" } })];
    const [words] = wordBoxes(addFormFields(pageWith(`/Rotate ${turn}`), fields, style()));
    const word = words!.find(({ text }) => text === "Kraków");
    expect(isIn(word, BOX)).toBe(true);
  });

  test.each([
    ["a cross-reference table", false, []],
    ["cross-reference streams", true, []],
    ["AES-256", true, ["--encrypt", "", "owner", "256", "--"]],
    ["RC4", false, ["--allow-weak-crypto", "--encrypt", "", "owner", "128", "--use-aes=n", "--"]],
  ])("are clean, with their values, in a document with %s", async (_, streams, options) => {
    const plain = await sampleDocument(2, streams);
    const pdf = options.length > 0 ? madeByQpdf(plain, options) : plain;
    const value = { kind: "text", text: "Łódź" } as const;
    const added = addFormFields(pdf, [...EMPTY, text("filled", { value })], style());
    expect(qpdfComplaints(added)).toBe("");
    expect(wordBoxes(added)[0]!.map(({ text }) => text)).toContain("Łódź");
  });

  test("are refused where the owner of an encrypted document forbids them", async () => {
    const forbidden = ["--encrypt", "", "owner", "256", "--modify=form", "--"];
    const pdf = madeByQpdf(await sampleDocument(1, true), forbidden);
    expect(codeOf(() => addFormFields(pdf, EMPTY))).toBe("pdf_permission_denied");
    expect(codeOf(() => addFormFields(pdf, EMPTY, {}, { access: { password: "owner" } }))).toBe("done");
  });
});
