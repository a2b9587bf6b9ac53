import type { NewApiKeyView } from "../../../api/apiKeys/apiKeysController.js";
import { scopes } from "../../../api/apiKeys/scopes.js";
import type { Problem } from "../../../api/http/problem.js";
import { ApiClient } from "../../support/apiClient.js";
import { type Operation, operations } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let first: string;
let client: ApiClient;

beforeAll(async () => {
  service = await startService();
  first = (await service.tenant("Company", "test")).apiKey;
  client = new ApiClient(service.baseUrl, first);
});
afterAll(() => service.stop());

const as = (secret: string | null) => new ApiClient(service.baseUrl, secret);

async function make(body: object, maker = client): Promise<NewApiKeyView> {
  const answer = await maker.post<NewApiKeyView>("/v1/api-keys", { name: "key", ...body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const secured = operations.filter((operation) => operation.path.startsWith("/v1/"));
describe.each(
  secured.map((operation): [string, Operation] => [`${operation.method} ${operation.path}`, operation]),
)("%s", (_name, operation) => {
  const path = operation.path.replace(/\{\w+\}/g, "x");
  const body = operation.hasBody ? { nonsense: true } : undefined;

  test("needs exactly one scope: without it 403 that names it, with it alone no such refusal", async () => {
    expect(operation.scopes).toHaveLength(1);
    const needed = operation.scopes![0]!;
    expect(scopes).toContain(needed);
    const without = await make({ scopes: scopes.filter((scope) => scope !== needed) });
    const refused = await as(without.secret).refused(operation.method, path, body);
    expect([refused.status, refused.body.code, refused.body["scope"]]).toEqual([
      403,
      "scope_missing",
      needed,
    ]);
    const { secret } = await make({ scopes: [needed] });
    const { status } = await as(secret).request<Problem>(operation.method, path, body);
    expect([200, 404, 422]).toContain(status);
  });
});

describe("making a key", () => {
  test("gives by default what the maker has, and never more", async () => {
    const maker = as((await make({ scopes: ["keys:write", "orders:read"] })).secret);
    expect((await make({}, maker)).scopes).toEqual(["keys:write", "orders:read"]);
    expect((await make({ scopes: ["orders:read"] }, maker)).scopes).toEqual(["orders:read"]);
    const { status, body } = await maker.refused("POST", "/v1/api-keys", {
      name: "x",
      scopes: ["orders:read", "orders:write"],
    });
    expect([status, body.code, body.param]).toEqual([403, "scope_missing", "scopes[1]"]);
  });

  test("gives a scope once, however often it is asked for", async () => {
    expect((await make({ scopes: ["orders:read", "orders:read"] })).scopes).toEqual(["orders:read"]);
  });

  test("of the live mode is refused to a test key; a live key makes both", async () => {
    const { status, body } = await client.refused("POST", "/v1/api-keys", { name: "x", mode: "live" });
    expect([status, body.code, body.param]).toEqual([403, "scope_missing", "mode"]);
    const live = as((await service.tenant("Live", "live")).apiKey);
    expect((await make({}, live)).mode).toBe("live");
    expect((await make({ mode: "live" }, live)).mode).toBe("live");
    expect((await make({ mode: "test" }, live)).mode).toBe("test");
  });

  test.each<[string, object, string]>([
    ["no name", {}, "name"],
    ["an empty name", { name: "" }, "name"],
    ["a long name", { name: "n".repeat(201) }, "name"],
    ["an unknown mode", { name: "x", mode: "production" }, "mode"],
    ["an unknown scope", { name: "x", scopes: ["orders:read", "everything"] }, "scopes[1]"],
    ["scopes that are no list", { name: "x", scopes: "orders:read" }, "scopes"],
    ["a scope that is no text", { name: "x", scopes: [1] }, "scopes[0]"],
    ["an end that is no time", { name: "x", expires_at: "tomorrow" }, "expires_at"],
    ["an end in the past", { name: "x", expires_at: "2020-01-01T00:00:00Z" }, "expires_at"],
    ["a field that is none", { name: "x", admin: true }, "admin"],
  ])("with %s is refused with 422 that names the field", async (_what, request, param) => {
    const { status, body } = await client.refused("POST", "/v1/api-keys", request);
    expect([status, body.code, body.param]).toEqual([422, "field_invalid", param]);
  });
});
