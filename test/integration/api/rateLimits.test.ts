import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";

const limits = { perApiKey: 12, perAddress: 5 };

let service: TestService;
let client: ApiClient;
let stranger: ApiClient;

// Counts are kept by the process: each test has a service of its own.
beforeEach(async () => {
  service = await startService({ rateLimits: limits });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  stranger = new ApiClient(service.baseUrl, `paraph_test_${"A".repeat(43)}`);
});
afterEach(() => service.stop());

/** What is left of a policy, from the RateLimit header (draft-ietf-httpapi-ratelimit-headers). */
function left(headers: Headers, policy: string): number | null {
  const found = new RegExp(`"${policy}"; *r=(\\d+); *t=(\\d+)`).exec(headers.get("RateLimit") ?? "");
  return found ? Number(found[1]) : null;
}

async function times<T>(count: number, ask: () => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let index = 0; index < count; index++) answers.push(await ask());
  return answers;
}

function expectLimited(
  { status, headers, body }: Awaited<ReturnType<ApiClient["refused"]>>,
  limit: number,
): void {
  expect([status, body.code, body["limit"]]).toEqual([429, "rate_limited", limit]);
  const seconds = Number(headers.get("Retry-After"));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(body["retry_after"]).toBe(seconds);
}

test("a key's requests are counted down in every answer, and beyond the limit it is asked to wait", async () => {
  const answers = await times(limits.perApiKey, () => client.get("/v1/orders"));
  expect(answers.map(({ status }) => status)).toEqual(Array(limits.perApiKey).fill(200));
  expect(answers.map(({ headers }) => left(headers, "api-key"))).toEqual([
    11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
  ]);
  expect(answers[0]!.headers.get("RateLimit-Policy")).toContain(`"api-key"; q=${limits.perApiKey}; w=60`);
  expectLimited(await client.refused("GET", "/v1/orders"), limits.perApiKey);
});

test("each key has a count of its own", async () => {
  await times(limits.perApiKey + 1, () => client.get("/v1/orders"));
  const other = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  expect((await other.get("/v1/orders")).status).toBe(200);
});

test("wrong keys are counted by address, and beyond the limit no key is looked at", async () => {
  const refused = await times(limits.perAddress, () => stranger.refused("GET", "/v1/orders"));
  expect(refused.map(({ status }) => status)).toEqual(Array(limits.perAddress).fill(401));
  expectLimited(await stranger.refused("GET", "/v1/orders"), limits.perAddress);
  expectLimited(await client.refused("GET", "/v1/orders"), limits.perAddress);
});

test("whoever has a good key is not counted by address: not for what is refused, and not for much at once", async () => {
  const refused = await times(limits.perAddress + 2, () => client.refused("GET", "/v1/orders/x"));
  expect(refused.map(({ status }) => status)).toEqual(Array(limits.perAddress + 2).fill(404));
  const others = await Promise.all([service.tenant(), service.tenant()]);
  const atOnce = await Promise.all(
    others.flatMap(({ apiKey }) =>
      Array.from({ length: limits.perApiKey }, () =>
        new ApiClient(service.baseUrl, apiKey).get("/v1/orders"),
      ),
    ),
  );
  expect(atOnce.map(({ status }) => status)).toEqual(Array(2 * limits.perApiKey).fill(200));
});

test.each([
  ["a signer's calls", "GET", `/s/${"A".repeat(43)}/signers/x/status`, "signer"],
  ["the time-stamp authority", "POST", "/tsa", "tsa"],
])("%s need no key and are counted by address", async (_what, method, path, policy) => {
  const anybody = new ApiClient(service.baseUrl, null);
  const answers = await times(limits.perAddress, () => anybody.refused(method, path));
  expect(answers.map(({ headers }) => left(headers, policy))).toEqual([4, 3, 2, 1, 0]);
  expect(answers.map(({ status }) => status)).not.toContain(429);
  expectLimited(await anybody.refused(method, path), limits.perAddress);
});

test("health can be asked for without end", async () => {
  const answers = await times(30, () => new ApiClient(service.baseUrl, null).get("/health"));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});
