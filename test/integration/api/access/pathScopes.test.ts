import type { NewApiKeyView } from "../../../../api/apiKeys/apiKeysController.js";
import { ApiClient } from "../../../support/apiClient.js";
import { startService, type TestService } from "../../../support/service.js";

let service: TestService;
let client: ApiClient;
beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
});
afterAll(() => service.stop());

const asked = (scopes: string[], maker = client, more: object = {}) =>
  maker.post<NewApiKeyView & { code?: string; param?: string }>("/v1/api-keys", {
    name: "k",
    scopes,
    ...more,
  });

async function callerWith(...scopes: string[]): Promise<ApiClient> {
  const { status, body } = await asked(scopes);
  expect([status, body.scopes]).toEqual([201, scopes]);
  return new ApiClient(service.baseUrl, body.secret);
}

const statusOf = async (caller: ApiClient, method: string, path: string, body?: object) =>
  (await caller.request(method, path, body)).status;

describe("a key whose scopes name calls", () => {
  test("makes these calls, and those below their paths, and no others", async () => {
    const caller = await callerWith("GET:api.example/v1/orders", "POST:api.example/v1/orders/*");
    expect(await statusOf(caller, "GET", "/v1/orders")).toBe(200);
    expect(await statusOf(caller, "GET", "/V1/Orders/?limit=1")).toBe(200);
    const headers = { Authorization: `Bearer ${caller.apiKey}` };
    expect((await fetch(`${service.baseUrl}/v1/orders`, { method: "HEAD", headers })).status).toBe(200);
    expect(await statusOf(caller, "GET", "/v1/orders/x")).toBe(404);
    expect(await statusOf(caller, "POST", "/v1/orders", {})).toBe(422);
    for (const [method, path] of [
      ["GET", "/v1/api-keys"],
      ["PATCH", "/v1/orders/x"],
      ["GET", "/v1/profiles"],
      ["PUT", "/v1/allowed-addresses"],
    ] as const) {
      const { status, body } = await caller.refused(method, path, method === "GET" ? undefined : {});
      expect([method, path, status, body.code]).toEqual([method, path, 403, "scope_missing"]);
    }
  });

  test("has beside them what its other scopes allow", async () => {
    const caller = await callerWith("orders:read", "GET:h/v1/api-keys");
    const paths = ["/v1/orders", "/v1/api-keys", "/v1/webhook-endpoints"];
    expect(await Promise.all(paths.map((path) => statusOf(caller, "GET", path)))).toEqual([200, 200, 403]);
  });

  test("calls another API as its callers name it, and nothing else of it, whatever the host", async () => {
    const caller = await callerWith("GET:test.esignature.example:8443/signatures");
    expect(await statusOf(caller, "GET", "/signatures")).toBe(200);
    expect(await statusOf(caller, "GET", "/Signatures/")).toBe(200);
    expect(await statusOf(caller, "POST", "/EU-SES", {})).toBe(403);
    expect(await statusOf(caller, "GET", "/v1/orders")).toBe(403);
  });

  test("gives no more than it has: by default the same, else what lies below its own paths", async () => {
    const caller = await callerWith("*:h/v1/api-keys", "GET:h/signatures");
    expect((await asked([], caller)).body.scopes).toEqual(["*:h/v1/api-keys", "GET:h/signatures"]);
    expect((await asked(["GET:other/signatures/x"], caller)).status).toBe(201);
    for (const more of ["orders:read", "*:h/signatures", "GET:h/*"]) {
      const { status, body } = await asked(["GET:h/signatures", more], caller);
      expect([status, body.code, body.param]).toEqual([403, "scope_missing", "scopes[1]"]);
    }
  });

  test("is given by a key with some of our scopes only where that names as much itself", async () => {
    const some = await callerWith("orders:read", "orders:write", "keys:write");
    expect((await asked(["POST:h/EU-SES"], some)).status).toBe(403);
  });
});

test.each([[["GET:h"]], [["GET:h/v1/*/x"]], [["orders:read", "fetch:h/v1"]]])(
  "the scopes %j are refused with 422 that names the one",
  async (scopes) => {
    const { status, body } = await asked(scopes);
    expect([status, body.code, body.param]).toEqual([422, "field_invalid", `scopes[${scopes.length - 1}]`]);
  },
);

test("a key says how the EU-SES dialect answers it: with the envelope, unless asked otherwise", async () => {
  expect((await asked([])).body.eu_ses).toEqual({ envelope: true });
  const { body } = await asked([], client, { eu_ses: { envelope: false } });
  expect(body.eu_ses).toEqual({ envelope: false });
  const { data } = (await client.get<{ data: NewApiKeyView[] }>("/v1/api-keys")).body;
  expect(data.find(({ id }) => id === body.id)!.eu_ses).toEqual({ envelope: false });
});
