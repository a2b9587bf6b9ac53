import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { RetentionSettingsView } from "../../../../api/retention/retentionController.js";
import { ApiClient } from "../../../support/apiClient.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { advance, cancelledOrder } from "./retentionDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const put = (body: object) => desk.client.request<RetentionSettingsView>("PUT", "/v1/retention", body);
const usual = { documents: "P3M", evidence: "P10Y", archive: false };

test("who sets nothing has documents kept for three months and evidence for ten years", async () => {
  const { body } = await desk.client.get("/v1/retention");
  expect(body).toEqual({ object: "retention", mode: "test", ...usual, updated_at: null });
  expect((await desk.order()).retention).toMatchObject(usual);
});

test("a tenant's settings hold for orders made from then on, of that mode and tenant, and for no others", async () => {
  const before = await desk.order();
  const terms = { documents: "P30D", evidence: "P7Y", archive: true };
  expect((await put(terms)).body).toMatchObject({ ...terms, updated_at: expect.any(String) });
  expect((await desk.order()).retention).toMatchObject(terms);
  expect((await desk.read(before)).retention).toMatchObject(usual);
  const stranger = await desk.service.tenant("Other Company");
  const theirs = await new ApiClient(desk.service.baseUrl, stranger.apiKey).get("/v1/retention");
  expect(theirs.body).toMatchObject(usual);
  await put(usual);
  expect((await desk.order()).retention).toMatchObject(usual);
});

test("an order's own terms go before its tenant's, and what it does not name is as they say", async () => {
  await put({ documents: "P30D", evidence: "P7Y", archive: true });
  const order = await desk.order([ada], { retention: { documents: "P1D" } });
  expect(order.retention).toMatchObject({ documents: "P1D", evidence: "P7Y", archive: true });
  const other = await desk.order([ada], { retention: { evidence: "P50Y", archive: false } });
  expect(other.retention).toMatchObject({ documents: "P30D", evidence: "P50Y", archive: false });
  await put(usual);
});

test("an order of a template has the template's terms, unless it names its own", async () => {
  const template = await desk.client.post<{ id: string }>("/v1/templates", {
    name: "Lease",
    title: "Lease",
    documents: [{ name: "lease.pdf", content: desk.content }],
    roles: [{ name: "tenant" }],
    settings: { retention: { documents: "P2M", archive: true } },
  });
  const signers = [{ ...ada, template_role: "tenant" }];
  const order = await desk.client.createOrder({ template: template.body.id, signers });
  expect(order.retention).toMatchObject({ documents: "P2M", evidence: "P10Y", archive: true });
  const own = { template: template.body.id, signers, retention: { documents: "P4M" } };
  expect((await desk.client.createOrder(own)).retention).toMatchObject({ documents: "P4M", archive: false });
});

test.each([
  ["documents for longer than evidence", { documents: "P2Y", evidence: "P1Y" }, "documents"],
  ["longer than fifty years", { documents: "P3M", evidence: "P51Y" }, "evidence"],
  ["no days", { documents: "P0D", evidence: "P1Y" }, "documents"],
  ["a duration of two units", { documents: "P3M", evidence: "P1Y6M" }, "evidence"],
])("terms of %s are refused, by name of the field", async (_what, terms, field) => {
  const settings = await desk.client.refused("PUT", "/v1/retention", { ...terms, archive: false });
  expect([settings.status, settings.body.code, settings.body.param]).toEqual([422, "field_invalid", field]);
  const order = { title: "Lease", documents: [{ name: "a.pdf", content: desk.content }], signers: [ada] };
  const refused = await desk.client.refused("POST", "/v1/orders", { ...order, retention: terms });
  expect([refused.status, refused.body.param]).toEqual([422, `retention.${field}`]);
});

test("an order's term for documents that its tenant's settings cut short is refused", async () => {
  const order = { title: "Lease", documents: [{ name: "a.pdf", content: desk.content }], signers: [ada] };
  const refused = await desk.client.refused("POST", "/v1/orders", {
    ...order,
    retention: { documents: "P11Y" },
  });
  expect([refused.status, refused.body.param]).toEqual([422, "retention.documents"]);
});

test("terms change until the order is opened, and not after it", async () => {
  const order = await desk.order();
  const patch = (retention: object) =>
    desk.client.request<OrderView>("PATCH", `/v1/orders/${order.id}`, { retention });
  expect((await patch({ documents: "P1Y" })).body.retention).toMatchObject({
    documents: "P1Y",
    evidence: "P10Y",
  });
  expect((await patch({ evidence: "P6M" })).status).toBe(422);
  await desk.browser(order).read();
  const late = await patch({ documents: "P2M" });
  expect([late.status, (await desk.read(order)).retention.documents]).toEqual([409, "P1Y"]);
});

/** An order that ends at this time, as if the service's clock had shown it. */
async function endedAt(at: string, retention: object, movedOnBy = 0): Promise<OrderView> {
  const order = await desk.order([ada], { retention });
  if (movedOnBy > 0) await advance(desk, order, movedOnBy);
  const clock = { now: () => new Date(at) };
  await desk.replacing({ clock }, () => desk.client.post(`/v1/orders/${order.id}/cancel`));
  return desk.read(order);
}

describe("months and years are the calendar's, in UTC", () => {
  test.each([
    ["2027-01-31T23:30:00.000Z", "P1M", "2027-02-28T23:30:00.000Z"],
    ["2028-01-31T10:00:00.000Z", "P1M", "2028-02-29T10:00:00.000Z"],
    ["2028-02-29T10:00:00.000Z", "P1Y", "2029-02-28T10:00:00.000Z"],
    ["2027-11-30T12:00:00.000Z", "P3M", "2028-02-29T12:00:00.000Z"],
    // Clocks are set an hour on, elsewhere, in between.
    ["2027-03-01T12:00:00.000Z", "P90D", "2027-05-30T12:00:00.000Z"],
    ["2027-10-01T00:00:00.000Z", "P3M", "2028-01-01T00:00:00.000Z"],
  ])("an order that ended on %s has its documents kept for %s, until %s", async (at, documents, until) => {
    const { retention } = await endedAt(at, { documents });
    expect(retention.documents_until).toBe(until);
  });

  test("evidence ends with the documents at the earliest, however long their month was", async () => {
    const { retention } = await endedAt("2028-01-31T00:00:00.000Z", { documents: "P30D", evidence: "P1M" });
    expect(retention.documents_until).toBe("2028-03-01T00:00:00.000Z");
    expect(retention.evidence_until).toBe("2028-03-01T00:00:00.000Z");
  });
});

test("the terms of a test order count in its own time, and fall due in ours", async () => {
  const order = await endedAt("2027-01-01T00:00:00.000Z", { documents: "P1M" }, 10 * 86_400);
  expect(order.retention.documents_until).toBe("2027-02-11T00:00:00.000Z");
  const due = async () => {
    const [row] = await desk.sql<{ at: Date }>(
      `SELECT documents_due_at AS at FROM retentions WHERE order_id = '${uuidOf(order.id)}'`,
    );
    return row!.at.toISOString();
  };
  expect(await due()).toBe("2027-02-01T00:00:00.000Z");
  await advance(desk, order, 86_400);
  expect(await due()).toBe("2027-01-31T00:00:00.000Z");
  expect((await desk.read(order)).retention.documents_until).toBe("2027-02-11T00:00:00.000Z");
});

test("before its end an order names its terms, and no times", async () => {
  const order = await desk.order();
  expect(order.retention).toEqual({
    ...usual,
    documents_until: null,
    evidence_until: null,
    documents_removed_at: null,
    evidence_removed_at: null,
    held: false,
  });
  const ended = (await cancelledOrder(desk)).retention;
  expect(ended).toMatchObject({ documents_until: expect.any(String), evidence_until: expect.any(String) });
});
