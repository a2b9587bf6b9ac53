import type { FieldsView } from "../../../api/placements/fieldViews.js";
import { openPdf } from "../../../engine/pdf/document.js";
import { changeForm } from "../../../engine/pdf/form/changeForm.js";
import { signatureFields } from "../../../engine/pdf/signatureFields.js";
import { pageText } from "../../../engine/pdf/text/pageText.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;
/** The sample agreement with fields of its own, base64. */
let form: string;

beforeAll(async () => {
  desk = await OrderDesk.open();
  const at = (y: number, height = 20) => ({
    placement: { page: 2, x: 60, y, width: 200, height, origin: "top-left" as const },
  });
  const bytes = changeForm(Buffer.from(desk.content, "base64"), {
    fields: [
      { kind: "text", name: "town", label: "Town", maxLength: 12, ...at(300) },
      { kind: "checkbox", name: "terms", ...at(330) },
      { kind: "signature", name: "client", ...at(360, 50) },
    ],
  });
  form = Buffer.from(bytes).toString("base64");
});
afterAll(() => desk.close());

const box = { page: 1, x: 60, y: 700, width: 120, height: 20 };

async function fields(placements: object[], content = desk.content) {
  const documents = [{ name: "agreement.pdf", content }];
  const order = await desk.order([{ ...ada, placements }], { documents });
  const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/fields`;
  return (await desk.client.get<FieldsView>(path)).body.data;
}

async function refused(placements: object[], more: object = {}) {
  const documents = [{ name: "agreement.pdf", content: form }];
  const body = { title: "A", documents, signers: [{ ...ada, placements }], ...more };
  const answer = await desk.client.refused("POST", "/v1/orders", body);
  return [answer.status, answer.body.code, answer.body.param, answer.body.detail];
}

test("a placement of old clients, a page and a box, is a signature as it always was", async () => {
  expect(await fields([box])).toMatchObject([
    { object: "field", kind: "signature", ...box, field: null, required: true, value: null },
  ]);
});

test("initials on every page stand in the same box of each page", async () => {
  const initials = { kind: "initials", every_page: true, x: 500, y: 800, width: 60, height: 24 };
  const found = await fields([initials, box]);
  expect(found.map(({ kind, page, x }) => [kind, page, x])).toEqual([
    ["initials", 1, 500],
    ["initials", 2, 500],
    ["signature", 1, 60],
  ]);
});

test("a field of the document is found by its name, with its box, its label and its limits", async () => {
  const placements = [
    { kind: "signature", field: "client" },
    { kind: "text", field: "town" },
    { kind: "checkbox", field: "terms", required: true },
  ];
  const found = await fields(placements, form);
  expect(found).toMatchObject([
    { kind: "signature", field: "client", page: 2, width: 200, height: 50 },
    { kind: "text", field: "town", label: "Town", page: 2 },
    { kind: "checkbox", field: "terms", page: 2 },
  ]);
  for (const [index, y] of [360, 300, 330].entries()) {
    expect(found[index]!.x).toBeCloseTo(60, 3);
    expect(found[index]!.y).toBeCloseTo(y, 3);
  }
});

test("a box stands at a text of the document, moved as asked, at each occurrence or the one asked for", async () => {
  const marker = { kind: "text", required: false, width: 100, height: 16 };
  const each = await fields([{ ...marker, marker: { text: "the Provider" } }]);
  expect(each.length).toBe(1);
  const all = await fields([{ ...marker, marker: { text: "Provider" } }]);
  expect(all.length).toBe(2);
  const [second] = await fields([{ ...marker, marker: { text: "Provider", occurrence: 2, dx: 10, dy: 20 } }]);
  expect(second!.x).toBeCloseTo(all[1]!.x + 10, 6);
  expect(second!.y).toBeCloseTo(all[1]!.y + 20, 6);
});

test("a box at a text near the edge of its page is moved back onto it", async () => {
  const [found] = await fields([
    { kind: "signature", marker: { text: "Page 2 of 2", dx: 4000, dy: 4000 }, width: 150, height: 50 },
  ]);
  expect(found!.x + found!.width).toBeLessThanOrEqual(595.28 + 0.01);
  expect(found!.y + found!.height).toBeLessThanOrEqual(841.89 + 0.01);
});

test("a signature at a text is never smaller than a signature needs", async () => {
  const [found] = await fields([{ marker: { text: "Signatures" } }]);
  expect(found!.width).toBeGreaterThanOrEqual(150);
  expect(found!.height).toBeGreaterThanOrEqual(50);
});

describe("is refused by name and before anything is kept:", () => {
  const at = "signers[0].placements[0]";
  const cases: [string, object[], string, RegExp][] = [
    [
      "a text that does not stand there",
      [{ marker: { text: "Lessor" } }],
      at,
      /the text "Lessor" does not stand/,
    ],
    ["an occurrence too many", [{ marker: { text: "Provider", occurrence: 9 } }], at, /stands in it 2 times/],
    ["a field that is not there", [{ field: "street" }], at, /"street" is no form field/],
    ["a field of another kind", [{ kind: "text", field: "client" }], at, /is a signature field/],
    [
      "initials in a field of the document",
      [{ kind: "initials", field: "town" }],
      at,
      /cannot hold initials/,
    ],
    ["two ways at once", [{ ...box, field: "town" }], at, /exactly one/],
    ["a box that leaves its page", [{ ...box, x: 550 }], at, /leaves page 1/],
    ["a page that there is not", [{ ...box, page: 3 }], at, /page/i],
    ["a value that its kind does not take", [{ ...box, kind: "date", value: "soon" }], `${at}.value`, /day/],
    ["a read-only text without a value", [{ ...box, kind: "text", read_only: true }], at, /needs a value/],
    ["a read-only signature", [{ ...box, read_only: true }], at, /cannot be read_only/],
    [
      "a value that does not fit its box",
      [{ ...box, kind: "text", width: 10, height: 5, value: "a whole sentence of text" }],
      at,
      /does not fit/,
    ],
    ["a name that does not fit its box", [{ ...box, kind: "name", width: 6, height: 4 }], at, /does not fit/],
  ];
  test.each(cases)("%s", async (_name, placements, param, detail) => {
    const before = await desk.rowsOfOrders();
    const [status, , at, text] = await refused(placements);
    expect([status, at]).toEqual([422, param]);
    expect(text).toMatch(detail);
    expect(await desk.rowsOfOrders()).toEqual(before);
  });

  test("one field for two signers", async () => {
    const placements = [{ field: "client" }];
    const signers = [
      { ...ada, placements },
      { ...charles, placements },
    ];
    expect(await refused([], { signers })).toMatchObject([
      422,
      "placement_invalid",
      "signers[1].placements",
      /taken/,
    ]);
  });

  test("placements of an approver and of a copy", async () => {
    for (const role of ["approver", "copy"]) {
      const signers = [ada, { ...charles, role, placements: [box] }];
      const [status, code, param] = await refused([], { signers });
      expect([status, code, param]).toEqual([422, "placement_invalid", "signers[1].placements"]);
    }
  });

  test("more different texts than anybody needs to look for; one text for many is looked for once", async () => {
    const at = (text: string) => ({ kind: "text", required: false, marker: { text, occurrence: 1 } });
    expect((await fields(Array.from({ length: 60 }, () => at("Provider")))).length).toBe(60);
    const { lines } = pageText(Buffer.from(desk.content, "base64"), 1);
    const words = new Set(
      lines.flatMap(({ text }) => text.split(/[^A-Za-z]+/)).filter((word) => word.length > 2),
    );
    expect((await refused([...words].slice(0, 60).map(at)))[3]).toMatch(/at most 50 different texts/);
  });

  test("more placements than a signer may have, and more than an order", async () => {
    const many = Array.from({ length: 201 }, () => ({ ...box, kind: "text", required: false }));
    expect((await refused(many))[3]).toMatch(/at most 200/);
    const signers = Array.from({ length: 11 }, () => ({ ...ada, placements: many.slice(0, 190) }));
    expect((await refused([], { signers }))[3]).toMatch(/at most 2000/);
  });
});

test("fields of the document that is signed already can be filled, and it takes no new ones", async () => {
  const order = await desk.order([{ ...ada }]);
  await desk.browser(order).sign();
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  const signed = (await desk.client.get<Buffer>(path)).body.toString("base64");
  const documents = [{ name: "signed.pdf", content: signed }];
  const [status, code] = await refused([{ ...box, kind: "text" }], { documents });
  expect([status, code]).toEqual([422, "placement_invalid"]);
  expect((await desk.order([{ ...ada, placements: [box] }], { documents })).state).toBe("ready");
});

test("a signature is made in the document's own field, under the field's name, and in no other", async () => {
  const documents = [{ name: "agreement.pdf", content: form }];
  const order = await desk.order([{ ...ada, placements: [box, { field: "client" }] }], { documents });
  expect((await desk.browser(order).sign()).body.status).toBe("signed");
  const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
  const { body } = await desk.client.get<Buffer>(path);
  const signed = signatureFields(openPdf(body)).filter((field) => field.signed);
  // The other one is the document time-stamp that seals it.
  expect(signed.map(({ name }) => name)).toEqual(["client", expect.stringMatching(/^Signature/)]);
});

test("a signer's new name must fit where the name stands in the document", async () => {
  const name = { kind: "name", page: 1, x: 60, y: 60, width: 60, height: 10 };
  const order = await desk.order([{ ...ada, placements: [name] }]);
  const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
  const answer = await desk.client.refused("PATCH", path, {
    surname: "Featherstonehaugh-Cholmondeley-Marjoribanks",
  });
  expect([answer.status, answer.body.code, answer.body.param]).toEqual([422, "field_invalid", "surname"]);
  expect((await desk.client.request("PATCH", path, { surname: "King" })).status).toBe(200);
});
