import type { EndpointView } from "../../../../../api/webhooks/endpoints/endpointView.js";
import { ApiClient } from "../../../../support/apiClient.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { lane, patch, path, read, register, url, uuid } from "./endpointDesk.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

const list = async () => (await desk.client.get<{ data: EndpointView[] }>(path)).body.data;

test("an endpoint that is registered shows its secret, and its view shows all but that and the headers' values", async () => {
  const made = await register(desk.client, {
    description: "CRM",
    events: ["order.*", "signer.signed", "order.*"],
    headers: { "X-Tenant": "northwind" },
    basic_auth: { username: "paraph", password: "open sesame" },
    contact: { email: "ops@example.org" },
  });
  const { secret, public_key, ...view } = made;
  expect(Buffer.from(secret.replace("whsec_", ""), "base64")).toHaveLength(32);
  expect(Buffer.from(public_key.replace("whpk_", ""), "base64")).toHaveLength(32);
  const now = desk.service.clock.now().toISOString();
  expect(view).toEqual({
    id: expect.stringMatching(/^whe_/),
    object: "webhook_endpoint",
    mode: "test",
    url,
    description: "CRM",
    events: ["order.*", "signer.signed"],
    status: "enabled",
    disabled_reason: null,
    disabled_at: null,
    header_names: ["X-Tenant"],
    basic_auth_user: "paraph",
    contact: { email: "ops@example.org", language: "en" },
    health: { failing_since: null, circuit: "closed", next_try: null },
    created_at: now,
    updated_at: now,
  });
  expect(await read(desk.client, made)).toEqual(view);
  expect(await list()).toEqual([view]);
});

test("an endpoint of nothing but a URL hears everything", async () => {
  expect(await register(desk.client)).toMatchObject({ events: ["*"], description: null, header_names: [] });
});

test("asked for twice under one Idempotency-Key, it is one endpoint, and both answers hold its secret", async () => {
  const ask = () => desk.client.post<{ secret: string }>(path, { url }, { "Idempotency-Key": "one" });
  const answers = [await ask(), await ask()];
  expect(answers[1]!.body).toEqual(answers[0]!.body);
  expect(answers[1]!.headers.get("Idempotent-Replayed")).toBe("true");
  expect(await list()).toHaveLength(1);
});

test("each member changes by itself, null removes it, and what is left out stays", async () => {
  const made = await register(desk.client, {
    headers: { "X-A": "1", "X-B": "2" },
    basic_auth: { username: "u", password: "p" },
    contact: { email: "ops@example.org", language: "fr" },
  });
  const { secret, public_key, ...before } = made;
  const now = () => desk.service.clock.now().toISOString();
  let view: EndpointView = before;
  for (const [change, shown] of [
    [{ url: `${url}/2` }, { url: `${url}/2` }],
    [{ description: "New" }, { description: "New" }],
    [{ description: null }, { description: null }],
    [{ events: ["order.completed"] }, { events: ["order.completed"] }],
    [{ headers: { "X-C": "3" } }, { header_names: ["X-C"] }],
    [{ headers: null }, { header_names: [] }],
    [{ basic_auth: { username: "v", password: "q" } }, { basic_auth_user: "v" }],
    [{ basic_auth: null }, { basic_auth_user: null }],
    [{ contact: null }, { contact: null }],
    [{ status: "paused" }, { status: "paused" }],
    [{ status: "enabled" }, { status: "enabled" }],
  ] as const) {
    desk.service.clock.advance(1);
    const changed = await patch(desk.client, made, change);
    expect(changed).toEqual({ ...view, ...shown, updated_at: now() });
    expect(await read(desk.client, made)).toEqual(changed);
    view = changed;
  }
});

test("a change to what is so already changes nothing, not even the time of the last change", async () => {
  const more = { headers: { "X-A": "1", "X-B": "2" }, basic_auth: { username: "u", password: "p" } };
  const { secret, public_key, ...before } = await register(desk.client, more);
  desk.service.clock.advance(1);
  const same = {
    url,
    events: ["*"],
    status: "enabled",
    headers: { "X-B": "2", "X-A": "1" },
    basic_auth: { password: "p", username: "u" },
  };
  expect(await patch(desk.client, before, same)).toEqual(before);
  expect(await patch(desk.client, before, {})).toEqual(before);
});

test("a paused endpoint's lane is held until it is enabled", async () => {
  const made = await register(desk.client, { paused: true });
  expect(made.status).toBe("paused");
  expect(await lane(desk, made)).toMatchObject({ held: true });
  await patch(desk.client, made, { status: "enabled" });
  expect(await lane(desk, made)).toMatchObject({ held: false });
  await patch(desk.client, made, { status: "paused" });
  expect(await lane(desk, made)).toMatchObject({ held: true });
});

const sick = `failing_since = now(), failures = 7, warned_at = now(), open_until = now(), openings = 3`;
const healthy = { failingSince: null, failures: 0, warnedAt: null, openUntil: null, openings: 0 };

test("the view tells since when an endpoint fails, and that nothing is tried while its circuit is open", async () => {
  const made = await register(desk.client);
  await desk.sql(`UPDATE webhook_lanes SET failing_since = '2026-01-01Z', open_until = '2026-01-02Z'`);
  const health = {
    failing_since: "2026-01-01T00:00:00.000Z",
    circuit: "open",
    next_try: "2026-01-02T00:00:00.000Z",
  };
  expect((await read(desk.client, made)).health).toEqual(health);
  expect(await list()).toMatchObject([{ health }]);
});

test("one that was disabled gets on when it is enabled: no reason, no failures, a closed circuit, nothing held", async () => {
  const made = await register(desk.client);
  await desk.sql(`UPDATE webhook_lanes SET held = true, ${sick}`);
  await desk.sql(
    "UPDATE webhook_endpoints SET state = 'disabled', disabled_reason = 'failing', disabled_at = now()",
  );
  expect(await read(desk.client, made)).toMatchObject({
    status: "disabled",
    disabled_reason: "failing",
    disabled_at: expect.any(String),
  });
  const enabled = await patch(desk.client, made, { status: "enabled" });
  expect(enabled).toMatchObject({
    status: "enabled",
    disabled_reason: null,
    disabled_at: null,
    health: { failing_since: null, circuit: "closed", next_try: null },
  });
  expect(await lane(desk, made)).toEqual({ held: false, ...healthy });
});

test("another URL has the failures of the one before forgotten; other changes do not", async () => {
  const made = await register(desk.client);
  await desk.sql(`UPDATE webhook_lanes SET ${sick}`);
  await patch(desk.client, made, { description: "Same place" });
  expect(await lane(desk, made)).toMatchObject({ failures: 7, openings: 3 });
  await patch(desk.client, made, { url: `${url}/2` });
  expect(await lane(desk, made)).toEqual({ held: false, ...healthy });
});

test("what waited for an endpoint is taken up as soon as it is enabled or has another URL, and not before", async () => {
  const made = await register(desk.client, { paused: true });
  let announced = 0;
  const end = desk.service.platform.database.onAnnounced("webhooks", () => announced++);
  await patch(desk.client, made, { description: "new", events: ["order.completed"] });
  expect(announced).toBe(0);
  await patch(desk.client, made, { url: `${url}/2` });
  expect(announced).toBe(0);
  await patch(desk.client, made, { status: "enabled" });
  expect(announced).toBe(1);
  await patch(desk.client, made, { url });
  expect(announced).toBe(2);
  end();
});

test("a deleted endpoint is nowhere, nothing goes there, and its secrets, headers and contact are gone", async () => {
  const { secret, public_key, ...made } = await register(desk.client, {
    headers: { "X-A": "1" },
    contact: { email: "ops@example.org" },
  });
  const answer = await desk.client.request<EndpointView>("DELETE", `${path}/${made.id}`);
  expect(answer).toMatchObject({ status: 200, body: made });
  expect(await list()).toEqual([]);
  for (const [method, of, body] of [
    ["GET", "", undefined],
    ["PATCH", "", { description: "x" }],
    ["DELETE", "", undefined],
    ["GET", "/secret", undefined],
    ["POST", "/rotate-secret", {}],
  ] as const) {
    expect((await desk.client.refused(method, `${path}/${made.id}${of}`, body)).status).toBe(404);
  }
  expect(await lane(desk, made)).toMatchObject({ held: true });
  expect(await desk.sql("SELECT id FROM webhook_secrets")).toEqual([]);
  expect(await desk.sql("SELECT id, headers, contact_email AS contact FROM webhook_endpoints")).toEqual([
    { id: uuid(made), headers: null, contact: null },
  ]);
});

test("endpoints are listed newest first, page by page, those of the key's mode alone", async () => {
  const made: string[] = [];
  for (let index = 0; index < 3; index++) {
    made.unshift((await register(desk.client)).id);
    desk.service.clock.advance(1);
  }
  const { apiKey } = await desk.service.tenant("Other", "live");
  const other = new ApiClient(desk.service.baseUrl, apiKey);
  expect((await other.get<{ data: EndpointView[] }>(path)).body.data).toEqual([]);
  type Page = { data: EndpointView[]; has_more: boolean; next_cursor: string | null };
  const first = (await desk.client.get<Page>(`${path}?limit=2`)).body;
  const second = (await desk.client.get<Page>(`${path}?limit=2&cursor=${first.next_cursor}`)).body;
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(made);
  expect([first.has_more, second.has_more, second.next_cursor]).toEqual([true, false, null]);
});
