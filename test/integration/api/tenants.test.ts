import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { Problem } from "../../../api/http/problem.js";
import { newUuid, publicId } from "../../../api/ids/id.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { type Operation, operations } from "../../support/openApi.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

/** Ids that fit a path of the API, by the name of their parameter. */
type Ids = Readonly<Record<"order" | "document" | "signer" | "key", string>>;

/** What each operation with a body takes; an operation that is not here fails its test. */
const bodies: Readonly<Record<string, object>> = {
  "POST /v1/orders/{order}/documents": { documents: [{ name: "a.pdf", url: "http://127.0.0.1:1/" }] },
  "POST /v1/orders/{order}/cancel": { reason: "none" },
  "POST /v1/orders/{order}/signers/{signer}/sign": { otp: "000000", consent_text: "yes" },
};

const withIds = operations.filter(({ path }) => path.startsWith("/v1/") && path.includes("{"));
const named = withIds.map((operation): [string, Operation] => [
  `${operation.method} ${operation.path}`,
  operation,
]);
const parametersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as keyof Ids);
const fill = (path: string, ids: Ids) => path.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name]);

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

/** A signed order, and a key. */
async function makeIds(client: ApiClient): Promise<Ids> {
  // Each later than the one before, so that a cursor made of its id comes before all orders of ours.
  service.clock.advance(1);
  const order = await client.createOrder({
    title: "Lease",
    external_id: "lease-1",
    documents: [{ name: "lease.pdf", content: Buffer.from(await sampleContract()).toString("base64") }],
    signers: [
      { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" },
      { given_name: "Charles", surname: "Babbage", email: "charles@example.org" },
    ],
  });
  await new SignerBrowser(order, 0, service.outbox).sign();
  const { body } = await client.post<{ id: string }>("/v1/api-keys", { name: "second" });
  return { order: order.id, document: order.documents[0]!.id, signer: order.signers[1]!.id, key: body.id };
}

function neverExisted(): Ids {
  const make = (prefix: "ord" | "doc" | "sgr" | "key") =>
    publicId(prefix, newUuid(service.clock, service.platform.random));
  return { order: make("ord"), document: make("doc"), signer: make("sgr"), key: make("key") };
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
  test.each(["/v1/orders", "/v1/orders?external_id=lease-1", "/v1/orders?state=in_progress"])(
    "%s holds the caller's own orders of the key's mode and no other",
    async (path) => {
      const { body } = await ours.get<{ data: OrderView[] }>(path);
      expect(body.data.map((order) => order.id)).toEqual([ourIds.order]);
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
      expect(body.data.map((order) => order.id)).toEqual([ourIds.order]);
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
