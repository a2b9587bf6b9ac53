import type { ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { publicId } from "../../../../../api/ids/id.js";
import type { OutboundRequest } from "../../../../../api/ports/outboundHttp.js";
import {
  type ProviderServer,
  type ReceivedRequest,
  startProvider,
} from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";

let desk: WebhookDesk;
let server: ProviderServer;
let answer: (request: ReceivedRequest, response: ServerResponse) => unknown;

beforeAll(async () => {
  desk = await WebhookDesk.open();
  server = await startProvider((request, response) => answer(request, response));
});
afterAll(async () => {
  await server.stop();
  await desk.close();
});

/** Those of other tests are told nothing. */
async function nobodyElse(): Promise<void> {
  await desk.sql("UPDATE webhook_endpoints SET deleted_at = now() WHERE deleted_at IS NULL");
}

/** A new endpoint is told once, and nobody else. @returns its UUID */
async function toldOnce(path = "/", more: Parameters<WebhookDesk["endpoint"]>[1] = {}): Promise<string> {
  await nobodyElse();
  const endpoint = await desk.endpoint(server.baseUrl + path, more);
  await desk.tell(1, more.mode);
  await desk.settle();
  return endpoint;
}

const replyWith =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = "") =>
  (_request: ReceivedRequest, response: ServerResponse) =>
    response.writeHead(status, headers).end(body);

test("a request verifies with the package that receivers use", async () => {
  answer = replyWith(200);
  const endpoint = await toldOnce("/verified");
  const { readSecret } = await secretOf(endpoint);
  const { headers, body } = server.requests.at(-1)!;
  const told = new Webhook(readSecret).verify(body.toString(), headers as Record<string, string>);
  expect(told).toMatchObject({ type: "endpoint.test", mode: "test" });
});

/** The endpoint's HMAC key as receivers get it. */
async function secretOf(endpoint: string): Promise<{ readSecret: string }> {
  const rows = await desk.sql<{ id: string; secret: Buffer }>(
    "SELECT id, secret FROM webhook_secrets WHERE endpoint_id = $1",
    [endpoint],
  );
  const opened = desk.platform.secretBox.open(rows[0]!.secret, `webhook secret ${rows[0]!.id}`);
  return { readSecret: `whsec_${Buffer.from(opened.subarray(0, 32)).toString("base64")}` };
}

test.each([200, 201, 202, 204, 299])("an answer of %i is a delivery", async (status) => {
  answer = replyWith(status);
  const endpoint = await toldOnce();
  expect(await desk.deliveries(endpoint)).toMatchObject([
    { state: "delivered", attempts: 1, last_status: status, last_error: null },
  ]);
  expect(await desk.attempts(endpoint)).toMatchObject([{ number: 1, status, error_class: null }]);
});

test.each([
  [301, "http_3xx"],
  [304, "http_3xx"],
  [307, "http_3xx"],
  [400, "http_4xx"],
  [401, "http_4xx"],
  [404, "http_4xx"],
  [429, "http_4xx"],
  [500, "http_5xx"],
  [503, "http_5xx"],
  [599, "http_5xx"],
])("an answer of %i is a failure, %s, and the next try is five seconds later", async (status, error) => {
  answer = replyWith(status, { location: `${server.baseUrl}/elsewhere` });
  const before = server.requests.length;
  const endpoint = await toldOnce();
  const now = desk.service.clock.now().getTime();
  const [delivery] = await desk.deliveries(endpoint);
  expect(delivery).toMatchObject({ state: "pending", attempts: 1, last_status: status, last_error: error });
  expect(delivery!.due_at.getTime() - now).toBeGreaterThanOrEqual(5000);
  expect(delivery!.due_at.getTime() - now).toBeLessThanOrEqual(5500);
  expect(server.requests).toHaveLength(before + 1);
});

test("410 disables an endpoint: what it is owed is held, nothing is sent, and both a letter and an event tell of it", async () => {
  answer = replyWith(410);
  await nobodyElse();
  const listener = await desk.endpoint(`${server.baseUrl}/listener`, { events: ["endpoint.disabled"] });
  const endpoint = await desk.endpoint(`${server.baseUrl}/gone`);
  await desk.tell(1);
  await desk.settle();
  expect(
    await desk.sql("SELECT state, disabled_reason FROM webhook_endpoints WHERE id = $1", [endpoint]),
  ).toEqual([{ state: "disabled", disabled_reason: "gone" }]);
  expect(await desk.lane(endpoint)).toMatchObject({ held: true });
  expect(await desk.deliveries(endpoint)).toMatchObject([{ state: "pending", last_error: "gone" }]);
  expect(await desk.sql("SELECT kind FROM notices WHERE endpoint_id = $1", [endpoint])).toEqual([
    { kind: "endpoint_disabled" },
  ]);
  expect(await desk.states(listener)).toEqual({ pending: 1 });
  const before = server.requests.filter(({ path }) => path === "/gone").length;
  await desk.settleAfter(100_000);
  expect(server.requests.filter(({ path }) => path === "/gone")).toHaveLength(before);
});

describe("Retry-After", () => {
  test.each([
    ["a number of seconds later than the schedule", () => "600", 600, 600],
    ["a number of seconds earlier than the schedule", () => "1", 5, 5.5],
    ["a date", (now: Date) => new Date(now.getTime() + 3_600_000).toUTCString(), 3599, 3600],
    ["a date that is over", () => "Sun, 06 Nov 1994 08:49:37 GMT", 5, 5.5],
    ["more than a day", () => "1000000", 86_400, 86_400],
    ["what is neither", () => "soon", 5, 5.5],
  ])("that is %s", async (_what, value, least, most) => {
    answer = replyWith(503, { "retry-after": value(desk.service.clock.now()) });
    const endpoint = await toldOnce();
    const [{ due_at } = { due_at: new Date(0) }] = await desk.deliveries(endpoint);
    const seconds = (due_at.getTime() - desk.service.clock.now().getTime()) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(least);
    expect(seconds).toBeLessThanOrEqual(most);
  });
});

test("nobody who answers within the time is a timeout, and 20 seconds are what is given", async () => {
  answer = () => undefined;
  await nobodyElse();
  const endpoint = await desk.endpoint(server.baseUrl);
  await desk.tell();
  const asked: OutboundRequest[] = [];
  const { outboundHttp } = desk.platform;
  const impatient = {
    check: outboundHttp.check,
    send: (request: OutboundRequest) => {
      asked.push(request);
      return outboundHttp.send({ ...request, timeoutMs: 100 });
    },
  };
  await desk.settle({ outboundHttp: impatient });
  expect(asked).toMatchObject([{ timeoutMs: 20_000, allowHttp: true, method: "POST" }]);
  expect(await desk.attempts(endpoint)).toMatchObject([
    { error_class: "timeout", status: null, response_headers: null, response_body: null },
  ]);
});

test("a connection that is reset, and one that is refused, are failures", async () => {
  answer = (_request, response) => response.socket?.destroy();
  const reset = await toldOnce();
  expect((await desk.attempts(reset))[0]!.error_class).toBe("connection_failed");
  const closed = await startProvider(() => undefined);
  await closed.stop();
  const refused = await desk.endpoint(closed.baseUrl);
  await desk.tell();
  await desk.settle();
  expect((await desk.attempts(refused))[0]!.error_class).toBe("connection_refused");
});

test("an address that is not for strangers is not dialled", async () => {
  const endpoint = await desk.endpoint("http://169.254.169.254/latest/meta-data");
  await desk.tell();
  await desk.settle();
  expect((await desk.attempts(endpoint))[0]).toMatchObject({
    error_class: "address_forbidden",
    status: null,
  });
});

test("in live mode nothing goes by http, whatever the endpoint's row says", async () => {
  answer = replyWith(200);
  const before = server.requests.length;
  const endpoint = await toldOnce("/", { mode: "live" });
  expect(await desk.attempts(endpoint)).toMatchObject([{ error_class: "url_invalid", status: null }]);
  expect(server.requests).toHaveLength(before);
});

test.each([
  ["exactly 16,384 bytes", 16_384, false],
  ["one byte more", 16_385, true],
  ["a megabyte", 1_048_576, true],
])("of an answer of %s the first 16,384 are kept", async (_what, length, truncated) => {
  const body = Buffer.from(Array.from({ length }, (_, index) => index % 251));
  answer = replyWith(500, { "x-what": "kept", "set-cookie": "a=b" }, body);
  const endpoint = await toldOnce();
  const [attempt] = await desk.attempts(endpoint);
  expect(attempt!.response_body!.equals(body.subarray(0, 16_384))).toBe(true);
  expect(attempt).toMatchObject({
    response_truncated: truncated,
    response_headers: { "x-what": "kept", "set-cookie": "a=b" },
  });
});

test("what is kept of an attempt names its time, its request, and how long each part took", async () => {
  answer = replyWith(200, {}, "thanks");
  const endpoint = await toldOnce("/hook?tenant=7");
  const [attempt] = await desk.attempts(endpoint);
  expect(attempt!.started_at).toEqual(desk.service.clock.now());
  expect(attempt!.timing["total"]).toBeGreaterThanOrEqual(0);
  expect(attempt!.response_body!.toString()).toBe("thanks");
  const received = server.requests.at(-1)!;
  expect(attempt!.request).toEqual({
    method: "POST",
    url: `${server.baseUrl}/hook?tenant=7`,
    headers: {
      "content-type": "application/json",
      "user-agent": "Paraph-Webhooks/1",
      "webhook-id": received.headers["webhook-id"],
      "webhook-timestamp": received.headers["webhook-timestamp"],
      "webhook-signature": received.headers["webhook-signature"],
    },
  });
});

test("the tenant's own headers are sent, and stand nowhere in what is kept, however the answer repeats them", async () => {
  const secret = 'kéy/with "quotes" and spaces';
  const own = {
    headers: { "x-token": "tok-0123456789" },
    basicAuth: { username: "paraph", password: secret },
  };
  const encoded = Buffer.from(`paraph:${secret}`).toString("base64");
  answer = ({ headers }, response) => {
    const echoes = [headers["x-token"], headers.authorization, encoded, secret, JSON.stringify(secret)].join(
      "\n",
    );
    // The last one begins five bytes before the end of what is kept.
    const padding = "x".repeat(16_384 - 5 - Buffer.byteLength(echoes));
    response
      .writeHead(500, { "x-echo": String(headers["x-token"]) })
      .end(`${echoes}${padding}${headers["x-token"]}`);
  };
  const endpoint = await toldOnce("/", { own });
  const { headers } = server.requests.at(-1)!;
  expect(headers).toMatchObject({ "x-token": "tok-0123456789", authorization: `Basic ${encoded}` });
  const [attempt] = await desk.attempts(endpoint);
  expect(attempt!.request.headers).toMatchObject({ "x-token": "***", authorization: "***" });
  const kept = JSON.stringify(attempt!.request) + JSON.stringify(attempt!.response_headers);
  const body = attempt!.response_body!.toString();
  for (const known of ["tok-0", encoded, "quotes"]) expect(kept + body).not.toContain(known);
  expect(body.startsWith("***\n")).toBe(true);
});

test("every try of a delivery has the same webhook-id and body, and a signature of its own time", async () => {
  answer = replyWith(500);
  const endpoint = await toldOnce("/again");
  await desk.settleAfter(6);
  await desk.settleAfter(331);
  const tries = server.requests.filter(({ path }) => path === "/again");
  expect(tries).toHaveLength(3);
  const [delivery] = await desk.deliveries(endpoint);
  const id = publicId("ntf", delivery!.notification_id);
  expect(tries.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
  expect(new Set(tries.map(({ body }) => body.toString())).size).toBe(1);
  expect(new Set(tries.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(3);
});

test("without what it is signed with nothing is sent, and the lane is not blamed", async () => {
  answer = replyWith(200);
  const endpoint = await desk.endpoint(`${server.baseUrl}/unsigned`);
  await desk.sql("DELETE FROM webhook_secrets WHERE endpoint_id = $1", [endpoint]);
  await desk.tell();
  await desk.settle();
  expect(await desk.attempts(endpoint)).toMatchObject([{ error_class: "signing_failed", status: null }]);
  expect(await desk.deliveries(endpoint)).toMatchObject([{ state: "pending", last_error: "signing_failed" }]);
  expect(await desk.lane(endpoint)).toMatchObject({ failures: 0, failing_since: null });
  expect(server.requests.filter(({ path }) => path === "/unsigned")).toEqual([]);
});

test("what is owed to an endpoint that was deleted meanwhile is cancelled without a request", async () => {
  answer = replyWith(200);
  const endpoint = await desk.endpoint(`${server.baseUrl}/deleted`);
  await desk.tell(3);
  await desk.sql("UPDATE webhook_endpoints SET deleted_at = now() WHERE id = $1", [endpoint]);
  await desk.settle();
  expect(await desk.states(endpoint)).toEqual({ cancelled: 3 });
  expect(await desk.attempts(endpoint)).toEqual([]);
  expect(server.requests.filter(({ path }) => path === "/deleted")).toEqual([]);
});
