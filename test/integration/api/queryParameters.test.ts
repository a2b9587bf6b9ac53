import { ApiClient } from "../../support/apiClient.js";
import { operations } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let client: ApiClient;

beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
});
afterAll(() => service.stop());

const ofTenants = operations.filter(({ path }) => path.startsWith("/v1/"));

test.each(ofTenants.map(({ method, path }) => [method, path]))(
  "a query parameter that %s %s does not have is refused by its name",
  async (method, path) => {
    const at = path.replaceAll(/\{.*?\}/g, "x");
    const { status, body } = await client.refused(
      method,
      `${at}?txt=a`,
      method === "GET" ? undefined : { not: "looked at" },
    );
    expect([status, body.code, body.param]).toEqual([422, "field_invalid", "txt"]);
  },
);

test("the refusal names the parameters that there are", async () => {
  const { body } = await client.refused("GET", "/v1/usage?ocurred_from=2026-01-01T00:00:00Z");
  expect(body.detail).toBe(
    "ocurred_from is no query parameter that is taken here; limit, cursor, occurred_from, occurred_to are.",
  );
  expect((await client.refused("GET", "/v1/orders/x?fields=id")).body.detail).toBe(
    "fields is no query parameter that is taken here; none are.",
  );
});

test("a typo lists nothing, whatever stands beside it and however the path is written", async () => {
  for (const at of [
    "/v1/orders?limit=1&statee=ready",
    "/v1/orders/?statee=ready",
    "/V1/Orders?statee=ready",
    "/v1/orders?statee",
    "/v1/orders?State=ready&statee=",
    "/v1/exports/orders?statee=x",
  ]) {
    const { status, body } = await client.refused("GET", at);
    expect([at, status, body.code]).toEqual([at, 422, "field_invalid"]);
  }
});

test("who asks without a key is told of the key, and what does not exist is not there", async () => {
  const stranger = new ApiClient(service.baseUrl, null);
  expect((await stranger.refused("GET", "/v1/orders?txt=a")).status).toBe(401);
  expect((await client.refused("GET", "/v1/nothing?txt=a")).status).toBe(404);
  expect((await client.refused("PUT", "/v1/orders?txt=a", {})).status).toBe(404);
});

test("what links outside /v1 carry stays their own business", async () => {
  expect((await fetch(`${service.baseUrl}/health?from=probe`)).status).toBe(200);
});
