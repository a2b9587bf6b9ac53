import pg from "pg";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { Problem } from "../../../api/http/problem.js";
import { newUuid, parsePublicId, publicId } from "../../../api/ids/id.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { ApiClient } from "../../support/apiClient.js";
import { column } from "../../support/inDatabase.js";
import { type Operation, operations } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

/** Ids that fit a path of the API, by the name of their parameter. */
const prefixes = {
  order: "ord",
  document: "doc",
  signer: "sgr",
  key: "key",
  template: "tpl",
  bulk: "blk",
  profile: "prf",
  hold: "hld",
  purge: "pur",
  deposit: "dep",
  erasure: "ers",
  endpoint: "whe",
  notification: "ntf",
  replay: "rpl",
  certificate: "crt",
} as const;
type Ids = Readonly<Record<keyof typeof prefixes | "subject", string>>;

const lastMinute = { from: new Date(Date.now() - 60_000).toISOString(), only: "all" };

/** What each operation with a body takes; an operation that is not here fails its test. */
const bodies: Readonly<Record<string, object>> = {
  "POST /v1/orders/{order}/documents": { documents: [{ name: "a.pdf", url: "http://127.0.0.1:1/" }] },
  "POST /v1/orders/{order}/cancel": { reason: "none" },
  "PUT /v1/orders/{order}/callback": { url: "http://127.0.0.1:2/" },
  "PATCH /v1/orders/{order}": { labels: ["theirs"] },
  "POST /v1/orders/{order}/extend": { expires_at: "2099-01-01T00:00:00Z" },
  "POST /v1/orders/{order}/test-clock": { seconds: 1 },
  "POST /v1/orders/{order}/legal-holds": { reason: "theirs" },
  "POST /v1/orders/{order}/signers": { given_name: "Eve", surname: "Stranger", email: "eve@example.org" },
  "PATCH /v1/orders/{order}/signers/{signer}": { surname: "Stranger" },
  "POST /v1/orders/{order}/signers/{signer}/replace": {
    given_name: "Eve",
    surname: "Stranger",
    email: "eve@example.org",
  },
  "POST /v1/orders/{order}/signers/{signer}/approve": { otp: "000000", consent_text: "yes" },
  "POST /v1/orders/{order}/signers/{signer}/authentications": {
    method: "login",
    at: "2026-01-01T00:00:00Z",
    reference: "1",
    statement: "Logged in.",
  },
  "PUT /v1/orders/{order}/signers/{signer}/fields": { values: { city: "Paris" } },
  "POST /v1/orders/{order}/signers/{signer}/otp/verify": { otp: "000000" },
  "POST /v1/orders/{order}/signers/{signer}/sign": { otp: "000000", consent_text: "yes" },
  "PATCH /v1/profiles/{profile}": { name: "Theirs" },
  "PATCH /v1/templates/{template}": { name: "Theirs" },
  "POST /v1/templates/{template}/bulk": { lines: [{ signers: [] }] },
  "PATCH /v1/webhook-endpoints/{endpoint}": { description: "Theirs" },
  "POST /v1/webhook-endpoints/{endpoint}/rotate-secret": { overlap_seconds: 0 },
  "POST /v1/webhook-endpoints/{endpoint}/test": { type: "endpoint.test" },
  "POST /v1/webhook-endpoints/{endpoint}/replays": lastMinute,
};

// A checkpoint is named by its log's size, which everybody has; the tests of checkpoints hold them apart.
const withIds = operations.filter(
  ({ path }) => path.startsWith("/v1/") && path.includes("{") && !path.includes("{size}"),
);
const named = withIds.map((operation): [string, Operation] => [
  `${operation.method} ${operation.path}`,
  operation,
]);
// A kind of work is no id: it is one of a list, and anything else is refused as such.
const parametersOf = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] as keyof Ids)
    .filter((name) => `${name}` !== "kind");
const fill = (path: string, ids: Ids) =>
  path.replace("{kind}", "signing").replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name]);

let service: TestService;
let ours: ApiClient;
let ourIds: Ids;
/** Ids that exist, but not for us. */
let foreign: Readonly<Record<string, Ids>>;
let theirs: ApiClient;

beforeAll(async () => {
  service = await startService();
  const mine = await service.tenant("Ours", "live");
  const live = new ApiClient(service.baseUrl, mine.apiKey);
  const testKey = await live.post<{ secret: string }>("/v1/api-keys", { name: "test", mode: "test" });
  ours = new ApiClient(service.baseUrl, testKey.body.secret);
  theirs = new ApiClient(service.baseUrl, (await service.tenant("Theirs", "test")).apiKey);
  ourIds = await makeIds(ours);
  foreign = { "another tenant's": await makeIds(theirs), "one of the other mode": await makeIds(live) };
});
afterAll(() => service.stop());

/** A signed order, a key, a profile, a template, a list of orders to be made, and a signing that is not done yet. */
async function makeIds(client: ApiClient): Promise<Ids> {
  // Each later than the one before, so that a cursor made of its id comes before all orders of ours.
  service.clock.advance(1);
  const documents = [{ name: "lease.pdf", content: Buffer.from(await sampleContract()).toString("base64") }];
  const order = await client.createOrder({
    title: "Lease",
    external_id: "lease-1",
    callback: { url: "https://hooks.invalid/" },
    documents,
    signers: [
      { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" },
      { given_name: "Charles", surname: "Babbage", email: "charles@example.org" },
    ],
  });
  const post = async (path: string, body: object) => {
    const made = await client.post<{ id: string }>(path, body);
    if (made.status >= 300) throw new Error(`Nothing made: ${JSON.stringify(made.body)}`);
    return made.body.id;
  };
  const hold = await post(`/v1/orders/${order.id}/legal-holds`, { reason: "A suit." });
  await new SignerBrowser(order, 0, service.outbox).sign();
  const template = await post("/v1/templates", { name: "Lease", documents, roles: [{ name: "tenant" }] });
  const endpoint = await post("/v1/webhook-endpoints", { url: "https://127.0.0.1:2/hook" });
  const told = await client.get<{ data: { id: string }[] }>(`/v1/notifications?order=${order.id}&limit=1`);
  return {
    order: order.id,
    document: order.documents[0]!.id,
    signer: order.signers[1]!.id,
    key: await post("/v1/api-keys", { name: "second" }),
    profile: await post("/v1/profiles", { code: "lease", name: "Lease" }),
    template,
    bulk: await post(`/v1/templates/${template}/bulk`, { lines: [{ signers: [] }] }),
    hold,
    purge: await purge(client, documents),
    deposit: await deposit(client, documents),
    subject: await stuckSigning(client, documents),
    erasure: await post("/v1/data-subjects/erasures", { email: "nobody@example.org" }),
    endpoint,
    notification: told.body.data[0]!.id,
    replay: await post(`/v1/webhook-endpoints/${endpoint}/replays`, lastMinute),
    certificate: await post("/v1/client-certificates", { name: "ERP" }),
  };
}

/** The purge of the documents of an order that nobody wanted. */
async function purge(client: ApiClient, documents: object[]): Promise<string> {
  const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }];
  const { id } = await client.createOrder({ title: "Unwanted", documents, signers });
  await client.post(`/v1/orders/${id}/cancel`);
  return (await client.request<{ id: string }>("DELETE", `/v1/orders/${id}/documents`)).body.id;
}

/** What is deposited of a signed order. */
async function deposit(client: ApiClient, documents: object[]): Promise<string> {
  const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }];
  const order = await client.createOrder({ title: "Deposited", documents, signers });
  await new SignerBrowser(order, 0, service.outbox).sign();
  return (await client.post<{ id: string }>(`/v1/orders/${order.id}/deposit`)).body.id;
}

/** The subject of a signing that waits for its time-stamp. */
async function stuckSigning(client: ApiClient, documents: object[]): Promise<string> {
  const order = await client.createOrder({
    title: "Stuck",
    documents,
    signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
  });
  const { platform } = service;
  const before = { ...platform };
  const timestamp = () => Promise.reject(new TimestampError("unavailable", "The authority does not answer."));
  const authority = { maxTokenBytes: 5000, timestamp };
  Object.assign(platform, { timestampAuthority: { test: authority, live: authority } });
  await new SignerBrowser(order, 0, service.outbox).sign();
  Object.assign(platform, before);
  const admin = new pg.Client({ connectionString: service.adminUrl });
  await admin.connect();
  const [subject] = await column(
    admin,
    "UPDATE signings SET attempts = 3 WHERE state = 'pending' AND order_id = $1 RETURNING id::text",
    [parsePublicId("ord", order.id)],
  );
  await admin.end();
  await client.post(`/v1/orders/${order.id}/cancel`, { reason: "kept out of lists" });
  return subject!;
}

function neverExisted(): Ids {
  const uuid = () => newUuid(service.clock, service.platform.random);
  const ids = Object.entries(prefixes).map(([name, prefix]) => [name, publicId(prefix, uuid())]);
  return { ...Object.fromEntries(ids), subject: uuid() };
}

async function ask(operation: Operation, ids: Ids) {
  const body = operation.hasBody ? bodies[`${operation.method} ${operation.path}`] : undefined;
  const answer = await ours.refused(operation.method, fill(operation.path, ids), body);
  const { request_id, ...problem } = answer.body;
  expect(request_id).toMatch(/^req_/);
  const headers = [...answer.headers.keys()].filter((name) => name !== "transfer-encoding").sort();
  return { status: answer.status, headers, problem };
}

test("the routes with an id that follow are those of the description, all of them", () => {
  expect(named.length).toBeGreaterThanOrEqual(12);
  for (const [name, operation] of named) if (operation.hasBody) expect(bodies).toHaveProperty([name]);
});

describe.each(named)("%s", (_name, operation) => {
  test.each(parametersOf(operation.path))(
    "answers the same 404 for a foreign %s as for none at all",
    async (parameter) => {
      const none = await ask(operation, { ...ourIds, [parameter]: neverExisted()[parameter] });
      expect(none).toMatchObject({ status: 404, problem: { status: 404, code: "not_found" } });
      for (const ids of Object.values(foreign)) {
        expect(await ask(operation, { ...ourIds, [parameter]: ids[parameter] })).toEqual(none);
      }
    },
  );

  test.each(parametersOf(operation.path))("answers the same 404 for a malformed %s", async (parameter) => {
    const none = await ask(operation, { ...ourIds, [parameter]: neverExisted()[parameter] });
    const good = ourIds[parameter];
    for (const malformed of [
      "x",
      "%00",
      "..%2f..",
      "00000000-0000-0000-0000-000000000000",
      good.slice(0, -1),
      `${good}0`,
      good.toUpperCase(),
      `${good.slice(0, 4)}zzzzzzzzzzzzzzzzzzzzzzzzzz`,
      `${good.slice(0, -1)}u`,
      good.replace(/^.../, "xyz"),
      `${good}'--`,
      "a".repeat(5000),
    ]) {
      expect([malformed, await ask(operation, { ...ourIds, [parameter]: malformed })]).toEqual([
        malformed,
        none,
      ]);
    }
  });

  test("answers the same 404 when all of its ids are foreign", async () => {
    const none = await ask(operation, neverExisted());
    for (const ids of Object.values(foreign)) expect(await ask(operation, ids)).toEqual(none);
  });
});

test("nothing of what was tried has changed the other tenant's order", async () => {
  const ids = foreign["another tenant's"]!;
  const { body } = await theirs.get<OrderView>(`/v1/orders/${ids.order}`);
  expect(body).toMatchObject({
    state: "in_progress",
    documents: [{ signatures: 1 }],
    signers: [{}, { state: "waiting" }],
  });
  const events = await theirs.get<{ data: { type: string }[] }>(`/v1/orders/${ids.order}/events`);
  expect(events.body.data.at(-1)!.type).toBe("signer.signed");
  const keys = await theirs.get<{ data: { revoked_at: string | null }[] }>("/v1/api-keys");
  expect(keys.body.data.map((key) => key.revoked_at)).toEqual([null, null]);
});

describe("a list", () => {
  const idsOf = (orders: readonly OrderView[]) =>
    orders.filter(({ title }) => title === "Lease").map(({ id }) => id);

  test.each(["/v1/orders", "/v1/orders?external_id=lease-1", "/v1/orders?state=in_progress"])(
    "%s holds the caller's own orders of the key's mode and no other",
    async (path) => {
      const { body } = await ours.get<{ data: OrderView[] }>(path);
      expect(idsOf(body.data)).toEqual([ourIds.order]);
    },
  );

  test("/v1/api-keys holds the caller's own keys of the key's mode and no other", async () => {
    const { body } = await ours.get<{ data: { id: string; mode: string }[] }>("/v1/api-keys");
    expect(body.data.map((key) => key.id)).toContain(ourIds.key);
    expect(body.data.every((key) => key.mode === "test")).toBe(true);
    for (const ids of Object.values(foreign)) expect(body.data.map((key) => key.id)).not.toContain(ids.key);
  });

  test("with another tenant's id as its cursor holds nothing of that tenant", async () => {
    for (const ids of Object.values(foreign)) {
      const { body } = await ours.get<{ data: OrderView[] }>(`/v1/orders?cursor=${ids.order}`);
      expect(idsOf(body.data)).toEqual([ourIds.order]);
    }
  });

  test("with a cursor that is no id is refused, and names the parameter", async () => {
    for (const path of ["/v1/orders", "/v1/api-keys"]) {
      const { status, body } = await ours.refused("GET", `${path}?cursor=x`);
      expect([status, body.code, body.param] satisfies [number, Problem["code"], unknown]).toEqual([
        400,
        "cursor_invalid",
        "cursor",
      ]);
    }
  });
});

test("a signing link opens its own signer's calls and no other signer's, not even of the same order", async () => {
  const { body: order } = await ours.get<OrderView>(`/v1/orders/${ourIds.order}`);
  const { body: other } = await theirs.get<OrderView>(`/v1/orders/${foreign["another tenant's"]!.order}`);
  const link = new URL(order.signers[0]!.signing_url).pathname;
  const stranger = new ApiClient(service.baseUrl, null);
  for (const signer of [order.signers[1]!.id, other.signers[0]!.id, neverExisted().signer, "x"]) {
    const { status, body } = await stranger.refused("GET", `${link}/signers/${signer}/status`);
    expect([status, body.detail]).toEqual([404, "No such signer."]);
  }
});
