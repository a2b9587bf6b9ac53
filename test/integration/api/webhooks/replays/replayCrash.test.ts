import { parsePublicId } from "../../../../../api/ids/id.js";
import type { Platform } from "../../../../../api/platform.js";
import type { ReplayView } from "../../../../../api/webhooks/replays/replayViews.js";
import { workReplay } from "../../../../../api/webhooks/replays/workReplay.js";
import { sweep } from "../../../../../api/work/sweeper.js";
import { atEachPoint, type Fault, mortal } from "../../crashPoints.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
let hooks = 0;
const seeded = 1200;
beforeAll(async () => {
  history = await HistoryDesk.open();
  await history.seed(seeded);
});
afterAll(() => history.close());

const faults: readonly Fault[] = ["hangs", "throws"];

/** A replay of everything, three batches long, to an endpoint of its own. */
async function replayOfAll() {
  hooks += 1;
  const endpoint = await history.endpoint(`/hook${hooks}`, { paused: true });
  const { body } = await history.client.post<ReplayView>(`${endpoint.at}/replays`, {
    from: new Date(history.desk.service.clock.now().getTime() - 86_400_000).toISOString(),
    only: "missed",
    events: ["order.completed"],
  });
  const id = parsePublicId("rpl", body.id)!;
  return {
    work: (platform: Platform) => workReplay(platform, history.desk.tenantId, id),
    read: async () => (await history.client.get<ReplayView>(`${endpoint.at}/replays/${body.id}`)).body,
    rows: async () => {
      const uuid = parsePublicId("whe", endpoint.id);
      const [row] = await history.desk.sql<{ count: string }>(
        `SELECT count(*) FROM webhook_deliveries WHERE destination = '${uuid}' AND state = 'pending' AND tries = 0`,
      );
      return Number(row!.count);
    },
  };
}

test.each(faults)(
  "a process that %s at any point of a replay leaves it to the next one, and each is taken up once",
  async (fault) => {
    const points = await atEachPoint(async (at) => {
      const replay = await replayOfAll();
      const outcome = await mortal(history.desk.service.platform, at, fault).live(replay.work);
      history.desk.service.clock.advance(61);
      for (let round = 0; round < 3; round++) await sweep(history.desk.service.platform);
      expect({ at, ...(await replay.read()) }).toMatchObject({ at, state: "done", replayed: seeded });
      expect({ at, rows: await replay.rows() }).toEqual({ at, rows: seeded });
      return outcome;
    });
    // The claim and three batches, each with a point before, one within and one after.
    expect(points).toBeGreaterThanOrEqual(12);
  },
  240_000,
);

test("a process whose lease has run out leaves a replay to the one that has it now, wherever that one has got to", async () => {
  const replay = await replayOfAll();
  const { platform, clock } = history.desk.service;
  // The other has it after the first batch, makes the second, and does not get on either.
  const other = interrupted(platform, 3, () => Promise.reject(new Error("out of order")));
  const slow = interrupted(platform, 3, async () => {
    clock.advance(61);
    await expect(replay.work(other)).rejects.toThrow();
  });
  await replay.work(slow);
  expect(await replay.read()).toMatchObject({ state: "pending", replayed: 1000 });
  clock.advance(6);
  await sweep(platform);
  expect(await replay.read()).toMatchObject({ state: "done", replayed: seeded });
  expect(await replay.rows()).toBe(seeded);
});

/** A platform on which something happens before a transaction. @param at its number, from 1 */
function interrupted(platform: Platform, at: number, happens: () => Promise<void>): Platform {
  let calls = 0;
  const withTenant: Platform["database"]["withTenant"] = async (tenantId, work) => {
    calls += 1;
    if (calls === at) await happens();
    return platform.database.withTenant(tenantId, work);
  };
  return { ...platform, database: Object.assign(Object.create(platform.database), { withTenant }) };
}

test("a replay that cannot get on is tried again later, and stands among what is stuck after the third time", async () => {
  const replay = await replayOfAll();
  const { platform, clock } = history.desk.service;
  const { id } = await replay.read();
  for (let round = 0; round < 3; round++) {
    // The claim, and what is noted afterwards, succeed; the batch does not.
    const broken = interrupted(platform, 2, () =>
      Promise.reject(new Error("connect ECONNREFUSED 10.0.0.3:5432")),
    );
    await expect(replay.work(broken)).rejects.toThrow();
    expect(await replay.work(platform)).toBe(false);
    clock.advance(30);
  }
  const { body } = await history.client.get<{ data: object[] }>("/v1/stuck-work");
  const subject = parsePublicId("rpl", id)!;
  expect(body.data).toEqual([
    {
      kind: "replay",
      subject,
      order: null,
      since: expect.any(String),
      attempts: 3,
      next_try_at: expect.any(String),
      cause: "An unexpected fault, which the service's log names.",
    },
  ]);
  expect((await history.client.post(`/v1/stuck-work/replay/${subject}/retry`)).status).toBe(204);
  await sweep(platform);
  expect(await replay.read()).toMatchObject({ state: "done", replayed: seeded });
  expect((await history.client.get<{ data: object[] }>("/v1/stuck-work")).body.data).toEqual([]);
});
