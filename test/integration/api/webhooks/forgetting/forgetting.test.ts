import { sweep } from "../../../../../api/work/sweeper.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeEach(async () => {
  history = await HistoryDesk.open();
});
afterEach(() => history.close());

const day = 86_400;

async function count(table: string, where = "true"): Promise<number> {
  const [row] = await history.desk.sql<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`);
  return Number(row!.count);
}

async function sweepDry(): Promise<number> {
  for (let rounds = 0; rounds < 20; rounds++) {
    if ((await sweep(history.desk.service.platform)) === 0) return rounds;
  }
  throw new Error("The sweeper finds no end.");
}

test("what was told is forgotten after 30 days with its deliveries and attempts, and what is younger stays", async () => {
  const endpoint = await history.endpoint("/hook", { events: ["order.created"] });
  await history.desk.order();
  await history.tell();
  const old = await history.notifications();
  history.desk.service.clock.advance(day);
  const young = await history.desk.order();
  await history.tell();
  history.desk.service.clock.advance(29 * day);
  await sweepDry();
  const left = await history.notifications();
  expect(old.length).toBeGreaterThan(0);
  expect(left.map(({ id }) => id)).toEqual(expect.not.arrayContaining(old.map(({ id }) => id)));
  expect((await history.deliveries(endpoint.at)).map(({ order }) => order)).toEqual([young.id]);
  expect([await count("webhook_deliveries"), await count("webhook_attempts")]).toEqual([1, 1]);
  history.desk.service.clock.advance(day);
  await sweepDry();
  expect([await count("webhook_deliveries"), await count("webhook_attempts")]).toEqual([0, 0]);
});

test("250 old notifications go in three rounds, the oldest first, also what waits for a paused endpoint", async () => {
  const endpoint = await history.endpoint("/hook", { paused: true });
  const seeded = await history.seed(250);
  await history.client.post(`${endpoint.at}/replays`, {
    from: new Date(history.desk.service.clock.now().getTime() - 3600_000).toISOString(),
    only: "all",
  });
  await sweepDry();
  expect(await count("webhook_deliveries", "state = 'pending'")).toBeGreaterThanOrEqual(250);
  history.desk.service.clock.advance(31 * day);
  const { platform } = history.desk.service;
  await sweep(platform);
  const [oldest] = await history.desk.sql<{ at: Date }>("SELECT min(occurred_at) AS at FROM notifications");
  expect(await count("notifications")).toBeGreaterThanOrEqual(150);
  const { status } = await history.client.refused("GET", `/v1/notifications/${seeded[99]}`);
  expect(status).toBe(404);
  expect((await history.client.get(`/v1/notifications/${seeded[100]}`)).status).toBe(200);
  expect(oldest!.at).toBeInstanceOf(Date);
  await sweepDry();
  expect([await count("notifications"), await count("webhook_deliveries")]).toEqual([0, 0]);
});

test("of a deleted endpoint what is pending is cancelled after a minute, and it goes itself a month later", async () => {
  const endpoint = await history.endpoint("/hook", {
    paused: true,
    contact: { email: "ops@example.org" },
  });
  await history.desk.order();
  const { client, service } = history.desk;
  await client.request("DELETE", endpoint.at);
  service.clock.advance(61);
  await sweepDry();
  const states = (await history.deliveries(endpoint.at)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["cancelled"]));
  service.clock.advance(30 * day);
  await sweepDry();
  expect((await history.client.get(`${endpoint.at}/deliveries`)).status).toBe(200);
  service.clock.advance(2 * day);
  await sweepDry();
  expect((await history.client.refused("GET", `${endpoint.at}/deliveries`)).status).toBe(404);
  const tables = ["webhook_endpoints", "webhook_lanes", "webhook_secrets", "notices", "webhook_replays"];
  for (const table of tables) expect([table, await count(table)]).toEqual([table, 0]);
});

test("1,100 deliveries to a deleted endpoint are cancelled in bounded steps", async () => {
  const endpoint = await history.endpoint("/hook", { paused: true });
  await history.seed(1100);
  await history.client.post(`${endpoint.at}/replays`, {
    from: new Date(history.desk.service.clock.now().getTime() - 3600_000).toISOString(),
    only: "all",
  });
  await sweepDry();
  await history.client.request("DELETE", endpoint.at);
  history.desk.service.clock.advance(61);
  const before = await count("webhook_deliveries", "state = 'pending'");
  await sweep(history.desk.service.platform);
  expect(await count("webhook_deliveries", "state = 'pending'")).toBe(before - 500);
  await sweepDry();
  expect(await count("webhook_deliveries", "state = 'pending'")).toBe(0);
});

test("an old secret goes when it signs no more, and a replay a month after it was done", async () => {
  const endpoint = await history.endpoint("/hook");
  await history.client.post(`${endpoint.at}/rotate-secret`, { overlap_seconds: 3600 });
  const from = new Date(history.desk.service.clock.now().getTime() - 3600_000).toISOString();
  await history.client.post(`${endpoint.at}/replays`, { from, only: "all" });
  await sweepDry();
  expect([await count("webhook_secrets"), await count("webhook_replays", "state = 'done'")]).toEqual([2, 1]);
  history.desk.service.clock.advance(3601);
  await sweepDry();
  expect([await count("webhook_secrets"), await count("webhook_replays")]).toEqual([1, 1]);
  history.desk.service.clock.advance(31 * day);
  await sweepDry();
  expect([await count("webhook_secrets"), await count("webhook_replays")]).toEqual([1, 0]);
});

test("while one tenant's past is being forgotten elsewhere, another's is not kept waiting", async () => {
  await history.endpoint("/hook");
  await history.seed(2);
  const { service, tenantId } = history.desk;
  service.clock.advance(60);
  const other = await service.tenant("Others");
  await history.desk.sql(
    `INSERT INTO notifications (tenant_id, id, mode, type, occurred_at, payload)
     SELECT '${other.tenantId}', gen_random_uuid(), mode, type, occurred_at + interval '1 minute', payload FROM notifications`,
  );
  await history.desk.sql(
    `UPDATE notifications SET id = uuidv7(occurred_at - now()) WHERE tenant_id = '${other.tenantId}'`,
  );
  service.clock.advance(31 * day);
  await service.platform.database.withTenant(tenantId, async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended(:tenant::uuid::text, 21))");
    await sweep(service.platform);
  });
  expect(await count("notifications", `tenant_id = '${tenantId}'`)).toBeGreaterThan(0);
  expect(await count("notifications", `tenant_id <> '${tenantId}'`)).toBe(0);
});
