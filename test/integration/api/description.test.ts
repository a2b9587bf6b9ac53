import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { ApiClient } from "../../support/apiClient.js";
import { operationOf, operations, undescribed } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

let service: TestService;
let client: ApiClient;
let content: string;
let stampsFail = false;

/** What was seen of each operation: `POST /v1/orders 201`. */
const seen = new Set<string>();
const faults = new Set<string>();
const { fetch: realFetch } = globalThis;

/** Looks at every answer of the service that goes by, and holds it against the description. */
const watchedFetch: typeof fetch = async (input, init) => {
  const response = await realFetch(input, init);
  const { pathname } = new URL(String(input));
  const method = init?.method ?? "GET";
  const operation = operationOf(method, pathname);
  if (!operation) return response;
  seen.add(`${method} ${operation.path} ${response.status}`);
  const copy = response.clone();
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  const body: unknown = isJson ? await copy.json() : await copy.arrayBuffer();
  for (const fault of undescribed(method, pathname, {
    status: response.status,
    headers: response.headers,
    body,
  })) {
    faults.add(fault);
  }
  return response;
};

beforeAll(async () => {
  service = await startService();
  const own = service.platform.timestampAuthority.test;
  const timestampAuthority = {
    maxTokenBytes: own.maxTokenBytes,
    timestamp: async (digest: Uint8Array) => {
      if (stampsFail) throw new TimestampError("unavailable", "The authority is away.");
      return own.timestamp(digest);
    },
  };
  Object.assign(service.platform.timestampAuthority, { test: timestampAuthority });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  content = Buffer.from(await sampleContract()).toString("base64");
  globalThis.fetch = watchedFetch;
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await service.stop();
});

const ada = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const make = (more: object = {}) =>
  client.createOrder({
    title: "Lease",
    metadata: { room: "7" },
    documents: [{ name: "lease.pdf", content }],
    signers: [{ ...ada, placements: [{ page: 1, x: 70, y: 600, width: 180, height: 56 }] }, ada],
    ...more,
  });

async function signByKey(order: OrderView, index: number): Promise<number> {
  const path = `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;
  await client.post(`${path}/otp`);
  const browser = new SignerBrowser(order, index, service.outbox);
  const { consent } = await browser.status();
  const otp = await browser.newestCode();
  return (await client.post(`${path}/sign`, { otp, consent_text: consent.text })).status;
}

test("every answer of the whole procedure is as the description says, and no operation is left out", async () => {
  // An order, signed by its signer in the page and by a caller for the other.
  const order = await make();
  const page = new SignerBrowser(order, 0, service.outbox);
  await page.client.get(`${page.path}/positions`);
  await page.client.get(`${page.path}/signed-documents`);
  await page.client.post(`${page.path}/verify-otp`, { otp: "1" });
  expect((await page.sign()).status).toBe(200);
  await page.client.get(`${page.path}/signed-documents`);
  expect(await signByKey(order, 1)).toBe(200);
  for (const what of ["", "/events", "/audit", "/evidence"])
    await client.get(`/v1/orders/${order.id}${what}`);
  const document = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}`;
  for (const what of ["source", "signed"]) await client.get(`${document}/${what}`);

  // A draft that is added to, sent and cancelled; one that is refused; lists; keys.
  const draft = await make({ draft: true });
  await client.post(`/v1/orders/${draft.id}/documents`, { documents: [{ name: "more.pdf", content }] });
  await client.post(`/v1/orders/${draft.id}/send`);
  await client.post(`/v1/orders/${draft.id}/cancel`, { reason: "sold" });
  const refusing = new SignerBrowser(await make(), 0, service.outbox);
  await refusing.client.post(`${refusing.path}/refuse`, { reason: "no" });
  await client.get("/v1/orders?limit=2");
  await client.get("/v1/api-keys");
  const key = await client.post<{ id: string }>("/v1/api-keys", {
    name: "second",
    expires_at: "2099-01-01T00:00:00Z",
  });
  await client.request("DELETE", `/v1/api-keys/${key.body.id}`);

  // Signatures that are recorded now and made later.
  stampsFail = true;
  const slow = await make();
  expect((await new SignerBrowser(slow, 0, service.outbox).sign()).status).toBe(202);
  expect(await signByKey(slow, 1)).toBe(202);

  // Refusals, with members of their own: a scope, a limit, seconds to wait, tries that are left.
  for (const { method, path } of operations) {
    const nothing = path.replace(/\{\w+\}/g, "x");
    await client.request(method, nothing, method === "POST" ? { nonsense: 1 } : undefined);
    await new ApiClient(service.baseUrl, "x").request(method, nothing, method === "POST" ? {} : undefined);
  }
  const other = await make();
  const browser = new SignerBrowser(other, 0, service.outbox);
  await browser.receiveCode();
  await browser.client.refused("POST", `${browser.path}/send-otp`);
  await browser.client.refused("POST", `${browser.path}/verify-otp`, { otp: "000000" });
  await client.refused("POST", "/v1/orders", { title: "x", signers: Array(51).fill(ada) });
  await client.refused("POST", "/v1/orders", {
    title: "x",
    signers: [ada],
    documents: [{ name: "x", url: "x" }],
  });

  expect([...faults]).toEqual([]);
  for (const { method, path, responses } of operations) {
    for (const status of Object.keys(responses).filter((described) => described !== "default")) {
      expect(seen).toContain(`${method} ${path} ${status}`);
    }
  }
});
