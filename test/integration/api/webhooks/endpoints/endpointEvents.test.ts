import { parsePublicId } from "../../../../../api/ids/id.js";
import {
  type DisablingFacts,
  disableEndpoint,
} from "../../../../../api/webhooks/endpoints/disableEndpoint.js";
import type { DisabledReason } from "../../../../../api/webhooks/endpoints/endpoint.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { lane, patch, path, read, register, told, url, uuid } from "./endpointDesk.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

function disable(endpoint: { id: string }, reason: DisabledReason, facts: DisablingFacts = {}) {
  const { platform } = desk.service;
  return platform.database.withTenant(desk.tenantId, (transaction) =>
    disableEndpoint(platform, transaction, uuid(endpoint), reason, facts),
  );
}

test("what is done to an endpoint is told to the mode's endpoints, to itself only its changes and rotations", async () => {
  const watcher = await register(desk.client, { events: ["endpoint.*"] });
  const step = () => desk.service.clock.advance(1);
  step();
  const made = await register(desk.client, { events: ["endpoint.*"], url: `${url}?token=secret` });
  step();
  await patch(desk.client, made, { description: "CRM", headers: { "X-A": "secret" }, status: "paused" });
  step();
  await desk.client.post(`${path}/${made.id}/rotate-secret`, { overlap_seconds: 60 });
  const until = new Date(desk.service.clock.now().getTime() + 60_000).toISOString();
  step();
  await desk.client.request("DELETE", `${path}/${made.id}`);
  step();
  await desk.client.post("/v1/callback-secret/rotate", { overlap_seconds: 0 });
  const now = desk.service.clock.now().toISOString();
  const actor = { kind: "api_key", id: expect.stringMatching(/^key_/) };
  const [alone, both] = [[uuid(watcher)], [uuid(watcher), uuid(made)].sort()];
  const of = { endpoint: made.id, actor };
  const events = await told(desk);
  expect(events).toEqual([
    {
      type: "endpoint.created",
      data: { ...of, url_host: "127.0.0.1:2", events: ["endpoint.*"] },
      owed: alone,
    },
    {
      type: "endpoint.changed",
      data: { ...of, fields: ["description", "headers", "status"], status: "paused" },
      owed: both,
    },
    { type: "endpoint.secret_rotated", data: { ...of, old_expires_at: until }, owed: both },
    { type: "endpoint.deleted", data: of, owed: alone },
    { type: "endpoint.secret_rotated", data: { endpoint: null, actor, old_expires_at: now }, owed: alone },
  ]);
  expect(JSON.stringify(events)).not.toContain('secret"');
  expect(JSON.stringify(events)).not.toContain("token");
});

test("a change that changes nothing, and one that is refused, are told to nobody", async () => {
  const made = await register(desk.client);
  await patch(desk.client, made, { url, events: ["*"] });
  await desk.client.refused("PATCH", `${path}/${made.id}`, { events: ["pizza"] });
  expect(await told(desk)).toEqual([]);
});

describe("an endpoint that is disabled", () => {
  const since = new Date("2026-01-01T00:00:00Z");

  test("is held and says why and when, the others are told, and its contact is written to", async () => {
    const made = await register(desk.client, { contact: { email: "ops@example.org", language: "fr" } });
    const watcher = await register(desk.client, { events: ["endpoint.disabled"] });
    const facts = { failingSince: since, last: { status: 503, error: null } };
    expect(await disable(made, "failing", facts)).toBe(true);
    expect(await read(desk.client, made)).toMatchObject({
      status: "disabled",
      disabled_reason: "failing",
      disabled_at: desk.service.clock.now().toISOString(),
    });
    expect(await lane(desk, made)).toMatchObject({ held: true });
    const events = (await told(desk)).filter(({ type }) => type === "endpoint.disabled");
    const data = { endpoint: made.id, reason: "failing", failing_since: since.toISOString() };
    expect(events).toEqual([{ type: "endpoint.disabled", data, owed: [uuid(watcher)] }]);
    expect(await desk.sql("SELECT kind, recipient, language FROM notices")).toEqual([
      { kind: "endpoint_disabled", recipient: "ops@example.org", language: "fr" },
    ]);
  });

  test("is disabled once: whoever comes second, or too late, does nothing", async () => {
    const made = await register(desk.client);
    expect(await disable(made, "gone")).toBe(true);
    expect(await disable(made, "failing", { failingSince: since })).toBe(false);
    expect((await read(desk.client, made)).disabled_reason).toBe("gone");
    const deleted = await register(desk.client);
    await desk.client.request("DELETE", `${path}/${deleted.id}`);
    expect(await disable(deleted, "gone")).toBe(false);
  });

  test("is not disabled by what its former URL answered", async () => {
    const made = await register(desk.client);
    await patch(desk.client, made, { url: `${url}/2` });
    expect(await disable(made, "gone", { url })).toBe(false);
    expect(await lane(desk, made)).toMatchObject({ held: false });
    expect(await disable(made, "gone", { url: `${url}/2` })).toBe(true);
  });

  test("is told nothing while it is so, and told again when it is enabled", async () => {
    const made = await register(desk.client, { events: ["order.created"] });
    await disable(made, "gone");
    const missed = await desk.order();
    await patch(desk.client, made, { status: "enabled" });
    const heard = await desk.order();
    const orders = (await told(desk)).filter(({ type }) => type === "order.created");
    const owed = new Map(orders.map(({ data, owed }) => [data["order"], owed]));
    expect([owed.get(missed.id), owed.get(heard.id)]).toEqual([[], [parsePublicId("whe", made.id)]]);
  });
});
