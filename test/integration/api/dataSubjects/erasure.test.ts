import type { ErasureView } from "../../../../api/dataSubjects/erasureView.js";
import { deliverDueMessages } from "../../../../api/messages/messenger.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { verifyAuditExport } from "../../../../engine/hashchain/verify.js";
import { ApiClient } from "../../../support/apiClient.js";
import { charles, OrderDesk } from "../../../support/orderDesk.js";
import { readEverything } from "../retention/readEverything.js";
import { base, erase, somebody } from "./erasureDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** Everything of all tables that a search for a text finds, as somebody inside the database. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await desk.sql<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await desk.sql(`SELECT FROM "${name}" t WHERE t::text ILIKE '%${text}%' LIMIT 1`);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test("a person who signed nothing in an order that ended is erased from every table, and the chain still verifies", async () => {
  const person = somebody();
  const order = await desk.order([person, charles]);
  await desk.browser(order).open();
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  expect(await tablesWith(person.surname)).toContain("signers");

  const { erasure, results } = await erase(desk, person.email.toLowerCase());

  expect(erasure).toMatchObject({ state: "done", erased: 1, kept: 0 });
  expect(results).toEqual([
    expect.objectContaining({ order: order.id, outcome: "erased", reason: null, kept_until: null }),
  ]);
  expect(await tablesWith(person.email)).toEqual([]);
  expect(await tablesWith(person.given_name)).toEqual([]);
  const events = await desk.events(order);
  const signer = order.signers[0]!.id;
  expect(events.filter((event) => event.signer === signer).every(({ personal }) => personal === null)).toBe(
    true,
  );
  expect(events.some(({ personal }) => personal?.["email"] === charles.email)).toBe(true);
  expect(events.at(-1)).toMatchObject({ type: "signer.erased", signer });
  const chain = await desk.client.get(`/v1/orders/${order.id}/audit`);
  expect(verifyAuditExport(chain.body)).toMatchObject({ faults: [], events: events.length });
  const found = await desk.client.get<{ data: unknown[] }>(
    `/v1/orders?text=${encodeURIComponent(person.given_name)}`,
  );
  expect(found.body.data).toEqual([]);
  expect((await desk.read(order)).signers[1]).toMatchObject({ email: charles.email });
});

test.each([
  ["ΟΔΟΣ", "ΟΔΟΣ"],
  ["İpek", "İpek"],
  ["JÖRG", "jörg"],
])("a person with the address %s is found by %s", async (given, asked) => {
  const person = { ...somebody(), email: `${given}@example.org` };
  const order = await desk.order([person]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  expect((await erase(desk, `${asked}@Example.org`)).erasure).toMatchObject({ state: "done", erased: 1 });
  expect((await desk.read(order)).signers[0]).toMatchObject({ email: null });
});

test("what somebody signed is kept until the term of its evidence ends, and the result says so", async () => {
  const person = somebody();
  const order = await desk.order([person]);
  await desk.browser(order).sign();

  const { erasure, results } = await erase(desk, person.email);

  const { retention } = (await desk.read(order)) as unknown as { retention: { evidence_until: string } };
  expect(erasure).toMatchObject({ state: "done", erased: 0, kept: 1 });
  expect(results).toEqual([
    expect.objectContaining({ outcome: "kept", reason: "evidence", kept_until: retention.evidence_until }),
  ]);
  expect((await desk.read(order)).signers[0]).toMatchObject({ email: person.email });
});

test("who takes part in a running order is kept, looked at again a day later, and erased when it has ended", async () => {
  const person = somebody();
  const order = await desk.order([person]);

  const { erasure, results } = await erase(desk, person.email);
  expect(erasure).toMatchObject({ state: "pending", erased: 0, kept: 1 });
  expect(results[0]).toMatchObject({ reason: "order_running", kept_until: order.expires_at });

  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  await sweep(desk.service.platform);
  expect((await desk.client.get<ErasureView>(`${base}/${erasure.id}`)).body.state).toBe("pending");
  desk.service.clock.advance(86_400);
  await sweep(desk.service.platform);
  expect((await desk.client.get<ErasureView>(`${base}/${erasure.id}`)).body).toMatchObject({
    state: "done",
    erased: 1,
    kept: 0,
  });
  expect(await tablesWith(person.email)).toEqual([]);
});

test("an order that is made after the request is not touched by it, and does not keep it from its end", async () => {
  const person = somebody();
  const order = await desk.order([person]);
  const { erasure } = await erase(desk, person.email);
  expect(erasure).toMatchObject({ state: "pending", erased: 0, kept: 1 });

  desk.service.clock.advance(3600);
  const ended = await desk.order([person]);
  const running = await desk.order([person]);
  for (const { id } of [order, ended]) {
    await desk.client.post(`/v1/orders/${id}/cancel`, { reason: "Not needed any more" });
  }
  desk.service.clock.advance(86_400);
  await sweep(desk.service.platform);
  expect((await desk.client.get<ErasureView>(`${base}/${erasure.id}`)).body).toMatchObject({
    state: "done",
    erased: 1,
    kept: 0,
  });
  expect((await desk.read(order)).signers[0]).toMatchObject({ email: null });
  for (const later of [ended, running]) {
    expect((await desk.read(later)).signers[0]).toMatchObject({ email: person.email });
  }
});

test("a legal hold keeps a person's data until it is lifted", async () => {
  const person = somebody();
  const order = await desk.order([person]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  const hold = await desk.client.post<{ id: string }>(`/v1/orders/${order.id}/legal-holds`, {
    reason: "A dispute",
  });

  const { erasure, results } = await erase(desk, person.email);
  expect(results[0]).toMatchObject({ outcome: "kept", reason: "legal_hold", kept_until: null });

  await desk.client.request("DELETE", `/v1/orders/${order.id}/legal-holds/${hold.body.id}`);
  desk.service.clock.advance(86_400);
  await sweep(desk.service.platform);
  expect((await desk.client.get<ErasureView>(`${base}/${erasure.id}`)).body).toMatchObject({
    state: "done",
    erased: 1,
  });
});

test("other people, the other mode and other tenants are not touched, and the address is forgotten when it is done", async () => {
  const person = somebody();
  const other = { ...person, email: `x${person.email}` };
  const orders = [await desk.order([person, other])];
  const neighbour = await desk.service.tenant("Another company");
  await desk.client.post(`/v1/orders/${orders[0]!.id}/cancel`, { reason: "Not needed any more" });

  const { erasure } = await erase(desk, person.email);

  expect((await desk.read(orders[0]!)).signers[1]).toMatchObject({ email: other.email });
  const [row] = await desk.sql<{ address: Buffer | null }>(
    "SELECT address FROM erasures ORDER BY id DESC LIMIT 1",
  );
  expect(row!.address).toBeNull();
  const stranger = new ApiClient(desk.service.baseUrl, neighbour.apiKey);
  expect((await stranger.get(`${base}/${erasure.id}`)).status).toBe(404);
  expect((await stranger.get(`${base}/${erasure.id}/results`)).status).toBe(404);
  expect((await stranger.get<{ data: unknown[] }>(base)).body.data).toEqual([]);
});

test("an order with an erased signer answers every call that reads it, in words too, and none of them with a fault", async () => {
  const person = somebody();
  const order = await desk.order([person, charles]);
  await desk.browser(order).open();
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  await erase(desk, person.email);
  await deliverDueMessages(desk.service.platform);
  const answers = await readEverything(desk, order);
  expect(Object.entries(answers).filter(([, status]) => status >= 500)).toEqual([]);
  expect(answers).toMatchObject({ "/v1/orders/{order}": 200, "/v1/orders/{order}/audit": 200 });
  const page = desk.browser(order);
  expect((await page.client.refused("GET", `${page.path}/status`)).status).toBe(404);
  expect(
    await desk.sql("SELECT kind, last_error FROM messages WHERE state IN ('pending', 'failed')"),
  ).toEqual([]);
});

test("an address that nobody has is done at once, with nothing found", async () => {
  const { erasure, results } = await erase(desk, "nobody@example.org");
  expect(erasure).toMatchObject({ state: "done", erased: 0, kept: 0 });
  expect(results).toEqual([]);
});

test.each([{}, { email: "a@example.org", phone: "+33612345678" }, { phone: "0612345678" }])(
  "a request names one address, and not %j",
  async (body) => {
    const answer = await desk.client.post<{ code: string }>(base, body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.code).toMatch(/_invalid$/);
  },
);
