import { AwaitedFetches } from "../../../../api/awaitedDocuments/awaitedFetches.js";
import { ApiClient } from "../../../support/apiClient.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { ada } from "../../../support/orderDesk.js";

let awaiting: AwaitingDesk;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
});
afterAll(() => awaiting.close());

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("an order that awaits documents is announced as soon as it is committed, any other is not, and what is announced is begun", async () => {
  const { desk, elsewhere } = awaiting;
  const { platform } = desk.service;
  const announced: unknown[] = [];
  const deaf = platform.database.onAnnounced("documents", (tenants) => announced.push(tenants));
  await desk.order([ada]);
  await awaiting.order(["/soon"], { signers: [] }).catch(() => undefined);
  expect(announced).toEqual([]);
  elsewhere.has("/soon", awaiting.pdf);
  const fetches = new AwaitedFetches(platform);
  fetches.start();
  try {
    await awaiting.order(["/soon"]);
    expect(announced).toEqual([[desk.tenantId]]);
    await until(async () => (await desk.sql("SELECT 1 FROM awaited_orders")).length === 0);
    expect(elsewhere.timesAsked("/soon")).toBe(1);
  } finally {
    deaf();
    await fetches.stop();
  }
});

test("of one order a few documents are fetched side by side, and of one tenant a few orders", async () => {
  const { desk, elsewhere } = awaiting;
  const slow = (ms: number) => {
    elsewhere.mostUnderWay = 0;
    elsewhere.at("/slow", (response) => setTimeout(() => response.writeHead(200).end(awaiting.pdf), ms));
  };
  slow(60);
  await awaiting.order(Array.from({ length: 12 }, () => "/slow"));
  await awaiting.fetch();
  expect(elsewhere.mostUnderWay).toBe(4);
  slow(60);
  for (let number = 1; number <= 7; number++) await awaiting.order(["/slow"]);
  await awaiting.fetch();
  expect(elsewhere.mostUnderWay).toBe(4);
  expect(await desk.sql("SELECT 1 FROM awaited_orders")).toEqual([]);
});

test("a tenant whose servers never answer keeps no other tenant's order waiting", async () => {
  const { desk, elsewhere } = awaiting;
  let release: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => {
    release = resolve;
  });
  elsewhere.at("/silent", async (response) => {
    await silence;
    response.writeHead(200).end(awaiting.pdf);
  });
  elsewhere.has("/other", awaiting.pdf);
  for (let number = 1; number <= 20; number++) await awaiting.order(["/silent"]);
  const fetches = new AwaitedFetches(desk.service.platform);
  fetches.start();
  try {
    await until(() => elsewhere.underWay === 4);
    const other = new ApiClient(desk.service.baseUrl, (await desk.service.tenant("Other")).apiKey);
    const order = await other.createOrder({
      title: "Other",
      fetch_later: true,
      documents: [{ name: "other.pdf", url: elsewhere.url("/other") }],
      signers: [ada],
    });
    await until(
      async () => (await other.get<{ state: string }>(`/v1/orders/${order.id}`)).body.state === "ready",
    );
    expect(elsewhere.underWay).toBe(4);
    release();
    await until(async () => (await desk.sql("SELECT 1 FROM awaited_orders")).length === 0);
  } finally {
    await fetches.stop();
  }
});

test("the look for what is due costs no more where thousands of orders wait for their next try", async () => {
  const { desk } = awaiting;
  const read = async (): Promise<number> => {
    const plan = await desk.sql<{ "QUERY PLAN": string }>(
      `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF)
       SELECT * FROM due_awaited_orders('00000000-0000-0000-0000-000000000000', now(), 4, 12)`,
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    return Number(/shared hit=(\d+)/.exec(text)?.[1] ?? 0);
  };
  await desk.sql("VACUUM ANALYZE awaited_orders");
  await read();
  const before = await read();
  await desk.order([ada]);
  await desk.sql(
    `INSERT INTO orders (tenant_id, id, mode, title, state, awaits_documents, metadata, notify, must_read, delegation,
       retain_documents, retain_evidence, archive, created_at, expires_at, expiry_due_at, chain_length, chain_head)
     SELECT tenant_id, gen_random_uuid(), mode, title, 'draft', true, metadata, notify, must_read, delegation,
       retain_documents, retain_evidence, archive, created_at, expires_at, expiry_due_at, chain_length, chain_head
     FROM orders, generate_series(1, 5000) WHERE id = (SELECT max(id::text)::uuid FROM orders)`,
  );
  await desk.sql(
    `INSERT INTO awaited_orders (tenant_id, order_id, plan, is_sent, api_key_id, created_at, lease_until)
     SELECT o.tenant_id, o.id, ''::bytea, true, (SELECT k.id FROM api_keys k WHERE k.tenant_id = o.tenant_id LIMIT 1), now(),
       now() + interval '1 minute'
     FROM orders o WHERE o.awaits_documents`,
  );
  await desk.sql("VACUUM ANALYZE awaited_orders");
  await read();
  // One more level of an index at most.
  expect(await read()).toBeLessThan(before + 20);
  await desk.sql("DELETE FROM awaited_orders");
});
