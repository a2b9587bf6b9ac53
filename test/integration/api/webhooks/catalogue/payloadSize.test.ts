import type { OrderView } from "../../../../../api/orders/orderViews.js";
import type { EventBody } from "../../../../../engine/hashchain/event.js";
import { ada, OrderDesk, uuidOf } from "../../../../support/orderDesk.js";
import { cancelledOrder, remove } from "../../retention/retentionDesk.js";
import { faultsOf, listen, toldSoFar } from "./listener.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open({ limits: { documentsPerOrder: 100 } });
  await listen(desk);
});
afterAll(() => desk.close());

/** What was told of an order by one type, and the details that its trail has of the same line. */
async function toldAndKept(order: OrderView, type: string) {
  const told = (await toldSoFar(desk)).filter(
    ({ payload }) => payload.type === type && payload.data["order"] === order.id,
  );
  expect(told.flatMap(faultsOf)).toEqual([]);
  const lines = await desk.sql<{ body: string }>(
    `SELECT body FROM events WHERE order_id = '${uuidOf(order.id)}' AND type = '${type}' ORDER BY seq`,
  );
  const kept = lines.map(({ body }) => JSON.parse(body) as EventBody);
  expect(told.map(({ payload }) => payload.data["sequence"])).toEqual(kept.map(({ seq }) => seq));
  return { details: told.map(({ payload }) => payload.data["details"]), kept: kept.map(({ data }) => data) };
}

/** Characters that take four bytes each. */
const wide = (count: number) => "\u{1F58B}".repeat(count);

test("the longest clause is told whole, unless its characters take more bytes in JSON than any script's do", async () => {
  const [whole, escaped] = ["筆".repeat(5000), "\u0001".repeat(5000)];
  const order = await desk.order([ada], { consent_text: whole, consent_clauses: ["A short one."] });
  const other = await desk.order([ada], { consent_text: escaped });
  for (const one of [order, other]) {
    const browser = desk.browser(one);
    await browser.read();
    await browser.agree();
  }
  const told = await toldAndKept(order, "consent.given");
  expect(told.details).toEqual(told.kept);
  const { details, kept } = await toldAndKept(other, "consent.given");
  expect(details).toEqual([null]);
  expect(kept).toMatchObject([{ position: 0, text: escaped }]);
});

test("the most fields with the longest labels are left out, and stand in the trail", async () => {
  const places = Array.from({ length: 200 }, (_, index) => ({
    ...{ kind: "text", page: 1, width: 20, height: 10, label: wide(100), name: `field ${index}` },
    ...{ x: 20 + 25 * (index % 20), y: 20 + 15 * Math.floor(index / 20) },
  }));
  const order = await desk.order([{ ...ada, placements: places }]);
  const { client, path } = desk.browser(order);
  await client.get(`${path}/pdf-url`);
  const values = Object.fromEntries(places.map(({ name }) => [name, "x"]));
  const filled = await client.request("PUT", `${path}/fields`, { values });
  expect(filled.status).toBe(200);
  const { details, kept } = await toldAndKept(order, "fields.filled");
  expect(details).toEqual([null]);
  expect(kept[0]!["fields"]).toHaveLength(200);
});

test("the most documents that an order takes are left out when they are removed, and stand in the trail", async () => {
  const documents = Array.from({ length: 99 }, (_, index) => ({
    name: `${index}.pdf`,
    content: desk.content,
  }));
  const order = await cancelledOrder(desk, { documents });
  // As if it had been signed.
  await desk.sql(
    `INSERT INTO document_revisions (tenant_id, document_id, revision, kind, object_key, bytes, sha256, created_at)
     SELECT tenant_id, document_id, 1, 'signed', object_key || '-1', bytes, sha256, created_at
     FROM document_revisions WHERE document_id IN (${order.documents.map(({ id }) => `'${uuidOf(id)}'`).join()})`,
  );
  await remove(desk, order);
  const { details, kept } = await toldAndKept(order, "documents.removed");
  expect(details).toEqual([null]);
  expect(kept[0]!["documents"]).toHaveLength(99);
});

test("the longest names and reasons are told whole", async () => {
  const order = await desk.order([ada], {
    title: wide(100),
    external_id: wide(100),
    labels: Array.from({ length: 20 }, (_, index) => `${index}${wide(29)}`.padEnd(60, '"')),
    documents: [{ name: wide(100), content: desk.content }],
  });
  const cancelled = await desk.order([ada], { external_id: "\u0001".repeat(200) });
  await desk.client.post(`/v1/orders/${cancelled.id}/cancel`, { reason: "\u0001".repeat(1000) });
  await desk.browser(order).sign();
  for (const [of, type] of [
    [order, "order.created"],
    [order, "document.added"],
    [cancelled, "order.cancelled"],
  ] as const) {
    const { details, kept } = await toldAndKept(of, type);
    expect(details).toEqual(kept);
  }
  const told = (await toldSoFar(desk)).filter(({ payload }) => payload.type === "billing.signer_counted");
  expect(told.flatMap(faultsOf)).toEqual([]);
  expect(told.map(({ payload }) => payload.data)).toMatchObject([
    { external_id: wide(100), labels: order.labels },
  ]);
});
