import { ApiClient } from "../../../../support/apiClient.js";
import { startService, type TestService } from "../../../../support/service.js";
import { path, register, url } from "./endpointDesk.js";

let service: TestService;
let client: ApiClient;
let live: ApiClient;

beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant("Test", "test")).apiKey);
  live = new ApiClient(service.baseUrl, (await service.tenant("Live", "live")).apiKey);
});
afterAll(() => service.stop());

const contact = { email: "ops@example.org" };
const cases: readonly (readonly [string, object, string])[] = [
  ["no absolute URL", { url: "/hook" }, "url"],
  ["an empty URL", { url: "" }, "url"],
  ["another scheme", { url: "ftp://example.org/" }, "url"],
  ["a URL with a user", { url: "https://secret@example.org/" }, "url"],
  ["a URL with a password", { url: "https://a:secret@example.org/" }, "url"],
  ["a URL with a fragment", { url: "https://example.org/#secret" }, "url"],
  ["a long URL", { url: `https://example.org/${"secret".repeat(400)}` }, "url"],
  ["a private address", { url: "https://10.0.0.1/secret" }, "url"],
  ["the clouds' metadata", { url: "http://169.254.169.254/secret" }, "url"],
  ["a private address as one number", { url: "http://167772161/secret" }, "url"],
  ["no event", { events: [] }, "events"],
  ["an unknown event", { events: ["*", "order.eaten"] }, "events[1]"],
  ["events of a kind that there is not", { events: ["pizza.*"] }, "events[0]"],
  ["101 events", { events: Array(101).fill("*") }, "events"],
  ["an empty description", { description: "" }, "description"],
  ["a long description", { description: "d".repeat(501) }, "description"],
  ["a header of ours", { headers: { "Webhook-Id": "secret" } }, "headers.Webhook-Id"],
  ["a header with a line break", { headers: { "X-A": "secret\n" } }, "headers.X-A"],
  ["a header that is no text", { headers: { "X-A": 1 } }, "headers.X-A"],
  ["a user without a password", { basic_auth: { username: "u" } }, "basic_auth.password"],
  ["no user", { basic_auth: { username: "", password: "secret" } }, "basic_auth.username"],
  [
    "a password that is too long",
    { basic_auth: { username: "u", password: "secret".repeat(90) } },
    "basic_auth.password",
  ],
  [
    "a member that there is not",
    { basic_auth: { username: "u", password: "p", realm: "secret" } },
    "basic_auth.realm",
  ],
  ["credentials that are no object", { basic_auth: "secret" }, "basic_auth"],
  ["a description that is no text", { description: 1 }, "description"],
  ["headers that are no object", { headers: "secret" }, "headers"],
  ["no address to write to", { contact: { email: "nobody" } }, "contact.email"],
  ["no language", { contact: { ...contact, language: "!!" } }, "contact.language"],
];

test.each(cases)(
  "%s is refused at registration and as a change, and the refusal repeats no secret",
  async (_title, body, param) => {
    const before = await register(client);
    for (const [method, at] of [
      ["POST", path],
      ["PATCH", `${path}/${before.id}`],
    ] as const) {
      const sent = method === "POST" ? { url, ...body } : body;
      const answer = await client.refused(method, at, sent);
      expect([answer.status, answer.body.code, answer.body.param]).toEqual([422, "field_invalid", param]);
      expect(JSON.stringify(answer.body)).not.toContain("secret");
      // A sentence for people, and nothing of the validator's.
      expect(answer.body.detail).toMatch(/^[^{}]{1,300}\.$/);
      expect(answer.body.detail).not.toContain("null");
    }
    await client.request("DELETE", `${path}/${before.id}`);
  },
);

test("in live mode a URL is https, or refused", async () => {
  const refused = await live.refused("POST", path, { url: "http://localhost/hook" });
  expect([refused.body.code, refused.body.param]).toEqual(["field_invalid", "url"]);
  expect((await register(live, { url: "https://localhost/hook" })).mode).toBe("live");
});

test("what a caller does not set is refused as unknown", async () => {
  for (const body of [{ secret: "whsec_" }, { mode: "live" }, { status: "paused" }]) {
    expect((await client.refused("POST", path, { url, ...body })).status).toBe(422);
  }
  const { id } = await register(client);
  for (const body of [{ status: "disabled" }, { paused: true }, { url: null }, { events: null }]) {
    expect((await client.refused("PATCH", `${path}/${id}`, body)).status).toBe(422);
  }
});

test.each([-1, 604_801, 1.5, "3600"])("an overlap of %p seconds is refused", async (overlap_seconds) => {
  const { id } = await register(client);
  for (const at of [`${path}/${id}/rotate-secret`, "/v1/callback-secret/rotate"]) {
    const { status, body } = await client.refused("POST", at, { overlap_seconds });
    expect([status, body.param]).toEqual([422, "overlap_seconds"]);
  }
});

test("headers that stay are judged together with a change: basic authentication beside an Authorization header", async () => {
  const { id } = await register(client, { headers: { Authorization: "Bearer x" } });
  const basic_auth = { username: "u", password: "p" };
  const { body } = await client.refused("PATCH", `${path}/${id}`, { basic_auth });
  expect([body.code, body.param]).toEqual(["field_invalid", "basic_auth"]);
  const both = await client.request("PATCH", `${path}/${id}`, { basic_auth, headers: null });
  expect(both.body).toMatchObject({ header_names: [], basic_auth_user: "u" });
});
