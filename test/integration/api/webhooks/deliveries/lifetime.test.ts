import type { ServerResponse } from "node:http";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";

let desk: WebhookDesk;
let server: ProviderServer;
let status: number;

beforeEach(async () => {
  status = 404;
  desk = await WebhookDesk.open();
  server = await startProvider((_request, response: ServerResponse) => response.writeHead(status).end());
});
afterEach(async () => {
  await server.stop();
  await desk.close();
});

const hour = 3600;
const day = 24 * hour;
/** Seconds from each try to the one after it. */
const pauses = [5, 300, 1800, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

const stateOf = async (endpoint: string) =>
  (await desk.sql<{ state: string }>("SELECT state FROM webhook_endpoints WHERE id = $1", [endpoint]))[0]!
    .state;
const told = (type: string) => desk.sql("SELECT payload FROM notifications WHERE type = $1", [type]);
const letters = async () =>
  (await desk.sql<{ kind: string }>("SELECT kind FROM notices ORDER BY id")).map(({ kind }) => kind);

test("ten tries are made over 75 hours, each when its pause is over and not before; then it has failed", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  await desk.settle();
  for (const [index, seconds] of pauses.entries()) {
    expect(server.requests).toHaveLength(index + 1);
    const [{ due_at } = { due_at: new Date(0) }] = await desk.deliveries(endpoint);
    const wait = (due_at.getTime() - desk.service.clock.now().getTime()) / 1000;
    expect(wait).toBeGreaterThanOrEqual(seconds);
    expect(wait).toBeLessThanOrEqual(seconds * 1.1);
    await desk.settleAfter(wait - 1);
    expect(server.requests).toHaveLength(index + 1);
    await desk.settleAfter(1);
  }
  expect(server.requests).toHaveLength(10);
  expect(await desk.deliveries(endpoint)).toMatchObject([{ state: "failed", attempts: 10, tries: 10 }]);
  expect((await desk.attempts(endpoint)).map(({ number }) => number)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  await desk.settleAfter(10 * day);
  expect(server.requests).toHaveLength(10);
});

test("a delivery that succeeds at its last try is delivered", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  await desk.settle();
  for (const seconds of pauses.slice(0, -1)) await desk.settleAfter(seconds * 1.1);
  status = 200;
  await desk.settleAfter(pauses.at(-1)! * 1.1);
  expect(await desk.deliveries(endpoint)).toMatchObject([{ state: "delivered", attempts: 10 }]);
});

test("after a day of nothing but failure a letter and an event say so, once", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  const listener = await desk.endpoint(`${server.baseUrl}/listener`, { events: ["endpoint.*"] });
  await desk.sql("UPDATE webhook_lanes SET held = true WHERE lane = $1", [listener]);
  await desk.tell();
  await desk.settle();
  const since = desk.service.clock.now();
  await desk.settleAfter(day - 1);
  expect([await letters(), await told("endpoint.failing")]).toEqual([[], []]);
  await desk.tell();
  await desk.settleAfter(1);
  expect(await letters()).toEqual(["endpoint_failing"]);
  const payload = JSON.parse((await told("endpoint.failing"))[0]!["payload"] as string);
  expect(payload.data).toMatchObject({
    failing_since: since.toISOString(),
    disabled_at: new Date(since.getTime() + 5 * day * 1000).toISOString(),
    last_error: "http_4xx",
  });
  for (let more = 0; more < 3; more++) {
    await desk.tell();
    await desk.settleAfter(hour);
  }
  expect([await letters(), (await told("endpoint.failing")).length]).toEqual([["endpoint_failing"], 1]);
  expect(await stateOf(endpoint)).toBe("enabled");
});

test("after five days of nothing but failure an endpoint is disabled, and not a second before", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  await desk.settle();
  await desk.tell();
  await desk.settleAfter(5 * day - 1);
  expect(await stateOf(endpoint)).toBe("enabled");
  await desk.tell();
  await desk.settleAfter(1);
  expect(await stateOf(endpoint)).toBe("disabled");
  expect(await letters()).toEqual(["endpoint_failing", "endpoint_disabled"]);
  expect(await desk.lane(endpoint)).toMatchObject({ held: true });
});

test("one success begins the five days anew", async () => {
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  await desk.settle();
  await desk.settleAfter(4 * day);
  status = 200;
  await desk.tell();
  await desk.settleAfter(100);
  expect(await desk.lane(endpoint)).toMatchObject({ failing_since: null, warned_at: null });
  status = 404;
  await desk.tell();
  await desk.settleAfter(100);
  await desk.tell();
  await desk.settleAfter(2 * day);
  expect(await stateOf(endpoint)).toBe("enabled");
  await desk.tell();
  await desk.settleAfter(3 * day);
  expect(await stateOf(endpoint)).toBe("disabled");
});
