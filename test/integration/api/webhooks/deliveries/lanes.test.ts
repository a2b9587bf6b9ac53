import type { ServerResponse } from "node:http";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";

let desk: WebhookDesk;
let server: ProviderServer;
/** Answers that are kept back, by path. */
let waiting: Map<string, ServerResponse[]>;
/** Requests that were under way at once at most, by path. */
let most: Map<string, number>;
/** What answers after so many requests; null: as long as it is not slow, all is well. */
let turn: { readonly after: number; readonly answer: (response: ServerResponse) => unknown } | null;

beforeEach(async () => {
  waiting = new Map();
  most = new Map();
  turn = null;
  desk = await WebhookDesk.open();
  server = await startProvider(({ path }, response) => {
    if (turn && server.requests.length > turn.after) return turn.answer(response);
    if (!path.startsWith("/slow")) return response.end();
    const others = waiting.get(path) ?? [];
    waiting.set(path, [...others, response]);
    most.set(path, Math.max(most.get(path) ?? 0, others.length + 1));
    return undefined;
  });
});
afterEach(async () => {
  await server.stop();
  await Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.stop()));
  await desk.close();
});

const count = (path: string) => server.requests.filter((request) => request.path === path).length;

/** Stopped at the latest when the test is over, however it went. */
function started(): Dispatcher {
  const dispatcher = new Dispatcher(desk.platform);
  dispatcher.start();
  dispatchers.push(dispatcher);
  return dispatcher;
}
const dispatchers: Dispatcher[] = [];

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Whoever waits gets their answer; whoever comes gets it as well. */
function release(path: string): void {
  const answer = () => {
    for (const response of waiting.get(path) ?? []) response.end();
    waiting.set(path, []);
  };
  const timer = setInterval(answer, 2);
  timer.unref();
  releases.push(timer);
}
const releases: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const timer of releases.splice(0)) clearInterval(timer);
});

test("a lane has ten requests under way at most, however much is due, and fills them again as they end", async () => {
  const endpoint = await desk.endpoint(`${server.baseUrl}/slow`);
  await desk.tell(35);
  const settled = desk.settle();
  await until(() => count("/slow") === 10);
  for (const response of waiting.get("/slow")!.splice(0, 3)) response.end();
  await until(() => count("/slow") === 13);
  expect(most.get("/slow")).toBe(10);
  release("/slow");
  await settled;
  expect(most.get("/slow")).toBe(10);
  expect(await desk.states(endpoint)).toEqual({ delivered: 35 });
});

test("one dead and one slow endpoint hold up no other: it is told of everything before they have ended one request", async () => {
  const gone = await startProvider(() => undefined);
  await desk.endpoint(`${gone.baseUrl}/dead`);
  await desk.endpoint(`${server.baseUrl}/slow`);
  const healthy = await desk.endpoint(`${server.baseUrl}/healthy`);
  await desk.tell(200);
  const settled = desk.settle();
  await until(() => count("/healthy") === 200);
  expect([gone.requests.length, count("/slow")]).toEqual([10, 10]);
  await until(async () => (await desk.states(healthy))["delivered"] === 200);
  await gone.stop();
  release("/slow");
  await settled;
});

test("with sixty lanes at a standstill there are slots left for the next one", async () => {
  const others = await Promise.all(["A", "B"].map((name) => desk.service.tenant(name)));
  for (let lane = 0; lane < 60; lane++) {
    await desk.endpoint(`${server.baseUrl}/slow/${lane}`, { tenantId: others[lane % 2]!.tenantId });
  }
  for (const { tenantId } of others) await desk.tell(20, "test", tenantId);
  const dispatcher = started();
  await until(() => waiting.size === 60);
  expect(Math.max(...most.values())).toBe(10);
  const healthy = await desk.endpoint(`${server.baseUrl}/healthy`);
  await desk.tell(100);
  await until(async () => (await desk.states(healthy))["delivered"] === 100);
  expect(server.requests.length - count("/healthy")).toBeLessThan(500);
  for (let lane = 0; lane < 60; lane++) release(`/slow/${lane}`);
  await dispatcher.stop();
}, 30_000);

test("one tenant with a hundred and twenty lanes at a standstill leaves others a third of the slots", async () => {
  for (let lane = 0; lane < 120; lane++) await desk.endpoint(`${server.baseUrl}/slow/${lane}`);
  await desk.tell(10);
  const dispatcher = started();
  await until(() => server.requests.length >= 200);
  const other = (await desk.service.tenant("B")).tenantId;
  const healthy = await desk.endpoint(`${server.baseUrl}/healthy`, { tenantId: other });
  await desk.tell(100, "test", other);
  await until(async () => (await desk.states(healthy))["delivered"] === 100);
  expect(server.requests.length - count("/healthy")).toBeLessThanOrEqual(335);
  for (let lane = 0; lane < 120; lane++) release(`/slow/${lane}`);
  await dispatcher.stop();
}, 30_000);

test("where there are more lanes than slots, each has its turn before the first has had all", async () => {
  const lanes = Array.from({ length: 320 }, (_, lane) => `/lane/${lane}`);
  for (const path of lanes) await desk.endpoint(server.baseUrl + path);
  await desk.tell(40);
  turn = { after: 0, answer: (response) => setTimeout(() => response.end(), 250) };
  const dispatcher = started();
  await until(() => new Set(server.requests.map(({ path }) => path)).size === lanes.length);
  expect(Math.max(...lanes.map(count))).toBeLessThan(40);
  turn = { after: 0, answer: (response) => response.end() };
  await dispatcher.stop();
}, 30_000);

test("a dispatcher ends within its time although the database does not answer", async () => {
  const { database } = desk.platform;
  const looking = Promise.withResolvers<void>();
  const lookup = () => {
    looking.resolve();
    return new Promise<never>(() => undefined);
  };
  const onAnnounced = database.onAnnounced.bind(database);
  const silent = { lookup, onAnnounced } as unknown as typeof database;
  const dispatcher = new Dispatcher({ ...desk.platform, database: silent });
  dispatcher.start();
  await looking.promise;
  await dispatcher.stop();
}, 15_000);

test("an attempt that goes wrong in a way that nobody has thought of holds up nothing, and is made again after its lease", async () => {
  const endpoint = await desk.endpoint(`${server.baseUrl}/hook`);
  await desk.tell(30);
  let drawn = 0;
  const { random } = desk.platform;
  const integer = (below: number) => {
    drawn += 1;
    if (drawn <= 3) throw new Error("No entropy.");
    return random.integer(below);
  };
  turn = { after: 0, answer: (response) => response.writeHead(404).end() };
  await desk.settle({ random: { bytes: (length) => random.bytes(length), integer } });
  expect(count("/hook")).toBe(30);
  expect(await desk.attempts(endpoint)).toHaveLength(27);
  turn = null;
  await desk.settleAfter(61);
  expect(await desk.states(endpoint)).toEqual({ delivered: 30 });
});

test("what a paused endpoint is owed waits, and goes when it is enabled again", async () => {
  const endpoint = await desk.endpoint(`${server.baseUrl}/paused`);
  await desk.sql("UPDATE webhook_lanes SET held = true WHERE lane = $1", [endpoint]);
  await desk.tell(15);
  await desk.settle();
  expect(count("/paused")).toBe(0);
  expect(await desk.deliveries(endpoint)).toMatchObject(Array(15).fill({ state: "pending", attempts: 0 }));
  await desk.sql("UPDATE webhook_lanes SET held = false WHERE lane = $1", [endpoint]);
  await desk.settle();
  expect(await desk.states(endpoint)).toEqual({ delivered: 15 });
});

test("a dispatcher that was started is woken by what is announced, goes on by itself, and ends what is under way", async () => {
  const endpoint = await desk.endpoint(`${server.baseUrl}/slow`);
  const dispatcher = started();
  await desk.tell(12);
  await until(() => count("/slow") === 10);
  const stopped = dispatcher.stop();
  for (const response of waiting.get("/slow")!) response.end();
  await stopped;
  expect(await desk.states(endpoint)).toEqual({ delivered: 10, pending: 2 });
  expect(count("/slow")).toBe(10);
});

describe("on a lane that answers fast, others are claimed ahead of the ten under way", () => {
  const claimedAtOnce = async (endpoint: string) =>
    (await desk.deliveries(endpoint)).filter(({ state, attempts }) => state === "pending" && attempts > 0)
      .length;

  test("when it begins to fail they are given back: they have used up no attempt", async () => {
    turn = { after: 150, answer: (response) => response.writeHead(503).end() };
    const endpoint = await desk.endpoint(`${server.baseUrl}/hook`);
    await desk.tell(300);
    await desk.settle();
    const deliveries = await desk.deliveries(endpoint);
    const failed = server.requests.length - 150;
    expect(failed).toBeLessThanOrEqual(20);
    expect(await desk.states(endpoint)).toEqual({ delivered: 150, pending: 150 });
    expect(deliveries.filter(({ last_error }) => last_error === "http_5xx")).toHaveLength(failed);
    for (const { last_error, attempts, tries } of deliveries) {
      if (last_error === null) expect(attempts).toBe(tries);
    }
    expect(deliveries.filter(({ attempts }) => attempts > 0)).toHaveLength(150 + failed);
    expect(await desk.attempts(endpoint)).toHaveLength(150 + failed);
  });

  test("when the process stops they are given back, and those under way are waited for", async () => {
    const held: ServerResponse[] = [];
    turn = { after: 150, answer: (response) => held.push(response) };
    const endpoint = await desk.endpoint(`${server.baseUrl}/hook`);
    await desk.tell(300);
    const dispatcher = started();
    await until(() => held.length === 10);
    await until(async () => (await desk.states(endpoint))["delivered"] === 150);
    const ahead = (await claimedAtOnce(endpoint)) - 10;
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(40);
    const stopped = dispatcher.stop();
    for (const response of held) response.end();
    await stopped;
    expect(await claimedAtOnce(endpoint)).toBe(0);
    expect(await desk.states(endpoint)).toEqual({ delivered: 160, pending: 140 });
    turn = null;
    await desk.settle();
    expect(server.requests).toHaveLength(300);
    expect((await desk.attempts(endpoint)).every(({ number }) => number === 1)).toBe(true);
  });
});
