import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { type Answer, ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";
import { storedObjects } from "../../support/storedObjects.js";

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService();
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());
beforeEach(async () => {
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
});

const ada = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const body = (more: object = {}) => ({
  title: "Lease",
  documents: [{ name: "lease.pdf", content }],
  signers: [ada],
  ...more,
});
const under = (key: string) => ({ "Idempotency-Key": key });
const create = (key: string, request: object = body(), by = client) =>
  by.post<OrderView>("/v1/orders", request, under(key));
const isReplay = (answer: Answer<unknown>) => answer.headers.get("Idempotent-Replayed") === "true";
const orders = async (by = client) => (await by.get<{ data: OrderView[] }>("/v1/orders")).body.data;

/** A request that is sent twice under one key: the second is answered as the first, and nothing happens again. */
async function twice(path: string, key: string, request?: object): Promise<Answer<OrderView>> {
  const first = await client.post<OrderView>(path, request, under(key));
  expect([first.status < 300, isReplay(first)]).toEqual([true, false]);
  const second = await client.post<OrderView>(path, request, under(key));
  expect([second.status, second.body, isReplay(second)]).toEqual([first.status, first.body, true]);
  return first;
}

describe("an order asked for twice under one Idempotency-Key", () => {
  test("is one order with one document, and the second answer is the first one's", async () => {
    const before = (await storedObjects(service)).length;
    const { body: order } = await twice("/v1/orders", "order-1", body());
    expect((await orders()).map(({ id }) => id)).toEqual([order.id]);
    expect((await storedObjects(service)).length).toBe(before + 1);
  });

  test("by twenty requests at once is one order with one document, and all get the same answer", async () => {
    const before = (await storedObjects(service)).length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => create("order-20")));
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.filter((answer) => !isReplay(answer))).toHaveLength(1);
    expect(await orders()).toHaveLength(1);
    expect((await storedObjects(service)).length).toBe(before + 1);
  });

  test("is answered as it was at first, even when the order has moved on", async () => {
    const first = await create("moved-on");
    await client.post(`/v1/orders/${first.body.id}/cancel`);
    const second = await create("moved-on");
    expect(second.body).toEqual(first.body);
  });

  test("with another body is refused, names the header, and makes nothing", async () => {
    await create("reused");
    for (const other of [body({ title: "Other" }), body({ draft: true }), body({ metadata: {} })]) {
      const { status, body: problem } = await client.refused("POST", "/v1/orders", other, under("reused"));
      expect([status, problem.code, problem.param]).toEqual([
        422,
        "idempotency_key_reused",
        "Idempotency-Key",
      ]);
    }
    expect(await orders()).toHaveLength(1);
  });

  test("with other files of the same total bytes is refused: names and contents are told apart", async () => {
    const pdf = await sampleContract();
    const form = (name: string, bytes: Uint8Array) => {
      const data = new FormData();
      data.set("order", JSON.stringify({ title: "Lease", signers: [ada] }));
      data.set("file", new Blob([Buffer.from(bytes)], { type: "application/pdf" }), name);
      return data;
    };
    expect((await client.post("/v1/orders", form("a.pdf", pdf), under("files"))).status).toBe(201);
    const replay = await client.post("/v1/orders", form("a.pdf", pdf), under("files"));
    expect([replay.status, isReplay(replay)]).toEqual([201, true]);
    // The name's last letter moved over to the content.
    const moved = form("a.pd", Buffer.concat([Buffer.from("f"), pdf]));
    expect((await client.refused("POST", "/v1/orders", moved, under("files"))).body.code).toBe(
      "idempotency_key_reused",
    );
  });

  test("on another route is refused", async () => {
    await create("route");
    const { body: problem } = await client.refused("POST", "/v1/api-keys", { name: "x" }, under("route"));
    expect(problem.code).toBe("idempotency_key_reused");
  });
});

test("a request that was refused may be sent again, mended, under the same key", async () => {
  const { status } = await client.refused("POST", "/v1/orders", body({ signers: [] }), under("mended"));
  expect(status).toBe(422);
  expect((await create("mended")).status).toBe(201);
});

test("keys of two tenants do not meet", async () => {
  const other = new ApiClient(service.baseUrl, (await service.tenant("Other")).apiKey);
  const answers = [await create("shared"), await create("shared", body({ title: "Other" }), other)];
  expect(answers.map((answer) => [answer.status, isReplay(answer)])).toEqual([
    [201, false],
    [201, false],
  ]);
});

test("keys of a tenant's test and live modes do not meet", async () => {
  const live = new ApiClient(service.baseUrl, (await service.tenant("Both", "live")).apiKey);
  const { secret } = (await live.post<{ secret: string }>("/v1/api-keys", { name: "t", mode: "test" })).body;
  const answers = [
    await create("modes", body(), live),
    await create("modes", body(), new ApiClient(service.baseUrl, secret)),
  ];
  expect(answers.map((answer) => [answer.status, answer.body.mode, isReplay(answer)])).toEqual([
    [201, "live", false],
    [201, "test", false],
  ]);
});

test("two API keys of one tenant and mode share the Idempotency-Keys", async () => {
  const { secret } = (await client.post<{ secret: string }>("/v1/api-keys", { name: "rotated" })).body;
  const first = await create("rotated");
  const second = await create("rotated", body(), new ApiClient(service.baseUrl, secret));
  expect([second.body.id, isReplay(second)]).toEqual([first.body.id, true]);
});

test("an answer is kept for 24 hours and forgotten by the next sweep", async () => {
  const first = await create("a-day");
  service.clock.advance(86_400 - 1);
  await sweep(service.platform);
  expect((await create("a-day")).body.id).toBe(first.body.id);
  service.clock.advance(1);
  await sweep(service.platform);
  const next = await create("a-day");
  expect([next.status, isReplay(next)]).toEqual([201, false]);
  expect(next.body.id).not.toBe(first.body.id);
});

test.each([
  ["an empty one", ""],
  ["one of 256 characters", "k".repeat(256)],
  ["one with a blank", "a b"],
  ["two headers", "a, b"],
  ["one with a letter outside ASCII", "\u00e9"],
])("%s is refused and nothing is made", async (_what, key) => {
  const { status, body: problem } = await client.refused("POST", "/v1/orders", body(), under(key));
  expect([status, problem.code, problem.param]).toEqual([400, "idempotency_key_invalid", "Idempotency-Key"]);
  expect(await orders()).toEqual([]);
});

test("a key of 255 visible characters is taken", async () => {
  expect((await create(`${"~!".repeat(127)}k`)).status).toBe(201);
});

describe("repeated under one Idempotency-Key, once and the same", () => {
  test("add documents", async () => {
    const draft = await client.createOrder(body({ draft: true }));
    const path = `/v1/orders/${draft.id}/documents`;
    const before = (await storedObjects(service)).length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        client.post<OrderView>(path, { documents: [{ name: "more.pdf", content }] }, under("add")),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(201));
    expect(answers.filter(isReplay)).toHaveLength(4);
    for (const answer of answers) expect(answer.body.documents).toHaveLength(2);
    expect((await client.get<OrderView>(`/v1/orders/${draft.id}`)).body.documents).toHaveLength(2);
    expect((await storedObjects(service)).length).toBe(before + 1);
  });

  test("send", async () => {
    const draft = await client.createOrder(body({ draft: true }));
    const sent = await twice(`/v1/orders/${draft.id}/send`, "send");
    expect(sent.body.state).toBe("ready");
  });

  test("cancel", async () => {
    const order = await client.createOrder(body());
    const cancelled = await twice(`/v1/orders/${order.id}/cancel`, "cancel", { reason: "done" });
    expect(cancelled.body).toMatchObject({ state: "cancelled", end_reason: "done" });
  });

  test("send a code: one message, although a second code would have to wait", async () => {
    const order = await client.createOrder(body());
    const before = (await service.outbox.list({ limit: 500 })).length;
    await twice(`/v1/orders/${order.id}/signers/${order.signers[0]!.id}/otp`, "otp");
    expect((await service.outbox.list({ limit: 500 })).length).toBe(before + 1);
  });

  test("sign: one signature, although the code is used up", async () => {
    const order = await client.createOrder(body());
    const browser = new SignerBrowser(order, 0, service.outbox);
    const otp = await browser.receiveCode();
    const { consent } = await browser.status();
    const request = { otp, consent_text: consent.text };
    const signed = await twice(
      `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/sign`,
      "sign",
      request,
    );
    expect(signed.body).toMatchObject({ status: "signed", all_signed: true });
    const after = await client.get<OrderView>(`/v1/orders/${order.id}`);
    expect(after.body.documents[0]!.signatures).toBe(1);
  });
});
