import { parsePublicId } from "../../../../../api/ids/id.js";
import type { DeliveryView } from "../../../../../api/webhooks/history/historyViews.js";
import { ApiClient } from "../../../../support/apiClient.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeAll(async () => {
  history = await HistoryDesk.open();
});
afterAll(() => history.close());
afterEach(() => {
  history.receiver.answer = (response) => response.writeHead(204).end();
});

const replay = (at: string, notification: string, key?: string) =>
  history.client.post<DeliveryView>(
    `${at}/deliveries/${notification}/replay`,
    {},
    key === undefined ? {} : { "Idempotency-Key": key },
  );

/** An endpoint of its own that was told of one order. */
async function told(path: string, more: object = {}) {
  const endpoint = await history.endpoint(path, { events: ["order.created"], ...more });
  await history.desk.order();
  await history.tell();
  const [delivery] = await history.deliveries(endpoint.at);
  return { endpoint, notification: delivery!.notification };
}

test("a delivery that was made is made once more, with the same webhook-id and body, and the counting goes on", async () => {
  const { endpoint, notification } = await told("/again");
  const answer = await replay(endpoint.at, notification);
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ state: "pending", attempt_count: 1, concluded_at: null });
  await history.tell();
  expect(history.receiver.counts("/again")).toEqual({ [notification]: 2 });
  const [first, second] = history.receiver.received.filter(({ path }) => path === "/again");
  expect(second!.body).toBe(first!.body);
  const delivery = await history.delivery(endpoint.at, notification);
  expect(delivery).toMatchObject({ state: "delivered", attempt_count: 2 });
  expect(delivery.attempts.map(({ number }) => number)).toEqual([1, 2]);
});

test("a notification that an endpoint was never owed is told to it", async () => {
  const { notification } = await told("/first");
  const late = await history.endpoint("/late", { events: ["key.*"] });
  expect(await history.deliveries(late.at)).toEqual([]);
  expect((await replay(late.at, notification)).status).toBe(202);
  await history.tell();
  expect(history.receiver.counts("/late")).toEqual({ [notification]: 1 });
});

test("one that was given up begins the whole schedule anew", async () => {
  history.receiver.answer = (response) => response.writeHead(404).end();
  const { endpoint, notification } = await told("/down");
  await history.desk.sql(
    `UPDATE webhook_deliveries SET state = 'failed', tries = 10, concluded_at = now() WHERE destination = (
       SELECT id FROM webhook_endpoints WHERE url LIKE '%/down')`,
  );
  await replay(endpoint.at, notification);
  await history.tell();
  const { state, next_try_at, attempts } = await history.delivery(endpoint.at, notification);
  expect([state, attempts.length]).toEqual(["pending", 2]);
  const waits = Date.parse(next_try_at!) - history.desk.service.clock.now().getTime();
  expect(waits).toBeGreaterThanOrEqual(5000);
  expect(waits).toBeLessThanOrEqual(5500);
});

test("one that waits for its next try is tried at once", async () => {
  history.receiver.answer = (response) => response.writeHead(500).end();
  const { endpoint, notification } = await told("/waiting");
  await history.tell();
  expect(history.receiver.counts("/waiting")).toEqual({ [notification]: 1 });
  await replay(endpoint.at, notification);
  await history.tell();
  expect(history.receiver.counts("/waiting")).toEqual({ [notification]: 2 });
});

test("one that is being tried is not sent a second time beside it, and that try is the first of the new schedule", async () => {
  let arrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let release: () => void = () => undefined;
  const endpoint = await history.endpoint("/slow", { events: ["order.created"] });
  history.receiver.answer = (response, { path }) => {
    if (path !== "/slow") {
      response.writeHead(204).end();
      return;
    }
    release = () => response.writeHead(500).end();
    arrived();
  };
  await history.desk.order();
  // It is the last try of its schedule: after it, it would be given up.
  await history.desk.sql(
    `UPDATE webhook_deliveries SET tries = 9 WHERE destination = (
       SELECT id FROM webhook_endpoints WHERE url LIKE '%/slow')`,
  );
  const telling = history.tell();
  await arrival;
  const [delivery] = await history.deliveries(endpoint.at);
  const answer = await replay(endpoint.at, delivery!.notification);
  expect(answer.body).toMatchObject({ state: "pending", attempt_count: 1 });
  await history.tellElsewhere();
  expect(history.receiver.counts("/slow")).toEqual({ [delivery!.notification]: 1 });
  release();
  await telling;
  expect(history.receiver.counts("/slow")).toEqual({ [delivery!.notification]: 1 });
  const after = await history.delivery(endpoint.at, delivery!.notification);
  expect(after).toMatchObject({ state: "pending", attempt_count: 1 });
  history.desk.service.clock.advance(6);
  history.receiver.answer = (response) => response.writeHead(204).end();
  await history.tell();
  expect(await history.delivery(endpoint.at, delivery!.notification)).toMatchObject({ state: "delivered" });
});

test("two replays with one Idempotency-Key are one", async () => {
  const { endpoint, notification } = await told("/once");
  const first = await replay(endpoint.at, notification, "replay-1");
  await history.tell();
  const second = await replay(endpoint.at, notification, "replay-1");
  expect(second.headers.get("Idempotent-Replayed")).toBe("true");
  expect(second.body).toEqual(first.body);
  await history.tell();
  expect(history.receiver.counts("/once")).toEqual({ [notification]: 2 });
});

test("an endpoint that is paused is told when it is enabled again, and one that is disabled must be enabled first", async () => {
  const { endpoint, notification } = await told("/held");
  await history.client.request("PATCH", endpoint.at, { status: "paused" });
  expect((await replay(endpoint.at, notification)).body).toMatchObject({
    state: "pending",
    next_try_at: null,
  });
  await history.tell();
  expect(history.receiver.counts("/held")).toEqual({ [notification]: 1 });
  await history.client.request("PATCH", endpoint.at, { status: "enabled" });
  await history.tell();
  expect(history.receiver.counts("/held")).toEqual({ [notification]: 2 });
  history.receiver.answer = (response) => response.writeHead(410).end();
  await replay(endpoint.at, notification);
  await history.tell();
  const refused = await history.client.refused("POST", `${endpoint.at}/deliveries/${notification}/replay`);
  expect([refused.status, refused.body.code]).toEqual([409, "endpoint_disabled"]);
});

test("nothing is replayed to an endpoint that is deleted, nor what was told longer than 30 days ago", async () => {
  const { endpoint, notification } = await told("/deleted");
  const other = await history.endpoint("/other");
  history.desk.service.clock.advance(30 * 86_400 + 1);
  const old = await history.client.refused("POST", `${other.at}/deliveries/${notification}/replay`);
  expect(old.status).toBe(404);
  await history.client.request("DELETE", endpoint.at);
  const gone = await history.client.refused("POST", `${endpoint.at}/deliveries/${notification}/replay`);
  expect(gone.status).toBe(404);
});

test("an order's callback is told once more of its own order, and of no other", async () => {
  const url = `${history.receiver.origin}/order`;
  const callback = { url, events: ["order.created"] };
  const [order, other] = [
    await history.desk.order(undefined, { callback }),
    await history.desk.order(undefined, { callback: { ...callback, url: `${url}/other` } }),
  ];
  await history.tell();
  const at = `/v1/orders/${order.id}/callback`;
  const [told] = await history.deliveries(at);
  expect((await replay(at, told!.notification)).status).toBe(202);
  await history.tell();
  expect(history.receiver.counts("/order")).toEqual({ [told!.notification]: 2 });
  const path = `/v1/orders/${other.id}/callback/deliveries/${told!.notification}/replay`;
  expect((await history.client.refused("POST", path)).status).toBe(404);
  await history.client.request("DELETE", at);
  const deleted = await history.client.refused("POST", `${at}/deliveries/${told!.notification}/replay`);
  expect(deleted.status).toBe(404);
});

test("another tenant's notification cannot be had by replaying it to an endpoint of one's own", async () => {
  const { notification } = await told("/ours");
  const { service } = history.desk;
  const stranger = new ApiClient(service.baseUrl, (await service.tenant("Others")).apiKey);
  const { body } = await stranger.post<{ id: string }>("/v1/webhook-endpoints", {
    url: `${history.receiver.origin}/theirs`,
  });
  const path = `/v1/webhook-endpoints/${body.id}/deliveries/${notification}/replay`;
  expect((await stranger.refused("POST", path)).status).toBe(404);
});

test.each(["owed it", "never owed it"])(
  "a notification that is forgotten while its replay by an endpoint that was %s is asked for is not found",
  async (owed) => {
    const { endpoint, notification } = await told("/forgotten");
    const { at } = owed === "owed it" ? endpoint : await history.endpoint("/stranger");
    const { service, tenantId } = history.desk;
    const id = parsePublicId("ntf", notification);
    const waiting =
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let asked: ReturnType<typeof replay> | undefined;
    await service.platform.database.withTenant(tenantId, async (transaction) => {
      await transaction.query("DELETE FROM notifications WHERE tenant_id = :tenant AND id = :id", { id });
      asked = replay(at, notification);
      while ((await history.desk.sql(waiting)).length === 0);
    });
    const { status, body } = await asked!;
    expect([status, body]).toEqual([404, expect.objectContaining({ detail: "No such notification." })]);
  },
);
