import type { CheckpointView, SignedCheckpointView } from "../../../api/checkpoints/checkpointView.js";
import { CheckpointWatch, makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import { makeCheckpoint } from "../../../api/checkpoints/makeCheckpoint.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { Page } from "../../../api/request/page.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { readCheckpointNote } from "../../../engine/hashchain/checkpointNote.js";
import { type ConsistencyFile, verifyConsistency } from "../../../engine/hashchain/consistencyFile.js";
import type { InclusionFile } from "../../../engine/hashchain/inclusionFile.js";
import { verifyInclusion } from "../../../engine/hashchain/verifyInclusion.js";
import { ApiClient } from "../../support/apiClient.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { mortal } from "./crashPoints.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
  toHalfPast();
});
afterEach(() => desk.close());

/** In the middle of the next hour, so that a test does not cross into another one by itself. */
function toHalfPast(): void {
  const seconds = desk.service.clock.now().getTime() / 1000;
  desk.service.clock.advance(3600 - (seconds % 3600) + 1800);
}

/** An hour later, all that is due is made. @returns how many checkpoints */
async function nextHour(): Promise<number> {
  desk.service.clock.advance(3600);
  return (await makeDueCheckpoints(desk.service.platform)).made;
}

const orders = (count: number) => Promise.all(Array.from({ length: count }, () => desk.order([ada])));
const list = async (client = desk.client, query = "") =>
  (await client.get<Page<CheckpointView>>(`/v1/checkpoints${query}`)).body;
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
  expect(await nextHour()).toBe(1);
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
  expect(await nextHour()).toBe(0);
  expect((await list()).data.map(({ size }) => size)).toEqual([2, 1]);
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
  const [busy, idle] = (await orders(2)) as [OrderView, OrderView];
  const { platform } = desk.service;
  await platform.database.withTenant(desk.tenantId, async (transaction) => {
    await transaction.query("SELECT 1 FROM orders WHERE tenant_id = :tenant AND id = :id FOR UPDATE", {
      id: uuidOf(busy.id),
    });
    expect((await makeDueCheckpoints(platform)).made).toBe(1);
  });
  expect((await leaves()).map(({ order_id }) => order_id)).toEqual([uuidOf(idle.id)]);
  expect(await nextHour()).toBe(1);
  expect((await leaves()).map(({ order_id }) => order_id)).toEqual([uuidOf(idle.id), uuidOf(busy.id)]);
});

test("two processes at once make one checkpoint, with a leaf of each order", async () => {
  await orders(12);
  const { platform } = desk.service;
  const made = await Promise.all(
    Array.from({ length: 6 }, () => makeCheckpoint(platform, desk.tenantId, "test")),
  );
  expect(made.filter((one) => one)).toHaveLength(1);
  expect(new Set((await leaves()).map(({ order_id }) => order_id)).size).toBe(12);
  expect(await leaves()).toHaveLength(12);
  const { data } = await list();
  expect(data).toMatchObject([{ size: 12, locked_until: null }]);
});

test("more orders than one transaction appends are all in the hour's checkpoint, each proven", async () => {
  const [first] = (await orders(1)) as [OrderView];
  await copy(first, 1203);
  expect((await makeDueCheckpoints(desk.service.platform)).made).toBe(1);
  const { data } = await list();
  expect(data.map(({ size }) => size)).toEqual([1204]);
  expect(await desk.sql("SELECT 1 FROM orders WHERE trail_changed")).toEqual([]);
  expect(verifyInclusion((await proofOf(first)).body, await chainOf(first)).faults).toEqual([]);
});

test("a process that dies between two transactions leaves no leaf without a checkpoint to come, whatever their number", async () => {
  const [first] = (await orders(1)) as [OrderView];
  await copy(first, 499);
  // Behind the commit of what the first transaction appended.
  await mortal(desk.service.platform, 3, "throws").live(makeDueCheckpoints);
  await nextHour();
  await sweep(desk.service.platform);
  expect((await list()).data.map(({ size }) => size)).toEqual([500]);
  expect(verifyInclusion((await proofOf(first)).body, await chainOf(first)).faults).toEqual([]);
});

describe("over HTTP", () => {
  let all: OrderView[];
  let client: ApiClient;
  beforeEach(async () => {
    client = new ApiClient(desk.service.baseUrl, null);
    all = await orders(3);
    await makeDueCheckpoints(desk.service.platform);
    for (const order of all) {
      await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "A test" });
      await nextHour();
    }
  });

  test("checkpoints are listed newest first, page by page", async () => {
    const first = await list(desk.client, "?limit=3");
    expect(first.data.map(({ size }) => size)).toEqual([6, 5, 4]);
    expect(first).toMatchObject({ has_more: true, next_cursor: "4" });
    const second = await list(desk.client, `?limit=3&cursor=${first.next_cursor}`);
    expect(second.data.map(({ size }) => size)).toEqual([3]);
    expect(second).toMatchObject({ has_more: false, next_cursor: null });
    for (const cursor of ["0", "x", "-1", "9007199254740993", first.data[0]!.log]) {
      const refused = await desk.client.refused("GET", `/v1/checkpoints?cursor=${cursor}`);
      expect(refused).toMatchObject({ status: 400, body: { code: "cursor_invalid" } });
    }
  });

  test("each says what its text says, and is there with its signature", async () => {
    for (const listed of (await list()).data) {
      const { body } = await desk.client.get<SignedCheckpointView>(`/v1/checkpoints/${listed.size}`);
      const { signature, ...rest } = body;
      expect(rest).toEqual(listed);
      expect(Buffer.from(signature, "base64").length).toBeGreaterThan(1000);
      const { log, size, root, time } = readCheckpointNote(listed.note)!;
      expect(listed).toMatchObject({
        log,
        size,
        created_at: time,
        root: Buffer.from(root).toString("base64"),
      });
    }
  });

  test.each(["0", "01", "7", "-1", "1.0", "x", "9007199254740993", "%00", "1e0"])(
    "there is no checkpoint %s",
    async (size) => {
      const { log } = (await list()).data[0]!;
      for (const path of [`/v1/checkpoints/${size}`, `/logs/${log}/checkpoints/${size}`]) {
        const refused = await desk.client.refused("GET", path);
        expect(refused).toMatchObject({ status: 404, body: { code: "not_found" } });
      }
    },
  );

  test("a consistency proof joins any two of them, for the tenant and for anybody", async () => {
    const { data } = await list();
    const { log } = data[0]!;
    for (const from of data) {
      for (const to of data.filter(({ size }) => size >= from.size)) {
        const query = `consistency-proof?from=${from.size}&to=${to.size}`;
        const { body } = await desk.client.get<ConsistencyFile>(`/v1/checkpoints/${query}`);
        expect(verifyConsistency(body, { from: from.note, to: to.note })).toEqual([]);
        expect((await client.get(`/logs/${log}/${query}`)).body).toEqual(body);
      }
    }
    const [swapped, absent] = ["from=5&to=3", "from=2&to=3"];
    for (const base of ["/v1/checkpoints", `/logs/${log}`]) {
      expect(await desk.client.refused("GET", `${base}/consistency-proof?${swapped}`)).toMatchObject({
        status: 422,
        body: { code: "field_invalid", param: "from" },
      });
      expect((await desk.client.refused("GET", `${base}/consistency-proof?${absent}`)).status).toBe(404);
      for (const wrong of ["", "from=1", "from=x&to=3", "from=0&to=3", "from=3&to=3.5"]) {
        expect((await desk.client.refused("GET", `${base}/consistency-proof?${wrong}`)).status).toBe(422);
      }
    }
  });

  test("anybody can keep a log's checkpoints, and finds nothing of any order in them", async () => {
    const [newest, before] = (await list()).data as [CheckpointView, CheckpointView];
    const text = async (path: string) => {
      const answer = await fetch(desk.service.baseUrl + path);
      expect(answer.status).toBe(200);
      return { headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
    };
    const head = await text(`/logs/${newest.log}/checkpoint`);
    expect(head.body.toString()).toBe(newest.note);
    const address = `/logs/${newest.log}/checkpoints/${newest.size}`;
    expect(head.headers.get("Content-Location")).toBe(address);
    expect(head.headers.get("Link")).toContain(`<${address}.p7s>`);
    expect(head.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect((await text(address)).body.toString()).toBe(newest.note);
    expect((await text(`/logs/${newest.log}/checkpoints/${before.size}`)).body.toString()).toBe(before.note);
    const signed = await desk.client.get<SignedCheckpointView>(`/v1/checkpoints/${newest.size}`);
    const signature = await text(`${address}.p7s`);
    expect(signature.body.toString("base64")).toBe(signed.body.signature);
    expect(signature.headers.get("Content-Type")).toBe("application/pkcs7-signature");
    for (const secret of [desk.tenantId, "Test Company", ...all.map(({ id }) => id)]) {
      expect(head.body.toString() + signature.body.toString("latin1")).not.toContain(secret);
    }
  });

  test("there is no other log, whatever it is asked for by", async () => {
    const { log } = (await list()).data[0]!;
    const other = `${log.slice(0, -1)}${log.endsWith("0") ? "1" : "0"}`;
    for (const name of [other, "x", log.toUpperCase(), `ord${log.slice(3)}`, desk.tenantId]) {
      for (const path of [
        "checkpoint",
        "checkpoints/3",
        "checkpoints/3.p7s",
        "consistency-proof?from=3&to=4",
      ]) {
        const refused = await desk.client.refused("GET", `/logs/${name}/${path}`);
        expect(refused).toMatchObject({ status: 404, body: { code: "not_found", detail: "No such log." } });
      }
    }
  });
});
