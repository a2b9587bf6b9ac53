import type { OrderView } from "../../../api/orders/orderViews.js";
import type { FieldsView } from "../../../api/placements/fieldViews.js";
import type { TemplateView } from "../../../api/templates/templateViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const box = (y: number, height = 20) => ({ page: 2, x: 60, y, width: 200, height });
const roles = [
  {
    name: "tenant",
    language: "fr",
    placements: [
      { marker: { text: "Signatures" } },
      { kind: "text", name: "rent", read_only: true, ...box(300) },
      { kind: "text", name: "town", label: "Town", ...box(330) },
      { kind: "initials", every_page: true, x: 500, y: 800, width: 60, height: 24, required: false },
    ],
  },
  {
    name: "landlord",
    group: 2,
    authentication: "sms",
    placements: [{ ...box(400, 50) }, { kind: "text", name: "rent", read_only: true, ...box(460) }],
  },
  { name: "neighbour", role: "witness", group: 2, witness_of: "tenant" },
];
const ada = { template_role: "tenant", given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const lord = { template_role: "landlord", given_name: "Charles", surname: "Babbage", phone: "+33612345678" };
const witness = {
  template_role: "neighbour",
  given_name: "Mary",
  surname: "Somerville",
  email: "m@example.org",
};
const people = [lord, ada, witness];

function request(more: object = {}) {
  return {
    name: "Lease",
    title: "Lease of a flat",
    expires_in_days: 10,
    settings: { message: "Please sign.", must_read: true, labels: ["lease"] },
    documents: [{ name: "lease.pdf", content: desk.content }],
    roles,
    ...more,
  };
}

async function template(more: object = {}): Promise<TemplateView> {
  const answer = await desk.client.post<TemplateView>("/v1/templates", request(more));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const make = (made: TemplateView, more: object = {}) =>
  desk.client.createOrder({ template: made.id, signers: people, values: { rent: "1,200 EUR" }, ...more });
const fieldsOf = async (order: OrderView, index: number) =>
  (await desk.client.get<FieldsView>(`/v1/orders/${order.id}/signers/${order.signers[index]!.id}/fields`))
    .body.data;

async function refused(path: string, body: object, method = "POST") {
  const answer = await desk.client.refused(method, path, body);
  return [answer.status, answer.body.code, answer.body.param];
}

test("a template shows its roles with the places that were found, and the names of its values", async () => {
  const made = await template();
  expect(made).toMatchObject({
    object: "template",
    mode: "test",
    name: "Lease",
    version: 1,
    title: "Lease of a flat",
    expires_in_days: 10,
    documents: [{ name: "lease.pdf", kind: "sign", pages: 2 }],
    roles: [
      { name: "tenant", role: "signer", group: 1, language: "fr", authentication: "email" },
      { name: "landlord", role: "signer", group: 2, authentication: "sms" },
      { name: "neighbour", role: "witness", witness_of: "tenant", placements: [] },
    ],
    values: [
      { name: "rent", kind: "text", role: "tenant", required: true },
      { name: "town", kind: "text", role: "tenant", label: "Town", required: false },
    ],
  });
  expect(made.roles[0]!.placements.map(({ kind, page }) => [kind, page])).toEqual([
    ["signature", 2],
    ["text", 2],
    ["text", 2],
    ["initials", 1],
    ["initials", 2],
  ]);
  expect((await desk.client.get(`/v1/templates/${made.id}`)).body).toEqual(made);
});

test("an order is made of it in one call, with everything that the template says", async () => {
  const made = await template();
  const order = await make(made);
  expect(order).toMatchObject({
    template: made.id,
    title: "Lease of a flat",
    message: "Please sign.",
    must_read: true,
    labels: ["lease"],
    documents: [{ name: "lease.pdf", sha256: made.documents[0]!.sha256 }],
    signers: [
      { role: "signer", group: 2, authentication: "sms", language: "en" },
      { role: "signer", group: 1, authentication: "email", language: "fr" },
      { role: "witness", group: 2 },
    ],
  });
  expect(order.signers[2]!.witness_of).toBe(order.signers[1]!.id);
  expect(Date.parse(order.expires_at) - Date.parse(order.created_at)).toBe(10 * 86_400_000);
  const rents = [...(await fieldsOf(order, 0)), ...(await fieldsOf(order, 1))].filter(
    (f) => f.name === "rent",
  );
  expect(rents.map(({ value, read_only }) => [value, read_only])).toEqual([
    ["1,200 EUR", true],
    ["1,200 EUR", true],
  ]);
});

test("what the order says of its rules goes before what the template says", async () => {
  const more = { title: "Another", must_read: false, labels: ["other"], external_id: "crm/9" };
  const signers = [{ ...ada, language: "de", authentication: "none" }, lord, witness];
  const order = await make(await template(), { ...more, signers });
  expect(order).toMatchObject({ ...more, signers: [{ language: "de", authentication: "none" }, {}, {}] });
});

test("values fill what their signer would have filled in, and the signer can still change it", async () => {
  const order = await make(await template(), { values: { rent: "1", town: "Oxford" } });
  const town = (await fieldsOf(order, 1)).find(({ name }) => name === "town");
  expect(town).toMatchObject({ value: "Oxford", read_only: false });
});

test("the order has objects of its own", async () => {
  const made = await template();
  const order = await make(made);
  const keys = await desk.objectKeys();
  expect(keys.filter((key) => key.includes("/templates/")).length).toBeGreaterThan(0);
  const source = await desk.client.get<Buffer>(
    `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/source`,
  );
  expect(source.body.equals(Buffer.from(desk.content, "base64"))).toBe(true);
});

test("a repeat with the same Idempotency-Key gets the same order, were the template archived meanwhile", async () => {
  const made = await template();
  const body = { template: made.id, signers: people, values: { rent: "1" } };
  const headers = { "Idempotency-Key": "lease-1" };
  const first = await desk.client.post<OrderView>("/v1/orders", body, headers);
  await desk.client.request("DELETE", `/v1/templates/${made.id}`);
  const again = await desk.client.post<OrderView>("/v1/orders", body, headers);
  expect(again.body).toEqual(first.body);
  expect(await refused("/v1/orders", body)).toEqual([422, "field_invalid", "template"]);
});

describe("an order is refused", () => {
  const cases: [string, object, string, string?][] = [
    ["with a template that there is not", { template: "tpl_00000000000000000000000000" }, "template"],
    ["with a value of no such name", { values: { rent: "1", street: "x" } }, "values.street"],
    ["without a value that nobody could give", { values: {} }, "values.rent"],
    ["with a value that its placement does not take", { values: { rent: "\u0007" } }, "values.rent"],
    ["without somebody for each role", { signers: [ada, lord] }, "signers"],
    [
      "with a role misspelt",
      { signers: [{ ...ada, template_role: "cat" }, ...people.slice(1)] },
      "signers[0].template_role",
    ],
    ["with two for one role", { signers: [ada, ada, lord, witness] }, "signers[1].template_role"],
    [
      "with a role that there is not",
      { signers: [...people, { ...ada, template_role: "cat" }] },
      "signers[3].template_role",
    ],
    [
      "with placements of its own for a role",
      { signers: [{ ...ada, placements: [] }, lord, witness] },
      "signers[0].placements",
    ],
    ["with documents of its own", { documents: [] }, "documents"],
    [
      "with somebody whom no code can reach",
      { signers: [{ ...ada, email: undefined }, lord, witness] },
      "signers[0].email",
    ],
  ];
  test.each(cases)("%s", async (_name, more, param) => {
    const made = await template();
    const body = { template: made.id, signers: people, values: { rent: "1" }, ...more };
    expect(await refused("/v1/orders", body)).toEqual([422, "field_invalid", param]);
  });

  test("with values or roles and no template, or no title from anywhere", async () => {
    const documents = [{ name: "a.pdf", content: desk.content }];
    const plain = { title: "A", documents, signers: [{ ...ada, template_role: undefined }] };
    expect(await refused("/v1/orders", { ...plain, values: {} })).toEqual([422, "field_invalid", "values"]);
    expect(await refused("/v1/orders", { ...plain, signers: [ada] })).toEqual([
      422,
      "field_invalid",
      "signers[0].template_role",
    ]);
    expect(await refused("/v1/orders", { ...plain, title: undefined })).toEqual([
      422,
      "field_invalid",
      "title",
    ]);
    const made = await template({ title: undefined });
    const body = { template: made.id, signers: people, values: { rent: "1" } };
    expect(await refused("/v1/orders", body)).toEqual([422, "field_invalid", "title"]);
  });
});

describe("a template is refused, and nothing of it is kept,", () => {
  const bad = (role: object) => ({ roles: [{ ...roles[0]!, ...role }] });
  const cases: [string, object, string][] = [
    ["when two roles have one name", { roles: [roles[0], roles[0]] }, "roles[1].name"],
    ["when a role has the name of a column", bad({ name: "values" }), "roles[0].name"],
    [
      "when a witness witnesses nobody",
      { roles: [roles[0], { name: "w", role: "witness" }] },
      "roles[1].witness_of",
    ],
    [
      "when a witness names no role",
      { roles: [roles[0], { ...roles[2], witness_of: "x" }] },
      "roles[1].witness_of",
    ],
    [
      "when a marker does not stand there",
      bad({ placements: [{ marker: { text: "Lessor" } }] }),
      "roles[0].placements[0]",
    ],
    [
      "when nobody could ever give a value",
      bad({ placements: [{ kind: "text", read_only: true, ...box(10) }] }),
      "roles[0].placements[0]",
    ],
    ["when a setting is none", { settings: { labels: [""] } }, "labels[0]"],
    ["when nobody signs", bad({ role: "copy", placements: [] }), "roles"],
    ["without a document to sign", { documents: [], roles: [{ name: "tenant" }] }, "documents"],
  ];
  test.each(cases)("%s", async (_name, more, param) => {
    const before = [await desk.rowsOfOrders(), await desk.objectKeys()];
    expect((await refused("/v1/templates", request(more)))[2]).toBe(param);
    expect([await desk.rowsOfOrders(), await desk.objectKeys()]).toEqual(before);
  });
});

test("a template takes its documents as files, too", async () => {
  const { documents: _, ...body } = request();
  const form = new FormData();
  form.set("template", JSON.stringify(body));
  form.set("file", new Blob([Buffer.from(desk.content, "base64")]), "lease.pdf");
  const answer = await desk.client.post<TemplateView>("/v1/templates", form);
  expect([answer.status, answer.body.documents[0]!.name]).toEqual([201, "lease.pdf"]);
});

test("a change counts up the version; orders that were made before stay as they are", async () => {
  const made = await template();
  const order = await make(made);
  const change = { name: "Lease, new", roles: [{ name: "only", placements: [{ ...box(100, 50) }] }] };
  const changed = await desk.client.request<TemplateView>("PATCH", `/v1/templates/${made.id}`, change);
  expect(changed.body).toMatchObject({
    name: "Lease, new",
    version: 2,
    title: "Lease of a flat",
    roles: [{ name: "only" }],
    values: [],
  });
  expect(await desk.read(order)).toEqual(order);
  const again = await make(made, { signers: [{ ...ada, template_role: "only" }], values: {} });
  expect(again.signers.length).toBe(1);
});

test("an archived template is gone from every list, and orders made from it still name it", async () => {
  const made = await template();
  const order = await make(made);
  const answer = await desk.client.request<TemplateView>("DELETE", `/v1/templates/${made.id}`);
  expect([answer.status, made.archived_at]).toEqual([200, null]);
  expect(answer.body.archived_at).not.toBeNull();
  for (const method of ["GET", "DELETE"]) {
    expect((await desk.client.refused(method, `/v1/templates/${made.id}`)).status).toBe(404);
  }
  expect((await desk.read(order)).template).toBe(made.id);
});

test("templates are listed page by page, newest first, and neither mode nor tenant sees another's", async () => {
  const names = ["one", "two", "three"];
  const { apiKey, tenantId } = await desk.service.tenant("Lister");
  const client = new ApiClient(desk.service.baseUrl, apiKey);
  for (const name of names) {
    await client.post("/v1/templates", request({ name }));
    // Templates of one millisecond have no order.
    desk.service.clock.advance(1);
  }
  const first = await client.get<{ data: TemplateView[]; next_cursor: string }>("/v1/templates?limit=2");
  const rest = await client.get<{ data: TemplateView[]; has_more: boolean }>(
    `/v1/templates?limit=2&cursor=${first.body.next_cursor}`,
  );
  expect([...first.body.data, ...rest.body.data].map(({ name }) => name)).toEqual(names.toReversed());
  expect(rest.body.has_more).toBe(false);
  const path = `/v1/templates/${first.body.data[0]!.id}`;
  const live = await desk.service.tenant("Lister, live", "live");
  const other = new ApiClient(desk.service.baseUrl, live.apiKey);
  expect((await other.refused("GET", path)).status).toBe(404);
  await desk.sql(`UPDATE templates SET mode = 'live' WHERE tenant_id = '${tenantId}'`);
  expect((await client.refused("GET", path)).status).toBe(404);
});
