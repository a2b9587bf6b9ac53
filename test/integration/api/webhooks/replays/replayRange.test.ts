import type { ReplayView } from "../../../../../api/webhooks/replays/replayViews.js";
import { sweep } from "../../../../../api/work/sweeper.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeEach(async () => {
  history = await HistoryDesk.open();
});
afterEach(() => history.close());

const request = (at: string, body: object) => history.client.post<ReplayView>(`${at}/replays`, body);

/** A replay, worked off. */
async function replayed(at: string, body: object): Promise<ReplayView> {
  const answer = await request(at, body);
  expect([answer.status, answer.body]).toMatchObject([202, { state: "pending", replayed: 0 }]);
  await sweep(history.desk.service.platform);
  return (await history.client.get<ReplayView>(`${at}/replays/${answer.body.id}`)).body;
}

const ago = (seconds: number) =>
  new Date(history.desk.service.clock.now().getTime() - seconds * 1000).toISOString();

describe("of five notifications, one delivered, one given up, one cancelled, one waiting and one never owed,", () => {
  let at: string;
  let ids: { delivered: string; failed: string; cancelled: string; waiting: string; never: string };
  beforeEach(async () => {
    // Its filter is other than what it is asked for below.
    ({ at } = await history.endpoint("/hook", { events: ["order.*"] }));
    const [delivered, failed, cancelled, waiting, never] = (await history.seed(5)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    ids = { delivered, failed, cancelled, waiting, never };
    await history.seed(1, "key.created");
    await history.desk.sql(
      `INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, attempts, tries,
         due_at, created_at, concluded_at)
       SELECT n.tenant_id, e.id, n.id, 'endpoint', e.id, s.state, 10, 10, n.occurred_at + interval '1 day',
         n.occurred_at, CASE WHEN s.state <> 'pending' THEN n.occurred_at END
       FROM (SELECT tenant_id, id, occurred_at, row_number() OVER (ORDER BY id) AS number FROM notifications
           WHERE type = 'order.completed') n
       JOIN webhook_endpoints e ON e.tenant_id = n.tenant_id
       JOIN (VALUES (1, 'delivered'), (2, 'failed'), (3, 'cancelled'), (4, 'pending')) AS s (number, state)
         ON s.number = n.number;
       INSERT INTO webhook_attempts (tenant_id, destination, notification_id, number, started_at, timing, request)
       SELECT tenant_id, destination, notification_id, attempts, created_at, '{}', '{}' FROM webhook_deliveries`,
    );
  });

  test.each([
    ["failed", ["failed"]],
    ["missed", ["failed", "cancelled", "waiting", "never"]],
    ["all", ["delivered", "failed", "cancelled", "waiting", "never"]],
  ] as const)("those are told that %s asks for, each once, oldest first", async (only, expected) => {
    const replay = await replayed(at, { from: ago(60), only });
    expect(replay).toMatchObject({ state: "done", replayed: expected.length, only, events: null });
    await history.tell();
    expect(history.receiver.counts("/hook")).toEqual(
      Object.fromEntries(expected.map((name) => [ids[name], 1])),
    );
    for (const name of expected) {
      expect(await history.delivery(at, ids[name])).toMatchObject({ state: "delivered" });
    }
  });

  test("those outside of the span are left alone, its end included", async () => {
    const { body } = await history.client.get<{ occurred_at: string }>(`/v1/notifications/${ids.cancelled}`);
    const { body: last } = await history.client.get<{ occurred_at: string }>(
      `/v1/notifications/${ids.never}`,
    );
    await replayed(at, { from: body.occurred_at, to: last.occurred_at, only: "all" });
    await history.tell();
    expect(Object.keys(history.receiver.counts("/hook")).sort()).toEqual([ids.cancelled, ids.waiting].sort());
  });

  test("events say which types are told, whatever the endpoint's filter is", async () => {
    const replay = await replayed(at, { from: ago(60), only: "missed", events: ["key.*"] });
    expect(replay).toMatchObject({ replayed: 1, events: ["key.*"] });
    await history.tell();
    const [told] = history.receiver.received;
    expect(JSON.parse(told!.body)).toMatchObject({ type: "key.created" });
  });
});

test("a test that was sent is not told again with what happened", async () => {
  const { at } = await history.endpoint("/hook");
  await history.client.post(`${at}/test`, { type: "order.completed" });
  expect(await replayed(at, { from: ago(60), only: "all" })).toMatchObject({ state: "done", replayed: 0 });
});

test("2,100 notifications are worked off in batches, and the replay says how far it has got", async () => {
  const { at } = await history.endpoint("/hook", { paused: true });
  const seeded = await history.seed(2100);
  const { body } = await request(at, { from: ago(3600), only: "missed" });
  const { platform } = history.desk.service;
  let batches = 0;
  const database = Object.assign(Object.create(platform.database), {
    withTenant: (tenantId: string, work: Parameters<typeof platform.database.withTenant>[1]) => {
      batches += 1;
      return platform.database.withTenant(tenantId, work);
    },
  });
  await sweep({ ...platform, database });
  // The claim, and 500 in each.
  expect(batches).toBe(6);
  const { body: done } = await history.client.get<ReplayView>(`${at}/replays/${body.id}`);
  expect(done).toMatchObject({ state: "done", replayed: 2100 });
  expect(Date.parse(done.reached_at!)).toBeGreaterThan(Date.parse(body.from));
  const [row] = await history.desk.sql<{ count: string }>("SELECT count(*) FROM webhook_deliveries");
  expect(Number(row!.count)).toBe(seeded.length);
});

test("a replay whose endpoint is disabled meanwhile is cancelled and owes it nothing", async () => {
  const { at } = await history.endpoint("/hook");
  await history.seed(3);
  const { body } = await request(at, { from: ago(60), only: "all" });
  await history.desk.sql(
    "UPDATE webhook_endpoints SET state = 'disabled', disabled_reason = 'gone', disabled_at = now()",
  );
  await sweep(history.desk.service.platform);
  const { body: replay } = await history.client.get<ReplayView>(`${at}/replays/${body.id}`);
  expect(replay).toMatchObject({ state: "cancelled", replayed: 0, done_at: expect.any(String) });
  expect(await history.deliveries(at)).toEqual([]);
  const refused = await history.client.refused("POST", `${at}/replays`, { from: ago(60), only: "all" });
  expect([refused.status, refused.body.code]).toEqual([409, "endpoint_disabled"]);
});

test("a tenant has five replays pending at most, whichever endpoints they are of", async () => {
  const [one, other] = [await history.endpoint("/one"), await history.endpoint("/other")];
  const body = { from: ago(60), only: "all" };
  const answers = await Promise.all(
    [one, other, one, other, one, other, one].map(({ at }) => request(at, body)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429, 429]);
  const refused = answers.find(({ status }) => status === 429)!;
  expect(refused.headers.get("Retry-After")).toBe("10");
  await sweep(history.desk.service.platform);
  history.desk.service.clock.advance(1);
  expect((await request(one.at, body)).status).toBe(202);
  const { body: list } = await history.client.get<{ data: ReplayView[] }>(`${one.at}/replays`);
  const { body: others } = await history.client.get<{ data: ReplayView[] }>(`${other.at}/replays`);
  expect(list.data.length + others.data.length).toBe(6);
  expect(list.data.map(({ state }) => state)).toEqual(["pending", ...list.data.slice(1).map(() => "done")]);
});

test.each([
  [{ only: "all" }, "from"],
  [{ from: "yesterday", only: "all" }, "from"],
  [{ from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z", only: "all" }, "from"],
  [{ from: "2020-01-01T00:00:00Z", only: "all" }, "from"],
  [{ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z", only: "lost" }, "only"],
  [
    { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z", only: "all", events: ["lost.*"] },
    "events[0]",
  ],
])("%j is no span that can be replayed", async (body, param) => {
  const { at } = await history.endpoint("/hook");
  const { status, body: problem } = await history.client.refused("POST", `${at}/replays`, body);
  expect([status, problem.param]).toEqual([422, param]);
});

test("two requests with one Idempotency-Key are one replay", async () => {
  const { at } = await history.endpoint("/hook");
  const body = { from: ago(60), only: "all" };
  const ask = () => history.client.post<ReplayView>(`${at}/replays`, body, { "Idempotency-Key": "replay" });
  const [first, second] = [await ask(), await ask()];
  expect(second.body.id).toBe(first.body.id);
  expect((await history.client.get<{ data: [] }>(`${at}/replays`)).body.data).toHaveLength(1);
});
