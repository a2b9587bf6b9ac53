import type { ServerResponse } from "node:http";
import type { Platform } from "../../../../../api/platform.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";
import { atEachPoint, type Fault, mortal } from "../../crashPoints.js";

let desk: WebhookDesk;
let server: ProviderServer;
let answer: (response: ServerResponse, id: string) => unknown;

beforeEach(async () => {
  answer = (response) => response.end();
  desk = await WebhookDesk.open();
  server = await startProvider(({ headers }, response) => answer(response, String(headers["webhook-id"])));
});
afterEach(async () => {
  await server.stop();
  await desk.close();
});

const settle = (platform: Platform) => new Dispatcher(platform).settle();
const idsReceived = () => server.requests.map(({ headers }) => String(headers["webhook-id"]));
const faults: readonly Fault[] = ["hangs", "throws"];

describe.each(faults)("a process that %s at any point of delivering", (fault) => {
  test("loses nothing: after the lease it is told again, with the same webhook-id", async () => {
    const endpoint = await desk.endpoint(server.baseUrl);
    let told = 0;
    const points = await atEachPoint(async (at) => {
      told += 3;
      await desk.tell(3);
      const outcome = await mortal(desk.platform, at, fault).live(settle);
      await desk.settleAfter(61);
      const states = await desk.states(endpoint);
      expect({ at, ...states }).toEqual({ at, delivered: told });
      expect({ at, ids: new Set(idsReceived()).size }).toEqual({ at, ids: told });
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(10);
    expect(idsReceived().length).toBeGreaterThan(told);
    // What is noted is noted once.
    expect((await desk.attempts(endpoint)).filter(({ error_class }) => error_class === null)).toHaveLength(
      told,
    );
  }, 60_000);

  test("loses no failure either: it is tried until it is delivered, and the lane is well in the end", async () => {
    const endpoint = await desk.endpoint(server.baseUrl);
    let told = 0;
    const points = await atEachPoint(async (at) => {
      told += 2;
      const seen = new Set<string>();
      answer = (response, id) => {
        response.writeHead(seen.has(id) ? 200 : 500).end();
        seen.add(id);
      };
      await desk.tell(2);
      const outcome = await mortal(desk.platform, at, fault).live(settle);
      for (const seconds of [61, 7, 400]) await desk.settleAfter(seconds);
      expect({ at, ...(await desk.states(endpoint)) }).toEqual({ at, delivered: told });
      expect(await desk.lane(endpoint)).toMatchObject({ failing_since: null, failures: 0, open_until: null });
      return outcome;
    });
    expect(points).toBeGreaterThanOrEqual(9);
  }, 60_000);
});

test("several dispatchers on one database tell everything, and nothing twice", async () => {
  const endpoints = await Promise.all([1, 2, 3].map(() => desk.endpoint(server.baseUrl)));
  await desk.tell(100);
  await Promise.all([1, 2, 3].map(() => settle(desk.platform)));
  expect(server.requests).toHaveLength(300);
  for (const endpoint of endpoints) expect(await desk.states(endpoint)).toEqual({ delivered: 100 });
  expect(new Set(idsReceived()).size).toBe(100);
});

/** A platform whose requests are sent, and whose answers come when they are let through. */
function delayed(): { platform: Platform; letThrough: () => void; sent: Promise<void> } {
  const { outboundHttp } = desk.platform;
  const gate = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<void>();
  const send: typeof outboundHttp.send = async (request) => {
    const response = await outboundHttp.send(request);
    sent.resolve();
    await gate.promise;
    return response;
  };
  const platform = { ...desk.platform, outboundHttp: { ...outboundHttp, send } };
  return { platform, letThrough: gate.resolve, sent: sent.promise };
}

test.each([
  ["delivered it", 200, { state: "delivered", attempts: 2 }],
  ["failed as well", 500, { state: "pending", attempts: 2, last_status: 500 }],
])(
  "whoever concludes after the lease was taken over by one who %s changes nothing",
  async (_what, status, now) => {
    answer = (response) => response.writeHead(410).end();
    const endpoint = await desk.endpoint(server.baseUrl);
    await desk.tell();
    const { platform, letThrough, sent } = delayed();
    const late = settle(platform);
    await sent;
    answer = (response) => response.writeHead(status).end();
    await desk.settleAfter(61);
    const noted = async () => [
      await desk.deliveries(endpoint),
      await desk.attempts(endpoint),
      await desk.lane(endpoint),
      await desk.sql("SELECT state FROM webhook_endpoints"),
    ];
    const before = await noted();
    letThrough();
    await late;
    expect(await noted()).toEqual(before);
    expect(before[0]).toMatchObject([now]);
    expect(before[1]).toMatchObject([{ number: 2, status }]);
    expect(before[3]).toEqual([{ state: "enabled" }]);
  },
);

test.each([
  ["cancelled", "UPDATE webhook_deliveries SET state = 'cancelled'"],
  ["purged", "DELETE FROM webhook_deliveries"],
])("what was %s while its request was under way stays so", async (_what, sql) => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  const { platform, letThrough, sent } = delayed();
  const settled = settle(platform);
  await sent;
  await desk.sql(sql);
  const before = await desk.deliveries(endpoint);
  letThrough();
  await settled;
  expect(await desk.deliveries(endpoint)).toEqual(before);
  expect(await desk.attempts(endpoint)).toEqual([]);
});

test("while the database is away, what came of requests waits and is noted when it is back", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell(5);
  const { database } = desk.platform;
  let calls = 0;
  const query: typeof database.query = (...statement) => {
    calls += 1;
    // For all of them together, and then for each of them alone.
    return calls <= 6 ? Promise.reject(new Error("The database is away.")) : database.query(...statement);
  };
  const queries = database.queries.bind(database);
  const lookup = database.lookup.bind(database);
  await settle({ ...desk.platform, database: { lookup, query, queries } as unknown as Platform["database"] });
  expect(await desk.states(endpoint)).toEqual({ delivered: 5 });
  expect(server.requests).toHaveLength(5);
});
