import type { OrderView } from "../../../api/orders/orderViews.js";
import type { FieldsView, FieldView, PositionView } from "../../../api/placements/fieldViews.js";
import type { StatusView } from "../../../api/signers/sessionViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const at = (y: number, height = 20) => ({ page: 2, x: 60, y, width: 200, height });
const placements = [
  { kind: "text", name: "town", label: "Town", ...at(100), max_length: 12 },
  { kind: "date", name: "born", ...at(130) },
  { kind: "checkbox", name: "terms", required: true, ...at(160) },
  { kind: "initials", name: "initials", ...at(190, 30) },
  { kind: "name", ...at(230) },
  { kind: "text", name: "rent", value: "1,200 EUR", read_only: true, ...at(260) },
  { kind: "signature", ...at(300, 50) },
];
const png = drawnSignature().toString("base64");

async function opened(more: object[] = []): Promise<{ order: OrderView; signer: SignerBrowser }> {
  const order = await desk.order([{ ...ada, placements }, ...more]);
  const signer = desk.browser(order);
  await signer.open();
  return { order, signer };
}

const positions = async ({ client, path }: SignerBrowser) =>
  (await client.get<PositionView[]>(`${path}/positions`)).body;
const idOf = (fields: readonly PositionView[], name: string) =>
  fields.find((field) => field.name === name)!.id;
const named = async (signer: SignerBrowser, values: Record<string, string>) => {
  const fields = await positions(signer);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [idOf(fields, name), value]));
};
const fill = (signer: SignerBrowser, values: Record<string, string>) =>
  signer.client.request<PositionView[]>("PUT", `${signer.path}/fields`, { values });
const refused = async (signer: SignerBrowser, values: Record<string, string>) => {
  const answer = await signer.client.refused("PUT", `${signer.path}/fields`, { values });
  return [answer.status, answer.body.code, answer.body.param];
};
/** What is refused, wherever in the request it stands. */
const refusedAs = async (signer: SignerBrowser, values: Record<string, string>) =>
  (await refused(signer, values)).slice(0, 2);
const all = { town: "Oxford", born: "1815-12-10", terms: "true", initials: "AL" };

test("the signer's page is told what is to be filled in, with everything it needs to ask for it", async () => {
  const { signer } = await opened();
  expect(await positions(signer)).toEqual([
    expect.objectContaining({
      kind: "text",
      name: "town",
      label: "Town",
      page: 2,
      w: 200,
      h: 20,
      required: true,
      read_only: false,
      value: null,
      filled: false,
      options: { max_length: 12, multiline: false },
    }),
    expect.objectContaining({ kind: "date", name: "born", required: true }),
    expect.objectContaining({ kind: "checkbox", name: "terms", required: true }),
    expect.objectContaining({ kind: "initials", name: "initials" }),
    expect.objectContaining({ kind: "name", name: null, label: "" }),
    expect.objectContaining({ kind: "text", name: "rent", value: "1,200 EUR", read_only: true }),
    expect.objectContaining({ kind: "signature" }),
  ]);
});

test("what is filled in is kept, shown again, and can be changed and emptied until the signature", async () => {
  const { signer } = await opened();
  const answer = await fill(signer, await named(signer, { town: "Oxford", terms: "false" }));
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual(await positions(signer));
  await fill(signer, await named(signer, { town: "", terms: "true" }));
  const values = (await positions(signer)).map(({ name, value }) => [name, value]);
  expect(values.slice(0, 3)).toEqual([
    ["town", null],
    ["born", null],
    ["terms", "true"],
  ]);
});

test("each value is checked by its kind, and none is kept when one is wrong", async () => {
  const { signer } = await opened();
  for (const [name, value] of [
    ["town", "longer than twelve"],
    ["town", "\u0007"],
    ["born", "10.12.1815"],
    ["born", "1815-02-30"],
    ["terms", "yes"],
    ["initials", "A. Lovelace"],
    ["rent", "1 EUR"],
  ] as const) {
    const values = await named(signer, { ...all, [name]: value });
    const key = idOf(await positions(signer), name);
    expect(await refused(signer, values)).toEqual([422, "field_invalid", `values.${key}`]);
  }
  expect((await positions(signer)).filter(({ filled }) => filled).length).toBe(1);
});

test("a picture that is none, another signer's field and a name are refused to a signer's page", async () => {
  const { order, signer } = await opened([{ ...charles, placements }]);
  const other = (await positions(desk.browser(order, 1)))[0]!.id;
  const initials = idOf(await positions(signer), "initials");
  const notPng = { [initials]: "data:image/png;base64,AAAA" };
  expect(await refusedAs(signer, notPng)).toEqual([422, "signature_image_invalid"]);
  expect(await refusedAs(signer, { [other]: "x" })).toEqual([422, "field_invalid"]);
});

test("a text that does not fit its box is refused when it is written, not when it is too late", async () => {
  const small = { kind: "text", name: "small", page: 1, x: 60, y: 60, width: 12, height: 8 };
  const order = await desk.order([{ ...ada, placements: [small] }]);
  const signer = desk.browser(order);
  const long = await named(signer, { small: "a whole sentence of text" });
  expect(await refusedAs(signer, long)).toEqual([422, "field_invalid"]);
  expect((await fill(signer, await named(signer, { small: "ok" }))).status).toBe(200);
});

test("nobody signs who has not filled in what is required, and the refusal names what is missing", async () => {
  const { order, signer } = await opened();
  await fill(signer, await named(signer, { ...all, town: "", terms: "false" }));
  const answer = await signer.sign();
  expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([409, "fields_missing"]);
  const { missing } = answer.body as unknown as { missing: string[] };
  const fields = await positions(signer);
  expect(missing).toEqual([idOf(fields, "town"), idOf(fields, "terms")]);
  expect((await desk.read(order)).signers[0]!.state).toBe("opened");
});

test("filling voids a code that was asked for before: it was asked for another content", async () => {
  const { order, signer } = await opened();
  await fill(signer, await named(signer, all));
  await signer.read();
  const { consent } = (await signer.client.get<StatusView>(`${signer.path}/status`)).body;
  const token = await signer.prove();
  await fill(signer, await named(signer, { town: "London" }));
  const late = await signer.client.refused(
    "POST",
    `${signer.path}/sign`,
    { consentText: consent.text },
    { Authorization: `Bearer ${token}` },
  );
  expect([late.status, late.body.code]).toEqual([401, "session_expired"]);
  desk.service.clock.advance(60);
  expect((await signer.sign()).body.status).toBe("signed");
  expect((await desk.read(order)).signers[0]!.state).toBe("signed");
});

test("sending the same again changes nothing: no event, and a code stays good", async () => {
  const { order, signer } = await opened();
  await fill(signer, await named(signer, all));
  const otp = await signer.receiveCode();
  await fill(signer, await named(signer, all));
  expect(await desk.count(order, "fields.filled")).toEqual([1]);
  expect((await signer.client.post(`${signer.path}/verify-otp`, { otp })).status).toBe(200);
});

test("the audit trail tells which fields were filled in, and the values stand sealed beside it", async () => {
  const { order, signer } = await opened();
  const values = await named(signer, { town: "Oxford" });
  await fill(signer, values);
  const event = (await desk.events(order)).find(({ type }) => type === "fields.filled")!;
  expect(event.data).toMatchObject({ fields: Object.keys(values) });
  expect(event.personal).toMatchObject({ values });
  const rows = await desk.sql<{ body: string }>("SELECT body FROM events WHERE type = 'fields.filled'");
  for (const { body } of rows) expect(body).not.toContain("Oxford");
});

test("drawn initials are kept as an object, once for all places, and the old ones are deleted", async () => {
  const two = [placements[3]!, { ...placements[3]!, name: "again", page: 1 }];
  const order = await desk.order([{ ...ada, placements: two }]);
  const signer = desk.browser(order);
  const drawing = `data:image/png;base64,${png}`;
  const initials = () => desk.objectKeys().then((keys) => keys.filter((key) => key.includes("/initials/")));
  const before = await initials();
  const answer = await fill(signer, await named(signer, { initials: drawing, again: drawing }));
  expect(answer.body.map(({ value, filled }) => [value, filled])).toEqual([
    [null, true],
    [null, true],
  ]);
  expect((await initials()).length).toBe(before.length + 1);
  await fill(signer, await named(signer, { initials: "AL", again: "AL" }));
  desk.service.clock.advance(1);
  await sweep(desk.service.platform);
  expect(await initials()).toEqual(before);
});

describe("a tenant for its signer", () => {
  const path = (order: OrderView) => `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/fields`;

  test("fills in by its own names, one name for several places", async () => {
    const again = { ...placements[0]!, page: 1 };
    const order = await desk.order([{ ...ada, placements: [...placements, again] }]);
    const values = { town: "Oxford", terms: "true" };
    const answer = await desk.client.request<FieldsView>("PUT", path(order), { values });
    expect(answer.status).toBe(200);
    const towns = answer.body.data.filter(({ name }) => name === "town").map(({ value }: FieldView) => value);
    expect(towns).toEqual(["Oxford", "Oxford"]);
    expect((await desk.client.get<FieldsView>(path(order))).body).toEqual(answer.body);
  });

  test("not for another tenant's, nor with a name that nobody has", async () => {
    const order = await desk.order([{ ...ada, placements }]);
    const answer = await desk.client.refused("PUT", path(order), { values: { city: "x" } });
    expect([answer.status, answer.body.param]).toEqual([422, "values.city"]);
    const { apiKey } = await desk.service.tenant("Other");
    for (const method of ["GET", "PUT"]) {
      const response = await fetch(`${desk.service.baseUrl}${path(order)}`, {
        method,
        headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
        ...(method === "PUT" && { body: JSON.stringify({ values: { town: "x" } }) }),
      });
      expect(response.status).toBe(404);
    }
  });
});

test("nothing can be filled in any more once the signer has signed, or the order has ended", async () => {
  const { order, signer } = await opened();
  const values = await named(signer, all);
  await fill(signer, values);
  await signer.sign();
  expect(await refusedAs(signer, values)).toEqual([409, "signer_already_signed"]);
  const other = await opened();
  await desk.client.post(`/v1/orders/${other.order.id}/cancel`);
  const late = await named(other.signer, all);
  expect(await refusedAs(other.signer, late)).toEqual([409, "order_state_conflict"]);
  expect((await desk.read(order)).signers[0]!.state).toBe("signed");
});
