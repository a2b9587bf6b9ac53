import type { CallbackForm } from "../../../../../api/callbacks/callbackForm.js";
import type { Platform } from "../../../../../api/platform.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { ada, OrderDesk, uuidOf } from "../../../../support/orderDesk.js";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";

let desk: OrderDesk;
let server: ProviderServer;
let status: number;

beforeEach(async () => {
  status = 200;
  desk = await OrderDesk.open();
  // Whoever answers repeats what they were told.
  server = await startProvider(({ body }, response) =>
    response
      .writeHead(status, { "x-heard": body.toString(), ...(status === 503 && { "retry-after": "7200" }) })
      .end(body),
  );
});
afterEach(async () => {
  await server.stop();
  await desk.close();
});

const settle = (more: Partial<Platform> = {}) =>
  new Dispatcher({ ...desk.service.platform, ...more }).settle();
const deliveries = () =>
  desk.sql<{ state: string; attempts: number; due_at: Date; last_error: string | null }>(
    "SELECT state, attempts, due_at, last_error FROM webhook_deliveries ORDER BY notification_id",
  );

/** An order whose callback is told of its beginning. */
async function calledBack(): Promise<string> {
  const callback = { url: `${server.baseUrl}/hook`, events: ["order.*"] };
  return uuidOf((await desk.order([ada], { callback })).id);
}

/** Our form, otherwise. */
function withForm(changed: Partial<CallbackForm>): Partial<Platform> {
  const { callbackForms } = desk.service.platform;
  return { callbackForms: { ...callbackForms, paraph: { ...callbackForms.paraph, ...changed } } };
}

test("an order's callback is told of the order's events, each with its number", async () => {
  const order = await calledBack();
  await settle();
  expect(server.requests.length).toBeGreaterThan(0);
  const bodies = server.requests.map(({ body }) => JSON.parse(body.toString()));
  const events = await desk.sql<{ seq: number; type: string }>(
    "SELECT seq, type FROM events WHERE type LIKE 'order.%' ORDER BY seq",
  );
  expect(
    bodies.map(({ type, data }) => ({ type, seq: data.sequence })).sort((a, b) => a.seq - b.seq),
  ).toEqual(events);
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    path: "/hook",
    headers: { "webhook-signature": expect.stringMatching(/^v1,\S+ v1a,\S+$/) },
  });
  const lanes = await desk.sql("SELECT DISTINCT kind, destination FROM webhook_deliveries");
  expect(lanes).toEqual([{ kind: "callback", destination: order }]);
});

test("a form's pauses and its time are kept to, and after the last pause it has failed", async () => {
  await calledBack();
  status = 500;
  const asked: number[] = [];
  const { outboundHttp } = desk.service.platform;
  const form = withForm({ pauses: () => [5, 10], timeoutMs: 30_000 });
  const adapters = {
    ...form,
    outboundHttp: {
      ...outboundHttp,
      send: (request: Parameters<typeof outboundHttp.send>[0]) => {
        asked.push(request.timeoutMs);
        return outboundHttp.send(request);
      },
    },
  };
  const owed = (await deliveries()).length;
  await settle(adapters);
  for (const seconds of [5.6, 11.1, 100]) {
    desk.service.clock.advance(seconds);
    await settle(adapters);
  }
  expect(await deliveries()).toMatchObject(Array(owed).fill({ state: "failed", attempts: 3 }));
  expect(asked).toEqual(Array(owed * 3).fill(30_000));
});

test("where a form has nothing to tell, no request is made, and it is cancelled", async () => {
  await calledBack();
  await settle(withForm({ body: async () => null }));
  expect(new Set((await deliveries()).map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  expect([server.requests, await desk.sql("SELECT number FROM webhook_attempts")]).toEqual([[], []]);
});

test("where a form cannot make its body, that is a failure of ours, and it is tried again", async () => {
  await calledBack();
  const body = () => Promise.reject(new Error("The store is away."));
  await settle(withForm({ body }));
  expect((await deliveries())[0]).toMatchObject({ state: "pending", last_error: "body_failed" });
  desk.service.clock.advance(6);
  await settle();
  expect(new Set((await deliveries()).map(({ state }) => state))).toEqual(new Set(["delivered"]));
});

test("what was made for one request alone is not kept, nor what its answer repeats of it: its status is, and its Retry-After is kept to", async () => {
  await calledBack();
  status = 503;
  const made = { body: "Ada Lovelace", contentType: "application/x-www-form-urlencoded", isRendered: true };
  await settle(withForm({ body: async () => made }));
  expect(server.requests[0]!.body.toString()).toBe("Ada Lovelace");
  expect(server.requests[0]!.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  const [attempt] = await desk.sql<{ request: Record<string, unknown> }>("SELECT * FROM webhook_attempts");
  expect(attempt).toMatchObject({ status: 503, request: { body: "rendered" }, error_class: "http_5xx" });
  const [waiting] = await deliveries();
  expect(waiting!.due_at.getTime()).toBeGreaterThanOrEqual(desk.service.clock.now().getTime() + 7_200_000);
  expect(attempt).toMatchObject({ response_headers: null, response_body: null, response_truncated: null });
});

test("what is owed to a callback that its order has no more is cancelled", async () => {
  await calledBack();
  await desk.sql("DELETE FROM callbacks");
  await settle();
  expect(new Set((await deliveries()).map(({ state }) => state))).toEqual(new Set(["cancelled"]));
  expect(server.requests).toEqual([]);
});

test("410 is a failure like another: a callback is nothing that could be disabled", async () => {
  await calledBack();
  status = 410;
  await settle();
  expect((await deliveries())[0]).toMatchObject({ state: "pending", last_error: "gone" });
  expect(await desk.sql("SELECT kind FROM notices")).toEqual([]);
});

test("a body that is never written holds nothing up: it is a failure of ours, and tried again", async () => {
  await calledBack();
  const body = () => new Promise<never>(() => undefined);
  await settle(withForm({ body }));
  for (const delivery of await deliveries()) {
    expect(delivery).toMatchObject({ state: "pending", attempts: 1, last_error: "body_failed" });
  }
  expect(server.requests).toHaveLength(0);
}, 15_000);
