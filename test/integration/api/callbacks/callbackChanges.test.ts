import type { CallbackView } from "../../../../api/callbacks/callbackViews.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { ApiClient } from "../../../support/apiClient.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";

let desk: OrderDesk;
let server: CallbackServer;
let dispatcher: Dispatcher;

beforeAll(async () => {
  desk = await OrderDesk.open();
  server = await CallbackServer.start();
  dispatcher = new Dispatcher(desk.service.platform);
});
afterEach(async () => {
  await dispatcher.settle();
  server.take();
});
afterAll(async () => {
  server.stop();
  await desk.close();
});

const pathOf = (order: OrderView) => `/v1/orders/${order.id}/callback`;
const put = (order: OrderView, callback: object) =>
  desk.client.request<CallbackView>("PUT", pathOf(order), callback);
const urlsTold = async () => {
  await dispatcher.settle();
  return server.take().map(({ url }) => url);
};

test("a callback is shown without the values of headers, the password and what is given back, and the order without its query", async () => {
  const order = await desk.order([ada], {
    callback: {
      url: server.url("/hook?token=t-81"),
      form: "eu_ses",
      field: "payload",
      headers: { "X-Token": "value-81" },
      basic_auth: { username: "crm", password: "word-81" },
      custom: { session: "custom-81" },
    },
  });
  expect(order.callback).toBe(server.url("/hook"));
  expect((await desk.read(order)).callback).toBe(server.url("/hook"));
  const { status, body } = await desk.client.get<CallbackView>(pathOf(order));
  expect([status, body]).toEqual([
    200,
    {
      object: "callback",
      order: order.id,
      url: server.url("/hook?token=t-81"),
      events: expect.arrayContaining(["order.sent", "order.completed"]),
      form: "eu_ses",
      encoding: "json",
      field: "payload",
      retries: null,
      header_names: ["X-Token"],
      basic_auth_user: "crm",
      has_custom: true,
      created_at: expect.any(String),
    },
  ]);
  const rows = await desk.sql(`SELECT * FROM callbacks WHERE order_id = '${uuidOf(order.id)}'`);
  const kept = JSON.stringify(rows, (_, value) =>
    value?.type === "Buffer" ? Buffer.from(value).toString() : value,
  );
  expect(kept).not.toMatch(/value-81|word-81|custom-81/);
});

test("an order without one has none to show, and costs no row of any table of webhooks", async () => {
  const before = await desk.rowsOfOrders();
  const order = await desk.order();
  expect(order.callback).toBeNull();
  expect(await desk.client.refused("GET", pathOf(order))).toMatchObject({ status: 404 });
  expect(await desk.client.refused("DELETE", pathOf(order))).toMatchObject({ status: 404 });
  const after = await desk.rowsOfOrders();
  for (const table of ["callbacks", "notifications", "webhook_deliveries", "webhook_secrets"]) {
    expect([table, after[table]]).toEqual([table, before[table]]);
  }
});

test("one that is replaced while the order runs takes over what waits, on the road of its own origin", async () => {
  const order = await desk.order([ada], { callback: { url: server.url("/old"), events: ["order.*"] } });
  const { body } = await put(order, { url: server.url("/new", "localhost"), events: ["signer.*"] });
  expect(body).toMatchObject({ url: server.url("/new", "localhost"), events: ["signer.*"] });
  expect((await desk.client.get<CallbackView>(pathOf(order))).body).toEqual(body);
  expect(await urlsTold()).toEqual(["/new", "/new"]);
  await desk.browser(order).sign();
  await dispatcher.settle();
  const types = server.take().map((told) => JSON.parse(told.body).type as string);
  expect(types).toContain("signer.signed");
  expect(types.filter((type) => !type.startsWith("signer."))).toEqual([]);
});

test("what waits for a form that tells nothing of it is cancelled, and not sent", async () => {
  const order = await desk.order([ada], { callback: { url: server.url("/old") } });
  await put(order, { url: server.url("/new"), form: "certsign" });
  expect(await urlsTold()).toEqual([]);
  const states = await desk.sql(
    `SELECT DISTINCT state FROM webhook_deliveries WHERE destination = '${uuidOf(order.id)}'`,
  );
  expect(states).toEqual([{ state: "cancelled" }]);
});

test("an order that has ended can have one, which is told what happens from then on", async () => {
  const order = await desk.order();
  await desk.client.post(`/v1/orders/${order.id}/cancel`);
  expect((await put(order, { url: server.url("/late"), events: ["documents.*"] })).status).toBe(200);
  expect(await urlsTold()).toEqual([]);
  await desk.client.request("DELETE", `/v1/orders/${order.id}/documents`);
  expect(await urlsTold()).toContain("/late");
});

test("an order whose evidence was purged takes none: nobody would ever delete it again", async () => {
  const order = await desk.order();
  await desk.client.post(`/v1/orders/${order.id}/cancel`);
  const id = uuidOf(order.id);
  await desk.sql(`UPDATE retentions SET evidence_removed_at = now() WHERE order_id = '${id}'`);
  expect(await put(order, { url: server.url("/?name=Ada") })).toMatchObject({
    status: 410,
    body: { code: "evidence_removed" },
  });
  expect(await desk.sql(`SELECT url FROM callbacks WHERE order_id = '${id}'`)).toEqual([]);
});

test("one that is taken away is told nothing more, of what waits either", async () => {
  const order = await desk.order([ada], { callback: { url: server.url("/gone") } });
  expect((await desk.client.request("DELETE", pathOf(order))).status).toBe(204);
  expect((await desk.read(order)).callback).toBeNull();
  await desk.client.post(`/v1/orders/${order.id}/cancel`);
  expect(await urlsTold()).toEqual([]);
  const states = await desk.sql(
    `SELECT DISTINCT state FROM webhook_deliveries WHERE destination = '${uuidOf(order.id)}'`,
  );
  expect(states).toEqual([{ state: "cancelled" }]);
});

test.each<[object, string]>([
  [{ url: "ftp://127.0.0.1/" }, "callback.url"],
  [{ url: "http://user:word@127.0.0.1/" }, "callback.url"],
  [{ url: "http://10.0.0.1/" }, "callback.url"],
  [{ url: "http://127.0.0.1/", form: "paraph", custom: 1 }, "callback.custom"],
  [{ url: "http://127.0.0.1/", retries: 6 }, "callback.retries"],
  [{ url: "http://127.0.0.1/", retries: 1.5 }, "callback.retries"],
  [{ url: "http://127.0.0.1/", form: "soap" }, "callback.form"],
  [{ url: "http://127.0.0.1/", events: [] }, "callback.events"],
  [{ url: "http://127.0.0.1/", form: "eu_ses", field: "a b" }, "callback.field"],
  [{ url: "http://127.0.0.1/", secret: "x" }, "callback.secret"],
])("%j is refused with 422 that names the field, and no order is made", async (callback, param) => {
  const count = async () => (await desk.sql<{ n: string }>("SELECT count(*) AS n FROM orders"))[0]!.n;
  const before = await count();
  const refused = await desk.client.refused("POST", "/v1/orders", {
    title: "Agreement",
    documents: [{ name: "a.pdf", content: desk.content }],
    signers: [ada],
    callback,
  });
  expect([refused.status, refused.body.param]).toEqual([422, param]);
  expect(await count()).toBe(before);
});

test("live orders are told by https only, and each mode signs with a secret of its own", async () => {
  const { apiKey } = await desk.service.tenant("Live", "live");
  const live = new ApiClient(desk.service.baseUrl, apiKey);
  const { body } = await live.post<{ secret: string }>("/v1/api-keys", { name: "test", mode: "test" });
  const test = new ApiClient(desk.service.baseUrl, body.secret);
  const order = (callback: object) => ({
    title: "Agreement",
    documents: [{ name: "a.pdf", content: desk.content }],
    signers: [ada],
    callback,
  });
  const refused = await live.refused("POST", "/v1/orders", order({ url: server.url("/") }));
  expect([refused.status, refused.body.param]).toEqual([422, "callback.url"]);
  const url = "https://hooks.invalid/lease";
  expect((await live.post("/v1/orders", order({ url }))).status).toBe(201);
  expect((await test.post("/v1/orders", order({ url }))).status).toBe(201);
  const [ofLive, ofTest] = await Promise.all(
    [live, test].map(
      async (client) => (await client.get<{ secret: string }>("/v1/callback-secret")).body.secret,
    ),
  );
  expect(ofLive).not.toBe(ofTest);
});
