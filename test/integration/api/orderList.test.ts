import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

interface OrderPage {
  readonly data: OrderView[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService();
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());
beforeEach(async () => {
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
});

const signer = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const make = (more: object = {}) =>
  client.createOrder({
    title: "Lease",
    documents: [{ name: "lease.pdf", content }],
    signers: [signer],
    ...more,
  });
const page = async (query: string) => (await client.get<OrderPage>(`/v1/orders?${query}`)).body;

/** Follows the cursors to the end. @param between is done before each further page */
async function walk(
  query: string,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let next = await page(query);
  for (;;) {
    seen.push(...next.data.map((order) => order.id));
    expect(next.has_more).toBe(next.next_cursor !== null);
    if (next.next_cursor === null) return seen;
    await between();
    next = await page(`${query}&cursor=${next.next_cursor}`);
  }
}

test("pages meet each order once and miss none, while orders are being added, within one millisecond and later", async () => {
  const made: string[] = [];
  for (let index = 0; index < 11; index++) {
    if (index % 4 === 3) service.clock.advance(1);
    made.push((await make({ draft: true, documents: [] })).id);
  }
  service.clock.advance(1);
  let added = 0;
  const seen = await walk("limit=3", async () => {
    added += 1;
    await make({ draft: true, documents: [] });
  });
  expect(added).toBeGreaterThanOrEqual(3);
  expect([...seen].sort()).toEqual([...made].sort());
  expect(new Set(seen).size).toBe(made.length);
});

test("newest come first", async () => {
  const made: string[] = [];
  for (let index = 0; index < 4; index++) {
    made.unshift((await make({ draft: true })).id);
    service.clock.advance(0.001);
  }
  expect(await walk("limit=2")).toEqual(made);
});

test("a page has 20 orders unless it says otherwise, and the last page says that it is the last", async () => {
  for (let index = 0; index < 21; index++) await make({ draft: true, documents: [] });
  const first = await page("");
  expect([first.data.length, first.has_more]).toEqual([20, true]);
  const second = await page(`cursor=${first.next_cursor}`);
  expect([second.data.length, second.has_more, second.next_cursor]).toEqual([1, false, null]);
  expect(await page("limit=21")).toMatchObject({ has_more: false, next_cursor: null });
});

test("a list of nothing is an empty page", async () => {
  expect(await page("")).toEqual({ data: [], has_more: false, next_cursor: null });
});

test("each order in a list is the order as it is read alone", async () => {
  const order = await make({ external_id: "x", metadata: { a: "b" } });
  const other = await make({ documents: [{ name: "other.pdf", content }], signers: [signer, signer] });
  const { data } = await page("");
  for (const id of [order.id, other.id]) {
    expect(data.find((listed) => listed.id === id)).toEqual((await client.get(`/v1/orders/${id}`)).body);
  }
});

test("filters by state and by the caller's own id, alone and together, also across pages", async () => {
  const ready = await make({ external_id: "crm/1" });
  const draft = await make({ external_id: "crm/1", draft: true });
  const other = await make({ external_id: "crm/2" });
  const signed = await make();
  await new SignerBrowser(signed, 0, service.outbox).sign();
  const cancelled = await make();
  await client.post(`/v1/orders/${cancelled.id}/cancel`);
  const sorted = (ids: string[]) => [...ids].sort();
  for (const [query, expected] of [
    ["state=ready", [ready, other]],
    ["state=draft", [draft]],
    ["state=completed", [signed]],
    ["state=cancelled", [cancelled]],
    ["state=refused", []],
    ["external_id=crm%2F1", [ready, draft]],
    ["external_id=crm%2F2", [other]],
    ["external_id=CRM%2F1", []],
    ["external_id=crm%25", []],
    ["external_id=crm%2F1&state=draft", [draft]],
  ] as const) {
    expect([query, sorted(await walk(`limit=1&${query}`))]).toEqual([
      query,
      sorted(expected.map(({ id }) => id)),
    ]);
  }
});
