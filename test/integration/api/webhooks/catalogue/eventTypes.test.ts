import { readFileSync } from "node:fs";
import { notificationTypes } from "../../../../../api/webhooks/catalogue/catalogue.js";
import { eventsDescription } from "../../../../../api/webhooks/catalogue/eventsDescription.js";
import type { EventTypesView } from "../../../../../api/webhooks/catalogue/eventTypesController.js";
import { ApiClient } from "../../../../support/apiClient.js";
import { startService, type TestService } from "../../../../support/service.js";

let service: TestService;
let client: ApiClient;
beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
});
afterAll(() => service.stop());

const types = async (query = "") => (await client.get<EventTypesView>(`/v1/event-types${query}`)).body.data;

test("the API lists every type, with a schema that is served where it says", async () => {
  const listed = await types();
  expect(listed.map(({ type }) => type)).toEqual(notificationTypes);
  for (const { type, schema, example } of listed) {
    expect(schema["$id"]).toBe(`${service.baseUrl}/schemas/events/${type}.json`);
    expect(example["type"]).toBe(type);
    const served = await fetch(schema["$id"] as string);
    expect(served.headers.get("Content-Type")).toBe("application/schema+json; charset=utf-8");
    // Generators of types run in browsers as well.
    expect(served.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(await served.json()).toEqual(schema);
  }
});

test("it lists one group alone, and refuses one that there is not", async () => {
  const billing = await types("?group=billing");
  expect(billing.map(({ type, group }) => [type, group])).toEqual([["billing.signer_counted", "billing"]]);
  const { status, body } = await client.refused("GET", "/v1/event-types?group=orders");
  expect([status, body.code, body.param]).toEqual([422, "field_invalid", "group"]);
});

test("a key that may not read webhooks is refused", async () => {
  const { body } = await client.post<{ secret: string }>("/v1/api-keys", {
    name: "x",
    scopes: ["orders:read"],
  });
  const other = new ApiClient(service.baseUrl, body.secret);
  expect((await other.refused("GET", "/v1/event-types")).body.code).toBe("scope_missing");
});

test.each(["order.done", "toString", "..%2Faudit-trail-1", "order.created.json"])(
  "no schema is served of %s, which is no type",
  async (name) => {
    expect((await fetch(`${service.baseUrl}/schemas/events/${name}.json`)).status).toBe(404);
  },
);

test("the page lists every type with its example and a link to its schema, and runs no script", async () => {
  const answer = await fetch(`${service.baseUrl}/docs/events`);
  const html = await answer.text();
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=/);
  for (const type of notificationTypes) {
    expect(html).toContain(`<a href="#${type}">`);
    expect(html).toContain(`id="${type}"`);
    expect(html).toContain(`href="/schemas/events/${type}.json"`);
    expect(html).toContain(`&quot;type&quot;: &quot;${type}&quot;`);
  }
});

test("openapi/events.json is what the catalogue says", () => {
  const committed = new URL("../../../../../../openapi/events.json", import.meta.url);
  expect(JSON.parse(readFileSync(committed, "utf8"))).toEqual(eventsDescription());
});
