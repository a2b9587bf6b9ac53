import type { OrderView } from "../../../api/orders/orderViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

interface OrderPage {
  readonly data: OrderView[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const draft = (more: object, signers: object[] = [ada]) =>
  desk.order(signers, { draft: true, notify: false, ...more });
const ids = async (query: Record<string, string>) => {
  const { body } = await desk.client.get<OrderPage>(`/v1/orders?${new URLSearchParams(query)}`);
  return body.data.map((order) => order.id);
};

describe("an order is found", () => {
  let lease: OrderView;
  let other: OrderView;
  beforeAll(async () => {
    lease = await draft({ title: "Bail commercial Été", external_id: "CRM/77-b", labels: ["nord", "q4"] });
    desk.service.clock.advance(60);
    other = await draft({ title: "Other paper", labels: ["nord"] }, [charles]);
  });

  test.each<[string, Record<string, string>]>([
    ["by a word of its title, whatever its case and accents", { text: "ETE" }],
    ["by all of several words, in any order", { text: "commercial bail" }],
    ["by a part of the caller's own id", { text: "77" }],
    ["by a signer's name together with a word of the title", { text: "lovelace bail" }],
    ["by a signer's whole address, whatever its case", { signer: "ADA@example.org" }],
    ["by a label and a word", { label: "nord", text: "bail" }],
    ["by two of its labels' one", { label: "q4" }],
    ["by label, state and own id at once", { label: "nord", state: "draft", external_id: "CRM/77-b" }],
  ])("%s", async (_how, query) => {
    expect(await ids(query)).toEqual([lease.id]);
  });

  test("by the time at which it was made, to the millisecond", async () => {
    const at = other.created_at;
    expect(await ids({ created_from: at })).toEqual([other.id]);
    expect(await ids({ created_to: at, label: "nord" })).toEqual([lease.id]);
    expect(await ids({ created_from: lease.created_at, created_to: at })).toEqual([lease.id]);
  });

  test("newest first where several match", async () => {
    expect(await ids({ label: "nord" })).toEqual([other.id, lease.id]);
  });

  test.each<[string, Record<string, string>]>([
    ["by half of a word", { text: "commerc" }],
    ["by one of two words", { text: "bail paper" }],
    ["by a text without a word in it", { text: "—" }],
    ["by part of an address", { signer: "ada@example" }],
    ["by a label that differs in case", { label: "NORD" }],
    ["in another state", { label: "nord", state: "completed" }],
  ])("not %s", async (_how, query) => {
    expect(await ids(query)).toEqual([]);
  });

  test("by nobody else: neither another tenant nor a key of the other mode finds it", async () => {
    const { apiKey } = await desk.service.tenant("Other Company");
    const stranger = new ApiClient(desk.service.baseUrl, apiKey);
    expect((await stranger.get<OrderPage>("/v1/orders?label=nord")).body.data).toEqual([]);
    const { apiKey: live } = await desk.service.tenant("Live Company", "live");
    expect(
      (await new ApiClient(desk.service.baseUrl, live).get<OrderPage>("/v1/orders?text=bail")).body.data,
    ).toEqual([]);
  });
});

test("pages of what was found meet each order once and miss none", async () => {
  const made: string[] = [];
  for (let index = 0; index < 7; index++) made.unshift((await draft({ title: `Paged ${index % 2}` })).id);
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await desk.client.get<OrderPage>(`/v1/orders?text=paged&limit=2${cursor}`);
    seen.push(...body.data.map((order) => order.id));
    cursor = body.next_cursor === null ? "" : `&cursor=${body.next_cursor}`;
  } while (cursor !== "");
  expect(seen.sort()).toEqual(made.sort());
});

test("a page says where it stopped when it has looked at 5,000 orders in vain, and the next one goes on", async () => {
  const rare = await draft({ title: "Common rare" });
  await desk.sql(
    `INSERT INTO orders (tenant_id, id, mode, title, state, metadata, created_at, expires_at, expiry_due_at)
     SELECT '${desk.tenantId}', ('ffffffff-ffff-7fff-8fff-' || lpad(to_hex(n), 12, '0'))::uuid, 'test', 'Common', 'draft',
       '{}', now(), now() + interval '1 day', now() + interval '1 day' FROM generate_series(1, 5200) AS n;
     INSERT INTO order_terms (tenant_id, mode, term, order_id)
     SELECT tenant_id, mode, term, id FROM orders, unnest(ARRAY['w:common', 'w:filled']) AS term WHERE title = 'Common'`,
  );
  // Both words have more than a thousand orders, so that neither is known to be the rarer one.
  await desk.sql(
    `INSERT INTO order_terms (tenant_id, mode, term, order_id)
     SELECT '${desk.tenantId}', 'test', 'w:rare', id FROM (SELECT id FROM orders WHERE title <> 'Common' LIMIT 1) o
     ON CONFLICT DO NOTHING`,
  );
  const { body } = await desk.client.get<OrderPage>("/v1/orders?text=common&state=ready&limit=10");
  expect([body.data, body.has_more]).toEqual([[], true]);
  const rest = await desk.client.get<OrderPage>(
    `/v1/orders?text=common&state=ready&cursor=${body.next_cursor}`,
  );
  expect([rest.body.data, rest.body.has_more]).toEqual([[], false]);
  expect((await ids({ text: "common rare" }))[0]).toBe(rare.id);
});

test("an export has every order that the filter finds, as CSV and as lines of JSON, and no signing link", async () => {
  for (let index = 0; index < 3; index++) await draft({ title: `Exported ${index}`, labels: ["export"] });
  const url = "/v1/exports/orders?label=export";
  const csv = (await desk.client.get<Buffer>(url)).body.toString("utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(4);
  expect(csv).toMatch(/^id,external_id,title,/);
  const jsonl = await desk.client.get<Buffer>(`${url}&format=jsonl`);
  const lines = jsonl.body.toString("utf8").trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as OrderView).title).sort()).toEqual([
    "Exported 0",
    "Exported 1",
    "Exported 2",
  ]);
  expect(csv + lines.join()).not.toContain("/s/");
});
