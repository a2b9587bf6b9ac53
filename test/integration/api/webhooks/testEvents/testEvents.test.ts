import { Webhook } from "standardwebhooks";
import { isNotificationType, notificationTypes } from "../../../../../api/webhooks/catalogue/catalogue.js";
import { payloadSchema } from "../../../../../api/webhooks/catalogue/payloadSchema.js";
import { testPayload } from "../../../../../api/webhooks/testEvents/testPayload.js";
import type { TestView } from "../../../../../api/webhooks/testEvents/testsController.js";
import { schemaFaults } from "../../../../support/schemaFaults.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeEach(async () => {
  history = await HistoryDesk.open();
});
afterEach(() => history.close());

const send = async (at: string, body: object = {}) =>
  (await history.client.post<TestView>(`${at}/test`, body)).body;

test("a test is signed, says that it is an example, and is answered with what came of it", async () => {
  const endpoint = await history.endpoint("/hook");
  history.receiver.answer = (response) => response.writeHead(202, { "X-Seen": "yes" }).end("thanks");
  const result = await send(endpoint.at);
  expect(result).toMatchObject({
    type: "endpoint.test",
    delivered: true,
    duration_ms: expect.any(Number),
    attempt: {
      number: 1,
      request: { url: endpoint.url },
      response: { status: 202, headers: { "x-seen": "yes" }, body: { content: "thanks" } },
      error: null,
    },
  });
  const [received] = history.receiver.received;
  // The judge looks at its own clock, which the test's is at.
  const judged = new Webhook(endpoint.secret).verify(
    received!.body,
    received!.headers as Record<string, string>,
  );
  expect(judged).toMatchObject({ type: "endpoint.test", example: true, data: { endpoint: endpoint.id } });
  expect(received!.id).toBe(result.notification);
});

test("an example of any type can be sent, and is what the type's schema says", async () => {
  const endpoint = await history.endpoint("/hook");
  await send(endpoint.at, { type: "order.completed" });
  const [received] = history.receiver.received;
  expect(JSON.parse(received!.body)).toMatchObject({ type: "order.completed", example: true, mode: "test" });
  const caller = { tenantId: "", apiKeyId: "01a204e1-a4f7-76fe-9032-30ac095f3031", mode: "test" } as const;
  for (const type of notificationTypes) {
    const rights = { scopes: [], paths: [], euSesBare: false, expiresAt: null };
    const whole = { ...caller, certificateId: null, ...rights };
    const payload = JSON.parse(testPayload(type, whole, caller.apiKeyId, new Date())) as object;
    expect(schemaFaults(payloadSchema(type), payload, type)).toEqual([]);
  }
  const refused = await history.client.refused("POST", `${endpoint.at}/test`, { type: "order.lost" });
  expect([refused.status, refused.body.param, isNotificationType("order.lost")]).toEqual([
    422,
    "type",
    false,
  ]);
});

test("a test is written down like anything that was told, and is in no way repeated", async () => {
  const endpoint = await history.endpoint("/hook");
  history.receiver.answer = (response) => response.writeHead(500).end();
  const { notification, delivered } = await send(endpoint.at);
  expect(delivered).toBe(false);
  expect(await history.delivery(endpoint.at, notification)).toMatchObject({
    state: "failed",
    example: true,
    attempt_count: 1,
    attempts: [{ response: { status: 500 }, error: { class: "http_5xx" } }],
  });
  history.desk.service.clock.advance(86_400);
  await history.tell();
  expect(history.receiver.received).toHaveLength(1);
});

test("a test whose process died is sent once more, and then no more, and does not count either", async () => {
  const endpoint = await history.endpoint("/hook");
  const { notification } = await send(endpoint.at);
  // As it stands when nobody has noted what came of it.
  await history.desk.sql(`DELETE FROM webhook_attempts;
    UPDATE webhook_deliveries SET state = 'pending', concluded_at = NULL`);
  history.receiver.answer = (response) => response.writeHead(410).end();
  history.desk.service.clock.advance(61);
  await history.tell();
  history.desk.service.clock.advance(86_400);
  await history.tell();
  expect(history.receiver.counts("/hook")).toEqual({ [notification]: 2 });
  expect(await history.delivery(endpoint.at, notification)).toMatchObject({
    state: "failed",
    attempts: [{ number: 2, error: { class: "gone" } }],
  });
  const { body } = await history.client.get(endpoint.at);
  expect(body).toMatchObject({ status: "enabled", health: { failing_since: null } });
});

test("tests that fail do not count against the endpoint, and 410 does not disable it", async () => {
  const endpoint = await history.endpoint("/hook");
  history.receiver.answer = (response) => response.writeHead(410).end();
  for (let round = 0; round < 6; round++) await send(endpoint.at);
  const { body } = await history.client.get(endpoint.at);
  expect(body).toMatchObject({ status: "enabled", health: { failing_since: null, circuit: "closed" } });
});

test.each(["paused", "disabled"])("an endpoint that is %s can be tested, and stays so", async (status) => {
  const endpoint = await history.endpoint("/hook");
  const reason = status === "disabled" ? ", disabled_reason = 'gone', disabled_at = now()" : "";
  await history.desk.sql(`UPDATE webhook_endpoints SET state = '${status}'${reason};
    UPDATE webhook_lanes SET held = true`);
  expect(await send(endpoint.at)).toMatchObject({ delivered: true });
  expect((await history.client.get(endpoint.at)).body).toMatchObject({ status });
});

test("an endpoint that is deleted is not found", async () => {
  const endpoint = await history.endpoint("/hook");
  await history.client.request("DELETE", endpoint.at);
  expect((await history.client.refused("POST", `${endpoint.at}/test`)).status).toBe(404);
  expect(history.receiver.received).toEqual([]);
});

test.each([
  ["http://nobody.invalid/hook", "name_not_found", /cannot be resolved/],
  ["http://127.0.0.1:2/hook", "connection_refused", /refuses/],
  ["https://127.0.0.1:PORT/hook", "tls_failed", /./],
])("a test of %s says %s, and why in words", async (url, code, words) => {
  const endpoint = await history.endpoint("/hook");
  const { port } = new URL(history.receiver.origin);
  await history.desk.sql(`UPDATE webhook_endpoints SET url = '${url.replace("PORT", port)}'`);
  const { delivered, attempt } = await send(endpoint.at);
  expect({ delivered, response: attempt!.response, error: attempt!.error }).toEqual({
    delivered: false,
    response: null,
    error: { class: code, detail: expect.stringMatching(words) },
  });
});

test("an endpoint is tested ten times in a minute at most, and then again in the next", async () => {
  const endpoint = await history.endpoint("/hook");
  const statuses: number[] = [];
  for (let round = 0; round < 11; round++) {
    statuses.push((await history.client.post(`${endpoint.at}/test`)).status);
  }
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
  const other = await history.endpoint("/other");
  expect((await history.client.post(`${other.at}/test`)).status).toBe(200);
  history.desk.service.clock.advance(60);
  expect((await history.client.post(`${endpoint.at}/test`)).status).toBe(200);
  expect(history.receiver.received).toHaveLength(12);
});

test("a repeat with the same Idempotency-Key is answered, and sends nothing", async () => {
  const endpoint = await history.endpoint("/hook");
  const ask = () => history.client.post<TestView>(`${endpoint.at}/test`, {}, { "Idempotency-Key": "test" });
  const [first, second] = [await ask(), await ask()];
  expect(second.body).toEqual(first.body);
  expect(history.receiver.received).toHaveLength(1);
});
