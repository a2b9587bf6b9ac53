import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { disableEndpoint } from "../../../../../api/webhooks/endpoints/disableEndpoint.js";
import { lockEndpoint } from "../../../../../api/webhooks/endpoints/endpointRows.js";
import type { EndpointView } from "../../../../../api/webhooks/endpoints/endpointView.js";
import { forgetEndpoint } from "../../../../../api/webhooks/forgetting/forgetEndpoint.js";
import type { WebhookSecretView } from "../../../../../api/webhooks/signatures/secretView.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { WebhookReceiver } from "../../../../support/webhookReceiver.js";
import { lane, patch, path, read, register, told, url, uuid, verifying } from "./endpointDesk.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const waiting =
  "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

/** Runs `work` while a transaction of its own holds an endpoint, and lets go once that work waits for it. */
async function whileHeld<T>(endpoint: { id: string }, work: () => Promise<T>): Promise<T> {
  const { database } = desk.service.platform;
  let running: Promise<T> | undefined;
  await database.withTenant(desk.tenantId, async (transaction) => {
    await lockEndpoint(transaction, "test", uuid(endpoint));
    running = work();
    running.catch(() => undefined);
    while ((await desk.sql(waiting)).length === 0);
    await transaction.query("UPDATE webhook_endpoints SET description = 'first' WHERE tenant_id = :tenant");
  });
  return running!;
}

test("of two changes at once each is made to what the other left: neither is lost", async () => {
  const made = await register(desk.client);
  const changed = await whileHeld(made, () => patch(desk.client, made, { events: ["order.*"] }));
  expect(changed).toMatchObject({ description: "first", events: ["order.*"] });
  const headers = { "X-A": "1" };
  const basic_auth = { username: "u", password: "p" };
  await Promise.all([patch(desk.client, made, { headers }), patch(desk.client, made, { basic_auth })]);
  expect(await read(desk.client, made)).toMatchObject({ header_names: ["X-A"], basic_auth_user: "u" });
});

test("a change and a disabling at once leave a state and a lane that agree, whoever comes first", async () => {
  const { platform } = desk.service;
  const endpoints = await times(8, () => register(desk.client));
  await Promise.all(
    endpoints.flatMap((endpoint) => [
      patch(desk.client, endpoint, { status: "paused" }).then(() =>
        patch(desk.client, endpoint, { status: "enabled" }),
      ),
      platform.database.withTenant(desk.tenantId, (transaction) =>
        disableEndpoint(platform, transaction, uuid(endpoint), "gone", {}),
      ),
    ]),
  );
  for (const endpoint of endpoints) {
    const { status } = await read(desk.client, endpoint);
    expect(["enabled", "disabled"]).toContain(status);
    expect(await lane(desk, endpoint)).toMatchObject({ held: status === "disabled" });
  }
});

test("of disablings at once one is it, and it is told once", async () => {
  const { platform } = desk.service;
  const made = await register(desk.client);
  await register(desk.client);
  const outcomes = await times(6, () =>
    platform.database.withTenant(desk.tenantId, (transaction) =>
      disableEndpoint(platform, transaction, uuid(made), "gone", {}),
    ),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect((await told(desk)).filter(({ type }) => type === "endpoint.disabled")).toHaveLength(1);
});

test("a deleted endpoint that is forgotten, and somebody who still asks for it, do not wait for each other in a circle", async () => {
  const { platform } = desk.service;
  const made = await register(desk.client);
  await desk.client.request("DELETE", `${path}/${made.id}`);
  await desk.sql("UPDATE webhook_endpoints SET deleted_at = deleted_at - interval '40 days'");
  await desk.sql("DELETE FROM webhook_deliveries");
  let forgetting: Promise<boolean> | undefined;
  // As `lockEndpoint` does it: the lane, and then the endpoint.
  await platform.database.withTenant(desk.tenantId, async (transaction) => {
    const id = uuid(made);
    await transaction.query("SELECT FROM webhook_lanes WHERE tenant_id = :tenant AND lane = :id FOR UPDATE", {
      id,
    });
    forgetting = forgetEndpoint(platform, desk.tenantId, id);
    forgetting.catch(() => undefined);
    while ((await desk.sql(waiting)).length === 0);
    await transaction.query(
      "SELECT FROM webhook_endpoints WHERE tenant_id = :tenant AND id = :id FOR UPDATE",
      {
        id,
      },
    );
  });
  expect(await forgetting).toBe(true);
  expect(await desk.sql("SELECT id FROM webhook_endpoints")).toEqual([]);
});

test("of deletions at once one is it, and the others find nothing", async () => {
  const made = await register(desk.client);
  const answers = await times(6, () => desk.client.request("DELETE", `${path}/${made.id}`));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
});

test.each(["endpoint", "callbacks"])(
  "rotations of a secret of the %s at once leave one newest and two older ones",
  async (of) => {
    const made = of === "endpoint" ? await register(desk.client) : null;
    const at = made ? `${path}/${made.id}/rotate-secret` : "/v1/callback-secret/rotate";
    const answers = await times(6, () => desk.client.post<WebhookSecretView>(at));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const secrets = answers.map(({ body }) => body.secret);
    expect(new Set(secrets).size).toBe(6);
    const verified = await verifying(desk, made && uuid(made), secrets);
    expect(verified.filter(Boolean)).toHaveLength(3);
    expect(
      await desk.sql("SELECT count(*)::int AS count FROM webhook_secrets WHERE expires_at IS NULL"),
    ).toEqual([{ count: 1 }]);
  },
);

test("whoever needs the callbacks' secret first makes it, and all get the same", async () => {
  const answers = await times(8, () => desk.client.get<WebhookSecretView>("/v1/callback-secret"));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(new Set(answers.map(({ body }) => body.secret)).size).toBe(1);
});

test("fifty endpoints are the most of a mode, also when many are registered at once; a deleted one makes room", async () => {
  await times(45, () => register(desk.client));
  const answers = await times(12, () => desk.client.post(path, { url }));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  expect(answers.find(({ status }) => status !== 201)).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param: "url", limit: 50 },
  });
  const { data } = (await desk.client.get<{ data: EndpointView[] }>(`${path}?limit=100`)).body;
  expect(data).toHaveLength(50);
  await desk.client.request("DELETE", `${path}/${data[0]!.id}`);
  await register(desk.client);
});

test("changes, rotations, deletions and answers of 410 to several dispatchers at once: none fails, and every lane agrees with its endpoint", async () => {
  const { platform } = desk.service;
  const said: unknown[] = [];
  const say = (...words: unknown[]) => void said.push(words);
  const log = { ...platform.log, warn: say, error: say };
  const receiver = await WebhookReceiver.open();
  receiver.answer = (response) => response.writeHead(410).end();
  try {
    const endpoints = await times(6, (index) =>
      register(desk.client, { url: `${receiver.origin}/${index}` }),
    );
    await times(4, () => desk.order());
    const answers: number[] = [];
    const call = async (method: string, { id }: { id: string }, after = "", body?: object) => {
      answers.push((await desk.client.request(method, `${path}/${id}${after}`, body)).status);
    };
    await Promise.all([
      ...[1, 2, 3].map(() => new Dispatcher({ ...platform, log }).settle()),
      ...endpoints.flatMap((endpoint, index) => [
        call("PATCH", endpoint, "", { status: "paused" }),
        call("POST", endpoint, "/rotate-secret"),
        call("PATCH", endpoint, "", { status: "enabled", url: `${receiver.origin}/new/${index}` }),
        ...(index % 2 === 0 ? [call("DELETE", endpoint)] : []),
      ]),
    ]);
    expect(answers.filter((status) => status !== 200 && status !== 404)).toEqual([]);
    expect(said).toEqual([]);
    const disagreeing = await desk.sql(
      `SELECT e.id FROM webhook_endpoints e JOIN webhook_lanes l ON l.lane = e.id
       WHERE l.held <> (e.state <> 'enabled' OR e.deleted_at IS NOT NULL)`,
    );
    expect(disagreeing).toEqual([]);
    expect(receiver.received.length).toBeGreaterThan(0);
  } finally {
    await receiver.close();
  }
});
