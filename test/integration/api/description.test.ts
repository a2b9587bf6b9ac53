import { AccessRefusals } from "../../../api/access/accessRefusals.js";
import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import { parsePublicId } from "../../../api/ids/id.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { operationOf, operations, undescribed } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";
import { toldAndReplayed } from "./webhooks/history/toldAndReplayed.js";

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

async function withCertificates(): Promise<void> {
  const { body } = await client.post<{ id: string }>("/v1/client-certificates", { name: "ERP" });
  await client.get("/v1/client-certificates");
  await client.get(`/v1/client-certificates/${body.id}`);
  await client.request("DELETE", `/v1/client-certificates/${body.id}`);
}

/** Where calls may come from, and who came from elsewhere. */
async function allowedAndRefused(): Promise<void> {
  const path = "/v1/allowed-addresses";
  const tenant = await service.tenant("Elsewhere");
  const theirs = new ApiClient(service.baseUrl, tenant.apiKey);
  const { secret } = (await theirs.post<{ secret: string }>("/v1/api-keys", { name: "x" })).body;
  await theirs.get(path);
  await theirs.request("PUT", path, { ranges: ["127.0.0.1", "2001:db8::/32"] });
  await theirs.request("DELETE", path);
  const { id } = (await theirs.post<{ id: string }>("/v1/api-keys", { name: "y" })).body;
  const apiKeyId = parsePublicId("key", id)!;
  const refusal = { tenantId: tenant.tenantId, mode: "test", apiKeyId, certificateId: null } as const;
  await new AccessRefusals(service.platform).add({ ...refusal, reason: "address_not_allowed" });
  expect((await theirs.get<{ data: object[] }>("/v1/access-refusals")).body.data).toHaveLength(1);
  await theirs.request("PUT", path, { ranges: ["192.0.2.1"], force: true });
  expect((await new ApiClient(service.baseUrl, secret).get("/v1/orders")).status).toBe(403);
}

async function signByKey(order: OrderView, index: number): Promise<number> {
  const path = `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;
  await client.post(`${path}/otp`);
  const browser = new SignerBrowser(order, index, service.outbox);
  const { consent } = await browser.status();
  const otp = await browser.newestCode();
  return (await client.post(`${path}/sign`, { otp, consent_text: consent.text })).status;
}

/** An order whose signers and rules change while it runs: approved, delegated, replaced, extended. */
async function changedWhileItRuns(): Promise<void> {
  const signers = [ada, { ...ada, role: "approver" }, { ...ada, role: "approver" }, ada, ada];
  const order = await make({ allow_delegation: true, signers });
  const page = new SignerBrowser(order, 1, service.outbox);
  expect((await page.approve()).status).toBe(200);
  const at = (index: number) => `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;
  await client.post(`${at(2)}/otp`);
  const other = new SignerBrowser(order, 2, service.outbox);
  const approval = { otp: await other.newestCode(), consent_text: (await other.status()).consent.text };
  expect((await client.post(`${at(2)}/approve`, approval)).status).toBe(200);
  const delegating = new SignerBrowser(order, 0, service.outbox);
  await delegating.client.post(`${delegating.path}/delegate`, { ...ada, reason: "away" });
  await client.post(`/v1/orders/${order.id}/signers`, ada);
  await client.request("PATCH", at(3), { surname: "King" });
  await client.post(`${at(3)}/replace`, ada);
  await client.request("DELETE", at(4));
  const later = new Date(Date.parse(order.expires_at) + 86_400_000).toISOString();
  await client.post(`/v1/orders/${order.id}/extend`, { expires_at: later });
  await client.request("PATCH", `/v1/orders/${order.id}`, { labels: ["changed"] });
}

/** What a signer does before they sign, each step by itself. */
async function stepByStep(): Promise<void> {
  const order = await make({ must_read: true, consent_clauses: ["Yes."], editable_identity: ["surname"] });
  const page = new SignerBrowser(order, 0, service.outbox, service.clock);
  await page.read();
  await page.readPages();
  await page.client.request("PATCH", `${page.path}/identity`, { surname: "King" });
  await page.agree();
  await client.get(`/v1/orders/${order.id}/signers/${order.signers[0]!.id}/proof-path`);
}

/** Profiles, and what a tenant does about codes. */
async function codesAndProfiles(): Promise<void> {
  const profile = {
    code: "crm",
    name: "CRM",
    otp: { length: 8 },
    sender: { name: "CRM" },
    branding: {},
    texts: {},
  };
  await client.post("/v1/profiles", profile);
  await client.get("/v1/profiles?limit=1");
  await client.get("/v1/profiles/crm");
  await client.request("PATCH", "/v1/profiles/crm", { name: "Contracts", reminders: { days: 3, count: 2 } });
  await client.request("DELETE", "/v1/profiles/crm");
  const order = await make({
    signers: [
      { ...ada, email: "ada@code.test" },
      { ...ada, authentication: "none" },
    ],
  });
  const at = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
  await client.post(`${at}/otp`);
  await client.get(`${at}/otp`);
  await client.post(`${at}/otp/verify`, { otp: "123456" });
  await client.post(`${at}/unlock`);
  await client.post(`${at}/authentications`, { method: "login", statement: "Logged in." });
  const page = new SignerBrowser(order, 1, service.outbox);
  await page.client.post(`${page.path}/session`);
}

/** Fields that are filled in, a template, and a list of orders that are made from it. */
async function filledAndFromTemplates(): Promise<void> {
  const placements = [{ kind: "text", name: "town", page: 1, x: 70, y: 600, width: 180, height: 20 }];
  const order = await make({ signers: [{ ...ada, placements }] });
  const page = new SignerBrowser(order, 0, service.outbox);
  const at = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/fields`;
  const { data } = (await client.get<{ data: { id: string }[] }>(at)).body;
  await client.request("PUT", at, { values: { town: "Oxford" } });
  await page.client.request("PUT", `${page.path}/fields`, { values: { [data[0]!.id]: "London" } });
  const documents = [{ name: "lease.pdf", content }];
  const roles = [{ name: "tenant", placements }];
  const template = { name: "Lease", title: "Lease", settings: { notify: false }, documents, roles };
  const { id } = (await client.post<{ id: string }>("/v1/templates", template)).body;
  await client.get("/v1/templates");
  await client.get(`/v1/templates/${id}`);
  await client.request("PATCH", `/v1/templates/${id}`, { name: "Lease of a flat" });
  const lines = [{ signers: [{ ...ada, template_role: "tenant" }] }, {}];
  await client.post(`/v1/templates/${id}/bulk?dry_run=true`, { lines });
  const bulk = (await client.post<{ id: string }>(`/v1/templates/${id}/bulk`, { lines })).body;
  while ((await sweep(service.platform)) > 0);
  for (const what of ["", `/${bulk.id}`, `/${bulk.id}/lines`]) await client.get(`/v1/bulk${what}`);
  await client.request("DELETE", `/v1/templates/${id}`);
}

/** What the tenant's staff see and do; the order's signatures cannot be made just now. */
async function atTheDesk(order: OrderView): Promise<void> {
  await client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 60 });
  await client.get("/v1/exports/orders?format=csv");
  await client.get("/v1/usage?limit=1");
  for (let round = 0; round < 2; round++) {
    service.clock.advance(7200);
    await sweep(service.platform);
  }
  const { data } = (await client.get<{ data: { kind: string; subject: string }[] }>("/v1/stuck-work")).body;
  const { kind, subject } = data.find((stuck) => stuck.kind === "signing")!;
  await client.post(`/v1/stuck-work/${kind}/${subject}/retry`);
}

/** How long what is left of orders is kept, and what was deleted. */
async function askedByThePerson(): Promise<void> {
  await client.post("/v1/data-subjects/export", { email: ada.email });
  const { id } = (await client.post<{ id: string }>("/v1/data-subjects/erasures", { email: ada.email })).body;
  for (const what of ["", `/${id}`, `/${id}/results`]) await client.get(`/v1/data-subjects/erasures${what}`);
}

async function keptAndPurged(): Promise<void> {
  await client.request("PUT", "/v1/retention", { documents: "P1M", evidence: "P5Y", archive: false });
  await client.get("/v1/retention");
  const order = await make({ retention: { documents: "P2M" } });
  await client.post(`/v1/orders/${order.id}/cancel`);
  const at = `/v1/orders/${order.id}`;
  const { id } = (await client.post<{ id: string }>(`${at}/legal-holds`, { reason: "A suit." })).body;
  await client.get(`${at}/legal-holds`);
  await client.refused("DELETE", `${at}/documents`);
  await client.request("DELETE", `${at}/legal-holds/${id}`);
  const purge = (await client.request<{ id: string }>("DELETE", `${at}/documents`)).body;
  await client.get(`${at}/purges`);
  await client.get(`/v1/purges/${purge.id}`);
  await client.refused("GET", `${at}/documents/${order.documents[0]!.id}/source`);
}

/** The evidence of a signed order: as it is kept, and deposited. */
async function evidenceKept(order: OrderView): Promise<void> {
  await client.get(`/v1/orders/${order.id}/evidence/status`);
  await client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 1 });
  const { id } = (await client.post<{ id: string }>(`/v1/orders/${order.id}/deposit`)).body;
  await client.refused("GET", `/v1/deposits/${id}/content`);
  await sweep(service.platform);
  await client.get(`/v1/deposits/${id}`);
  await client.get(`/v1/deposits/${id}/content`);
  await client.get("/v1/deposits?limit=1");
}

/** The log of audit trails: its checkpoints, and what they prove. */
async function loggedAndProven(order: OrderView): Promise<void> {
  await makeDueCheckpoints(service.platform);
  const { data } = (await client.get<{ data: { size: number }[] }>("/v1/checkpoints?limit=1")).body;
  const { size } = data[0]!;
  await client.get(`/v1/checkpoints/${size}`);
  await client.get(`/v1/checkpoints/consistency-proof?from=${size}&to=${size}`);
  await client.get(`/v1/orders/${order.id}/inclusion-proof`);
}

/** Where an order tells what happens to it: given with the order, replaced, and taken away. */
async function callbackOfAnOrder(): Promise<void> {
  const url = "http://127.0.0.1:2/hook";
  const order = await make({ callback: { url, headers: { "X-Token": "1" }, events: ["order.*"] } });
  const at = `/v1/orders/${order.id}/callback`;
  await client.get(at);
  await client.request("PUT", at, { url, form: "eu_ses", encoding: "form", custom: { lease: 7 } });
  await client.request("DELETE", at);
}

/** A webhook endpoint from its making to its deletion, and what it and callbacks are signed with. */
async function endpointsAndSecrets(): Promise<void> {
  const contact = { email: "ops@example.org" };
  const basic_auth = { username: "paraph", password: "p" };
  const body = { url: "http://127.0.0.1:2/hook", description: "CRM", contact, basic_auth };
  const { id } = (await client.post<{ id: string }>("/v1/webhook-endpoints", body)).body;
  const at = `/v1/webhook-endpoints/${id}`;
  await client.get("/v1/webhook-endpoints?limit=1");
  await client.get(at);
  await client.request("PATCH", at, { status: "paused", contact: null });
  await client.get(`${at}/secret`);
  await client.post(`${at}/rotate-secret`, { overlap_seconds: 60 });
  await client.request("DELETE", at);
  await client.get("/v1/callback-secret");
  await client.post("/v1/callback-secret/rotate");
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
  for (const what of ["", "/events", "/audit", "/audit-trail", "/evidence", "/messages"])
    await client.get(`/v1/orders/${order.id}${what}`);
  for (const query of ["", "?format=json"])
    await client.get(`/v1/orders/${order.id}/signers/${order.signers[0]!.id}/attestation${query}`);
  const document = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}`;
  for (const what of ["source", "signed"]) await client.get(`${document}/${what}`);
  const signed = (await client.get<Buffer>(`${document}/signed`)).body.toString("base64");
  await client.post("/v1/verifications", { document: signed, recursive: true });

  // A draft that is added to, sent and cancelled; one that is refused; lists; keys.
  const draft = await make({ draft: true });
  await client.post(`/v1/orders/${draft.id}/documents`, { documents: [{ name: "more.pdf", content }] });
  await client.post(`/v1/orders/${draft.id}/send`);
  await client.post(`/v1/orders/${draft.id}/signers/${draft.signers[0]!.id}/remind`);
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
  await withCertificates();
  await allowedAndRefused();

  await changedWhileItRuns();
  await codesAndProfiles();
  await filledAndFromTemplates();
  await stepByStep();
  await loggedAndProven(order);
  await keptAndPurged();
  await evidenceKept(order);
  await askedByThePerson();
  await callbackOfAnOrder();
  await endpointsAndSecrets();
  await toldAndReplayed(client, make);

  // Signatures that are recorded now and made later.
  stampsFail = true;
  const slow = await make();
  expect((await new SignerBrowser(slow, 0, service.outbox).sign()).status).toBe(202);
  expect(await signByKey(slow, 1)).toBe(202);
  await atTheDesk(slow);

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
