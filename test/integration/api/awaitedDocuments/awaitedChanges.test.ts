import type { ServerResponse } from "node:http";
import { fetchOrder } from "../../../../api/awaitedDocuments/fetchOrder.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { ada, charles, uuidOf } from "../../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "../crashInvariants.js";

let awaiting: AwaitingDesk;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
});
afterAll(() => awaiting.close());

/** A document that comes when the test says so. */
function held(path: string): { asked: Promise<void>; release: () => void } {
  let tellAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  let response: ServerResponse | null = null;
  awaiting.elsewhere.at(path, (one) => {
    response = one;
    tellAsked();
  });
  return { asked, release: () => response?.writeHead(200).end(awaiting.pdf) };
}

test("an order that awaits documents takes no others and cannot be sent; its title can be changed", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/later", awaiting.pdf);
  const order = await awaiting.order(["/later"]);
  const path = `/v1/orders/${order.id}`;
  const more = { documents: [{ name: "more.pdf", content: desk.content }] };
  const placed = { ...charles, placements: [{ page: 1, x: 1, y: 1, width: 100, height: 50 }] };
  for (const [call, body] of [
    ["documents", more],
    ["send", {}],
    ["signers", placed],
  ] as const) {
    const refused = await desk.client.refused("POST", `${path}/${call}`, body);
    expect([call, refused.status, refused.body.code]).toEqual([call, 409, "order_state_conflict"]);
    expect(refused.body.detail).toMatch(
      /^The order's documents are being fetched; .* until they are there\.$/,
    );
  }
  const { body } = await desk.client.request<OrderView>("PATCH", path, { title: "Another title" });
  expect(body).toMatchObject({ title: "Another title", awaited_documents: [{ state: "awaited" }] });
  await awaiting.fetch();
  expect(await desk.read(order)).toMatchObject({ state: "ready", title: "Another title" });
  const found = await desk.client.get<{ data: OrderView[] }>("/v1/orders?text=another%20later");
  expect(found.body.data.map(({ id }) => id)).toEqual([order.id]);
});

test("whoever takes a signer's place meanwhile signs where that one would have; of one who is removed nothing is placed", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/changing", awaiting.pdf);
  const at = (y: number) => [{ page: 1, x: 100, y, width: 200, height: 40 }];
  const order = await awaiting.order(["/changing"], {
    signers: [
      { ...ada, placements: at(100) },
      { ...charles, placements: at(200) },
      { ...charles, email: "third@example.org", placements: at(300) },
    ],
  });
  const signer = (index: number) => `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;
  await desk.client.post(`${signer(0)}/replace`, {
    given_name: "Mary",
    surname: "Somerville",
    email: "mary@example.org",
  });
  await desk.client.request("DELETE", signer(2));
  await awaiting.fetch();
  const placed = await desk.sql<{ surname: string; y: number }>(
    `SELECT s.surname, p.y FROM placements p JOIN signers s ON s.tenant_id = p.tenant_id AND s.id = p.signer_id
     WHERE p.order_id = '${uuidOf(order.id)}' ORDER BY p.y`,
  );
  expect(placed).toEqual([
    { surname: "Somerville", y: 100 },
    { surname: "Babbage", y: 200 },
  ]);
});

test("an order that is cancelled while a document is on its way stays cancelled, and nothing of what came is kept", async () => {
  const { desk } = awaiting;
  const document = held("/held");
  const order = await awaiting.order(["/held"]);
  const fetching = awaiting.fetch();
  await document.asked;
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "no longer needed" });
  document.release();
  await fetching;
  expect(await desk.read(order)).toMatchObject({
    state: "cancelled",
    end_reason: "no longer needed",
    documents: [],
    awaited_documents: [{ name: "held.pdf", state: "abandoned" }],
  });
  expect((await desk.events(order)).at(-1)!.type).toBe("order.cancelled");
  expect(await desk.sql("SELECT 1 FROM awaited_documents WHERE source IS NOT NULL")).toEqual([]);
  await expectNothingLoose(desk, "cancelled");
});

test("an order whose time is over ends by it, with what had come for it", async () => {
  const { desk, elsewhere } = awaiting;
  const { clock } = desk.service;
  elsewhere.has("/there", awaiting.pdf);
  elsewhere.at("/not-yet", (response) => response.writeHead(503).end());
  const expires_at = new Date(clock.now().getTime() + 5000).toISOString();
  const order = await awaiting.order(["/there", "/not-yet"], { expires_at });
  await awaiting.fetch();
  expect((await desk.read(order)).awaited_documents[0]!.state).toBe("fetched");
  clock.advance(10);
  await awaiting.fetch();
  expect((await desk.read(order)).state).toBe("draft");
  await sweepAll(desk);
  expect(await desk.read(order)).toMatchObject({ state: "expired", documents: [] });
  await sweepAll(desk);
  await expectNothingLoose(desk, "expired");
  expect(await desk.sql(`SELECT 1 FROM awaited_orders WHERE order_id = '${uuidOf(order.id)}'`)).toEqual([]);
});

test("two processes that have the same order give it its documents once, whoever is first", async () => {
  const { desk, elsewhere } = awaiting;
  const { platform, clock } = desk.service;
  const document = held("/contested");
  const order = await awaiting.order(["/contested"]);
  const slow = fetchOrder(platform, desk.tenantId, uuidOf(order.id));
  await document.asked;
  // Its lease runs out while it waits, and the other is given the document at once.
  clock.advance(151);
  elsewhere.has("/contested", awaiting.pdf);
  expect(await fetchOrder(platform, desk.tenantId, uuidOf(order.id))).toBe(true);
  document.release();
  await slow;
  expect(await desk.count(order, "document.added", "order.sent")).toEqual([1, 1]);
  expect((await desk.read(order)).documents).toHaveLength(1);
  await expectNothingLoose(desk, "two processes");
});

test("a process that comes second to an order that is under way has nothing to do", async () => {
  const { desk } = awaiting;
  const document = held("/taken");
  const order = await awaiting.order(["/taken"]);
  const first = awaiting.fetch();
  await document.asked;
  expect(await fetchOrder(desk.service.platform, desk.tenantId, uuidOf(order.id))).toBe(false);
  document.release();
  await first;
  expect(awaiting.elsewhere.timesAsked("/taken")).toBe(1);
});

test("what keeps us from storing documents is tried on, is among what is stuck, and can be tried at once", async () => {
  const { desk, elsewhere } = awaiting;
  const { platform, clock } = desk.service;
  elsewhere.has("/stuck", awaiting.pdf);
  const order = await awaiting.order(["/stuck"]);
  const broken = { ...platform.objectStore, put: () => Promise.reject(new Error("disk of db17 is full")) };
  await desk.replacing({ objectStore: broken }, async () => {
    for (let attempt = 1; attempt <= 3; attempt++) {
      await awaiting.fetch();
      clock.advance(30);
    }
  });
  const list = await desk.client.get<{ data: Record<string, unknown>[] }>("/v1/stuck-work");
  const stuck = list.body.data.find(({ kind }) => kind === "awaited_documents")!;
  expect(stuck).toMatchObject({ order: order.id, attempts: 3, cause: expect.not.stringContaining("db17") });
  expect((await desk.read(order)).state).toBe("draft");
  const retry = await desk.client.post(`/v1/stuck-work/awaited_documents/${stuck["subject"]}/retry`);
  expect(retry.status).toBe(204);
  await awaiting.fetch();
  expect((await desk.read(order)).state).toBe("ready");
  await sweepAll(desk);
  await expectNothingLoose(desk, "after what was stuck");
});
