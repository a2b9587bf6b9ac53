import { createHash } from "node:crypto";
import type { DepositView } from "../../../api/deposits/depositViews.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { Page } from "../../../api/request/page.js";
import { evidenceOf, evidenceStatus, letTheHourPass, sweepDry } from "../../support/evidenceMaking.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

async function signedOrder(more: object = {}): Promise<OrderView> {
  const order = await desk.order([ada], more);
  expect((await desk.browser(order).sign()).status).toBe(200);
  return order;
}

const archived = { retention: { archive: true } };
const idOf = (order: OrderView) => order.id.replace("ord_", "dep_");
const deposit = async (id: string) => (await desk.client.get<DepositView>(`/v1/deposits/${id}`)).body;
const list = async (query = "") => (await desk.client.get<Page<DepositView>>(`/v1/deposits${query}`)).body;
const removeDocuments = (order: OrderView) =>
  desk.client.request("DELETE", `/v1/orders/${order.id}/documents`);

test("an order that asks for it is deposited with its documents, and found again by its identifier", async () => {
  const order = await signedOrder(archived);
  expect(await deposit(idOf(order))).toMatchObject({
    id: idOf(order),
    object: "deposit",
    order: order.id,
    title: "Agreement",
    state: "in_progress",
    archived_at: null,
    revisions: [],
  });
  const early = await desk.client.refused("GET", `/v1/deposits/${idOf(order)}/content`);
  expect(early).toMatchObject({ status: 409, body: { code: "evidence_pending" } });
  await letTheHourPass(desk);
  const done = await deposit(idOf(order));
  expect(done).toMatchObject({ state: "archived", cause: null, revisions: [{ revision: 1 }] });
  const { bytes, statement, files } = await evidenceOf(desk, order, `/v1/deposits/${idOf(order)}/content`);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(done.revisions[0]!.sha256);
  expect(statement.documents[0]!.signed!.file).toBe("documents/01-agreement-signed.pdf");
  expect(Buffer.from(files["documents/01-agreement.pdf"]!).toString("base64")).toBe(desk.content);
});

test("it has the documents when the order's own are gone", async () => {
  const order = await signedOrder(archived);
  await letTheHourPass(desk);
  expect((await removeDocuments(order)).status).toBe(200);
  const { files } = await evidenceOf(desk, order, `/v1/deposits/${idOf(order)}/content`);
  expect(Object.keys(files)).toContain("documents/01-agreement-signed.pdf");
});

test("depositing later adds a revision with the documents, which stay until it is made", async () => {
  const order = await signedOrder();
  await letTheHourPass(desk);
  const asked = await desk.client.post<DepositView>(`/v1/orders/${order.id}/deposit`);
  const now = desk.service.clock.now().toISOString();
  const begun = { id: idOf(order), state: "in_progress", requested_at: now, archived_at: null };
  expect(asked).toMatchObject({ status: 202, body: begun });
  expect((await removeDocuments(order)).status).toBe(409);
  await sweepDry(desk);
  expect(await deposit(idOf(order))).toMatchObject({
    state: "archived",
    requested_at: now,
    archived_at: now,
    revisions: [{ revision: 1 }, { revision: 2 }],
  });
  const { files } = await evidenceOf(desk, order, `/v1/deposits/${idOf(order)}/content`);
  expect(Object.keys(files)).toContain("documents/01-agreement.pdf");
  const stored = (await desk.events(order)).filter(({ type }) => type === "evidence.stored");
  expect(stored.map(({ data }) => data["documents"])).toEqual([false, true]);
  const again = await desk.client.post<DepositView>(`/v1/orders/${order.id}/deposit`);
  expect(again).toMatchObject({ status: 202, body: { state: "archived" } });
  await sweepDry(desk);
  expect((await evidenceStatus(desk, order)).revisions).toHaveLength(2);
});

test("asked for while the evidence is being made, what comes of it has the documents", async () => {
  const order = await signedOrder();
  expect((await desk.client.post(`/v1/orders/${order.id}/deposit`)).status).toBe(202);
  await letTheHourPass(desk);
  const { state, revisions } = await deposit(idOf(order));
  expect([state, revisions.length]).toEqual(["archived", 1]);
  const { files } = await evidenceOf(desk, order, `/v1/deposits/${idOf(order)}/content`);
  expect(Object.keys(files)).toContain("documents/01-agreement.pdf");
});

describe("refused is depositing", () => {
  test("an order that runs: it says how to have it deposited when it ends", async () => {
    const order = await desk.order([ada]);
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/deposit`);
    expect(refused).toMatchObject({ status: 409, body: { code: "order_state_conflict" } });
    expect(refused.body.detail).toContain("retention.archive");
  });

  test("an order in which nobody did anything", async () => {
    const order = await desk.order([ada]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/deposit`);
    expect(refused).toMatchObject({ status: 409, body: { code: "order_state_conflict" } });
  });

  test("an order whose documents are gone", async () => {
    const order = await signedOrder();
    await letTheHourPass(desk);
    expect((await removeDocuments(order)).status).toBe(200);
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/deposit`);
    expect(refused).toMatchObject({ status: 410, body: { code: "document_removed" } });
  });
});

test("the list has deposits only, the newest orders first, page by page", async () => {
  const orders: OrderView[] = [];
  for (let count = 0; count < 3; count++) {
    desk.service.clock.advance(1);
    orders.push(await signedOrder(archived));
  }
  await signedOrder();
  const cancelled = await desk.order([ada], archived);
  await desk.client.post(`/v1/orders/${cancelled.id}/cancel`);
  await letTheHourPass(desk);
  const first = await list("?limit=2");
  expect(first).toMatchObject({ has_more: true, next_cursor: idOf(orders[1]!) });
  const second = await list(`?limit=2&cursor=${first.next_cursor}`);
  expect(second).toMatchObject({ has_more: false, next_cursor: null });
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(orders.reverse().map(idOf));
});

test("a deposit that cannot be made is failed and says why, until it is made", async () => {
  const order = await signedOrder(archived);
  const { objectStore } = desk.service.platform;
  const full = {
    ...objectStore,
    async put(...object: Parameters<typeof objectStore.put>) {
      if (object[0].includes("/evidence/")) throw new Error("disk full");
      await objectStore.put(...object);
    },
  };
  await desk.replacing({ objectStore: full }, async () => {
    await letTheHourPass(desk);
    for (const wait of [5, 10]) {
      desk.service.clock.advance(wait);
      await sweepDry(desk);
    }
  });
  expect(await deposit(idOf(order))).toMatchObject({ state: "failed", cause: expect.any(String) });
  desk.service.clock.advance(20);
  await sweepDry(desk);
  expect(await deposit(idOf(order))).toMatchObject({ state: "archived", cause: null });
});
