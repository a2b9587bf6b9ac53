import { CheckpointWatch, makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import { makeCheckpoint } from "../../../api/checkpoints/makeCheckpoint.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import type { InclusionFile } from "../../../engine/hashchain/inclusionFile.js";
import { verifyInclusion } from "../../../engine/hashchain/verifyInclusion.js";
import { ApiClient } from "../../support/apiClient.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { list, nextHour, orders, toHalfPast } from "./checkpointHours.js";
import { mortal } from "./crashPoints.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
  toHalfPast(desk);
});
afterEach(() => desk.close());

const proofOf = (order: OrderView) =>
  desk.client.get<InclusionFile>(`/v1/orders/${order.id}/inclusion-proof`);
const chainOf = async (order: OrderView) =>
  (await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`)).body;
/** More orders like one, whose trails no checkpoint has taken in either. */
const copy = (order: OrderView, times: number) =>
  desk.sql(`
    CREATE TEMP TABLE copy AS SELECT * FROM orders WHERE id = '${uuidOf(order.id)}';
    UPDATE copy SET external_id = NULL;
    INSERT INTO orders SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* FROM copy c,
      generate_series(1, ${times})`);
const leaves = () =>
  desk.sql<{ order_id: string; chain_length: number }>(
    "SELECT order_id, chain_length FROM trail_leaves ORDER BY position",
  );

test("an order's trail is in no checkpoint at first, then in the hour's, and what comes after it in the next", async () => {
  const order = await desk.order();
  const early = await desk.client.refused("GET", `/v1/orders/${order.id}/inclusion-proof`);
  expect(early).toMatchObject({ status: 409, body: { code: "checkpoint_pending" } });
  expect(early.body).toHaveProperty("next_checkpoint_at", desk.service.clock.now().toISOString());
  expect((await makeDueCheckpoints(desk.service.platform)).made).toBe(1);
  const chain = await chainOf(order);
  const proof = (await proofOf(order)).body;
  expect(verifyInclusion(proof, chain)).toMatchObject({
    faults: [],
    covered: chain.events.length,
    uncovered: 0,
  });
  expect(proof).toMatchObject({ order: order.id, tree_size: 1, leaf: { index: 0 } });

  const second = await desk.order();
  const { body } = await desk.client.refused("GET", `/v1/orders/${second.id}/inclusion-proof`);
  const next = new Date(desk.service.clock.now().getTime() + 1_800_000).toISOString();
  expect(body).toHaveProperty("next_checkpoint_at", next.replace(/:\d\d\.\d{3}Z$/, ":00.000Z"));
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "A test" });
  const grown = await chainOf(order);
  expect(verifyInclusion((await proofOf(order)).body, grown)).toMatchObject({
    faults: [],
    covered: chain.events.length,
    uncovered: grown.events.length - chain.events.length,
  });
  expect(await nextHour(desk)).toBe(1);
  expect(verifyInclusion((await proofOf(order)).body, grown)).toMatchObject({
    faults: [],
    covered: grown.events.length,
    uncovered: 0,
  });
  expect(verifyInclusion((await proofOf(second)).body, await chainOf(second)).faults).toEqual([]);
});

test("a log gets one checkpoint an hour at most, and none where nothing has changed", async () => {
  await desk.order();
  const { platform, clock } = desk.service;
  expect((await makeDueCheckpoints(platform)).made).toBe(1);
  await desk.order();
  expect((await makeDueCheckpoints(platform)).made).toBe(0);
  clock.advance(1799);
  expect((await makeDueCheckpoints(platform)).made).toBe(0);
  clock.advance(1);
  expect((await makeDueCheckpoints(platform)).made).toBe(1);
  expect(await nextHour(desk)).toBe(0);
  expect((await list(desk.client)).data.map(({ size }) => size)).toEqual([2, 1]);
});

test("a process looks for due checkpoints once a minute, and not less often when its clock is put back", async () => {
  const { platform, clock } = desk.service;
  let looks = 0;
  const database = {
    withTenant: platform.database.withTenant.bind(platform.database),
    lookup: (...query: Parameters<typeof platform.database.lookup>) => {
      looks += 1;
      return platform.database.lookup(...query);
    },
  } as unknown as typeof platform.database;
  const watch = new CheckpointWatch({ ...platform, database });
  await desk.order();
  expect(await watch.round()).toBe(1);
  for (let second = 0; second < 59; second++) {
    clock.advance(1);
    await watch.round();
  }
  expect(looks).toBe(1);
  clock.advance(1);
  await watch.round();
  expect(looks).toBe(2);
  clock.advance(-7200);
  await watch.round();
  expect(looks).toBe(3);
});

test("the logs of two tenants, and of a tenant's two modes, are apart", async () => {
  const stranger = await desk.service.tenant("Other Company");
  const theirs = new ApiClient(desk.service.baseUrl, stranger.apiKey);
  const live = new ApiClient(desk.service.baseUrl, (await desk.service.tenant("Third", "live")).apiKey);
  const liveTest = await live.post<{ secret: string }>("/v1/api-keys", { name: "test", mode: "test" });
  const clients = [desk.client, theirs, live, new ApiClient(desk.service.baseUrl, liveTest.body.secret)];
  const documents = [{ name: "a.pdf", content: desk.content }];
  for (const [index, client] of clients.entries()) {
    for (let count = 0; count <= index; count++) {
      await client.createOrder({ title: "Agreement", documents, signers: [ada] });
    }
  }
  expect((await makeDueCheckpoints(desk.service.platform)).made).toBe(4);
  const seen = await Promise.all(clients.map((client) => list(client)));
  expect(seen.map(({ data }) => data.map(({ size }) => size))).toEqual([[1], [2], [3], [4]]);
  expect(new Set(seen.map(({ data }) => data[0]!.log)).size).toBe(4);
  for (const [index, client] of clients.entries()) {
    for (const size of [1, 2, 3, 4].filter((size) => size !== index + 1)) {
      expect((await client.refused("GET", `/v1/checkpoints/${size}`)).status).toBe(404);
    }
  }
});

test("an order that somebody is just changing is left to the next checkpoint, and nobody waits for anybody", async () => {
  const [busy, idle] = (await orders(desk, 2)) as [OrderView, OrderView];
  const { platform } = desk.service;
  await platform.database.withTenant(desk.tenantId, async (transaction) => {
    await transaction.query("SELECT 1 FROM orders WHERE tenant_id = :tenant AND id = :id FOR UPDATE", {
      id: uuidOf(busy.id),
    });
    expect((await makeDueCheckpoints(platform)).made).toBe(1);
  });
  expect((await leaves()).map(({ order_id }) => order_id)).toEqual([uuidOf(idle.id)]);
  expect(await nextHour(desk)).toBe(1);
  expect((await leaves()).map(({ order_id }) => order_id)).toEqual([uuidOf(idle.id), uuidOf(busy.id)]);
});

test("two processes at once make one checkpoint, with a leaf of each order", async () => {
  await orders(desk, 12);
  const { platform } = desk.service;
  const made = await Promise.all(
    Array.from({ length: 6 }, () => makeCheckpoint(platform, desk.tenantId, "test")),
  );
  expect(made.filter((one) => one)).toHaveLength(1);
  expect(new Set((await leaves()).map(({ order_id }) => order_id)).size).toBe(12);
  expect(await leaves()).toHaveLength(12);
  const { data } = await list(desk.client);
  expect(data).toMatchObject([{ size: 12, locked_until: null }]);
});

test("more orders than one transaction appends are all in the hour's checkpoint, each proven", async () => {
  const [first] = (await orders(desk, 1)) as [OrderView];
  await copy(first, 1203);
  expect((await makeDueCheckpoints(desk.service.platform)).made).toBe(1);
  const { data } = await list(desk.client);
  expect(data.map(({ size }) => size)).toEqual([1204]);
  expect(await desk.sql("SELECT 1 FROM orders WHERE trail_changed")).toEqual([]);
  expect(verifyInclusion((await proofOf(first)).body, await chainOf(first)).faults).toEqual([]);
});

test("a process that dies between two transactions leaves no leaf without a checkpoint to come, whatever their number", async () => {
  const [first] = (await orders(desk, 1)) as [OrderView];
  await copy(first, 499);
  // Behind the commit of what the first transaction appended.
  await mortal(desk.service.platform, 3, "throws").live(makeDueCheckpoints);
  await nextHour(desk);
  await sweep(desk.service.platform);
  expect((await list(desk.client)).data.map(({ size }) => size)).toEqual([500]);
  expect(verifyInclusion((await proofOf(first)).body, await chainOf(first)).faults).toEqual([]);
});
