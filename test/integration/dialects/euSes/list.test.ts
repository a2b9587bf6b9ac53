import type { Transaction } from "../../../../api/database/transaction.js";
import { readSignatureFilter } from "../../../../api/dialects/euSes/list/signatureFilter.js";
import { listSignatureRows } from "../../../../api/dialects/euSes/list/signatureRows.js";
import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { anna, leastRequest, mario } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;
/** The oldest first: done, cancelled, nobody has signed, one of two has, opened only. */
let ids: string[];

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
  const make = async (title: string, signers: object[] = [mario]) => {
    // Orders of one millisecond have no order among themselves.
    desk.service.clock.advance(1);
    return caller.create(leastRequest(desk, { title, signers }));
  };
  const done = await make("done");
  const cancelled = await make("cancelled");
  const fresh = await make("fresh");
  const half = await make("half", [mario, anna]);
  const opened = await make("opened");
  await desk.browser(asOrder(done)).sign();
  await caller.request("DELETE", `/signatures/${cancelled.id}`);
  await desk.browser(asOrder(half)).sign();
  await desk.browser(asOrder(opened)).open();
  ids = [done, cancelled, fresh, half, opened].map(({ id }) => id);
});
afterAll(() => desk.close());

const titles = async (query: string) => (await caller.list(query)).map(({ documentTitle }) => documentTitle);

test("the newest come first, each as short as it is published", async () => {
  const list = await caller.list();
  expect(list.map(({ id }) => id)).toEqual([...ids].reverse());
  expect(list[3]).toEqual({
    ...{ id: ids[1], errorNumber: 903, errorMessage: "cancelled" },
    updatedAt: (await caller.detail(ids[1]!)).updatedAt,
    createdAt: (await caller.detail(ids[1]!)).createdAt,
    ...{ certificateType: "EU-SES", state: "ERROR", signatureType: "pades", documentTitle: "cancelled" },
  });
});

test("each says the state and the time that the order itself says", async () => {
  for (const { id, state, updatedAt } of await caller.list()) {
    const detail = await caller.detail(id);
    expect([state, updatedAt]).toEqual([detail.state, detail.updatedAt]);
  }
});

test("filters go in any order, numbers are text, and an empty one is none", async () => {
  expect(await titles("?state=DONE")).toEqual(["done"]);
  expect(await titles("?signatureType=pades&limit=5&state=ERROR&skip=0&certificateType=EU-SES")).toEqual([
    "cancelled",
  ]);
  expect(await titles("?state=WAIT_SIGN")).toEqual(["opened", "fresh"]);
  expect(await titles("?limit=1&state=WAIT_SIGN&skip=1")).toEqual(["fresh"]);
  expect(await titles("?state=WAIT_SIGNER")).toEqual(["half"]);
  expect(await titles("?state=WAIT_VALIDATION")).toEqual([]);
  expect(await titles("?skip=1&limit=2&state=")).toEqual(["half", "fresh"]);
  expect(await titles("?skip=100")).toEqual([]);
});

test("of kinds that are not made here there are none, which is no error", async () => {
  expect(await titles("?signatureType=xades")).toEqual([]);
  expect(await titles("?certificateType=EU-QES_automatic")).toEqual([]);
});

test("the singular lists the same, with a slash at its end or without", async () => {
  const answers = await Promise.all(
    ["/signatures", "/signatures/", "/signature", "/Signature/?limit=100"].map((path) =>
      caller.request("GET", path),
    ),
  );
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test("what a list costs depends on what is skipped and asked for, not on how many orders there are", async () => {
  const queries = [{}, { state: "ERROR" }, { state: "WAIT_SIGNER" }, { state: "DONE", skip: 50 }];
  const cost = async () => {
    const pages: number[] = [];
    for (const query of queries) pages.push(await pagesRead({ limit: 10, ...query }));
    return pages;
  };
  await cost();
  const before = await cost();
  await desk.sql(
    `INSERT INTO orders (tenant_id, id, mode, title, state, metadata, notify, must_read, delegation, retain_documents,
       retain_evidence, archive, created_at, expires_at, expiry_due_at, chain_length, chain_head)
     SELECT tenant_id, uuidv7(make_interval(hours => -n)), mode, title,
       (ARRAY['completed', 'cancelled', 'refused'])[1 + n % 3], metadata, notify, must_read, delegation, retain_documents,
       retain_evidence, archive, created_at, expires_at, expiry_due_at, chain_length, chain_head
     FROM orders, generate_series(1, 20000) AS n WHERE title = 'done'`,
  );
  await desk.sql("VACUUM ANALYZE orders");
  await cost();
  // As many orders more as are skipped and asked for, each looked at with its signers.
  (await cost()).forEach((pages, index) => {
    expect(pages - before[index]!).toBeLessThan(400);
  });
});

/** Pages of memory that PostgreSQL looks at for a list: of tables and indexes, its own catalogue apart. */
async function pagesRead(query: object): Promise<number> {
  const filter = readSignatureFilter(query);
  const plan = await desk.service.platform.database.withTenant(desk.tenantId, async (transaction) => {
    const explaining = {
      query: (sql: string, bindings: object) =>
        transaction.query(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${sql}`, bindings as never),
    } as unknown as Transaction;
    return (await listSignatureRows(explaining, "test", filter)) as unknown as { "QUERY PLAN": string }[];
  });
  const [, hit] = /shared hit=(\d+)/.exec(plan.map((row) => row["QUERY PLAN"]).join("\n"))!;
  return Number(hit);
}
