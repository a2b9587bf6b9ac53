import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { Problem } from "../../../api/http/problem.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { type Answer, ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());

const ada = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const charles = { given_name: "Charles", surname: "Babbage", email: "charles@example.org" };
const lease = () => ({ name: "lease.pdf", content });
const make = (more: object = {}) =>
  client.createOrder({ title: "Lease", documents: [lease()], signers: [ada, charles], ...more });
const read = async ({ id }: OrderView) => (await client.get<OrderView>(`/v1/orders/${id}`)).body;
const browser = (order: OrderView, index = 0) => new SignerBrowser(order, index, service.outbox);
const conflict = (answer: Answer<Problem>) => [answer.status, answer.body.code, answer.body["state"]];

async function lastEvent(order: OrderView): Promise<string> {
  const { body } = await client.get<{ data: { type: string }[] }>(`/v1/orders/${order.id}/events`);
  return body.data.at(-1)!.type;
}

/** Nobody can do anything any more that a signer does. */
async function expectClosed(order: OrderView, state: string, session?: string): Promise<void> {
  const { client: signer, path } = browser(order);
  expect(conflict(await signer.refused("POST", `${path}/send-otp`))).toEqual([
    409,
    "order_state_conflict",
    state,
  ]);
  const refuse = await signer.refused("POST", `${path}/refuse`, { reason: "no" });
  expect(conflict(refuse)).toEqual([409, "order_state_conflict", state]);
  const byKey = await client.refused("POST", `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/otp`);
  expect(conflict(byKey)).toEqual([409, "order_state_conflict", state]);
  if (session !== undefined) {
    const { consent } = await browser(order).status();
    const headers = { Authorization: `Bearer ${session}` };
    const sign = await signer.refused("POST", `${path}/sign`, { consentText: consent.text }, headers);
    expect(conflict(sign)).toEqual([409, "order_state_conflict", state]);
  }
  const now = await read(order);
  expect(now).toMatchObject({ state, documents: [{ signatures: 0 }] });
  expect(now.ended_at).toBe(state === "expired" ? now.ended_at : service.clock.now().toISOString());
}

describe("cancelling", () => {
  test("ends an order that is ready or in progress, with the reason, and nobody can sign any more", async () => {
    const order = await make();
    const session = await browser(order).session();
    const cancelled = await client.post<OrderView>(`/v1/orders/${order.id}/cancel`, {
      reason: "Sold to another",
    });
    expect(cancelled.body).toMatchObject({ state: "cancelled", end_reason: "Sold to another" });
    expect(await lastEvent(order)).toBe("order.cancelled");
    await expectClosed(order, "cancelled", session);
  });

  test("ends a draft, without a reason and without a body", async () => {
    const order = await make({ draft: true });
    const { status, body } = await client.request<OrderView>("POST", `/v1/orders/${order.id}/cancel`);
    expect([status, body.state]).toEqual([200, "cancelled"]);
    expect(conflict(await client.refused("POST", `/v1/orders/${order.id}/send`))).toEqual([
      409,
      "order_state_conflict",
      "cancelled",
    ]);
  });

  test("after the last signature is refused: what is signed stays signed", async () => {
    const order = await make({ signers: [ada] });
    await browser(order).sign();
    const answer = await client.refused("POST", `/v1/orders/${order.id}/cancel`);
    expect(conflict(answer)).toEqual([409, "order_state_conflict", "completed"]);
    expect(await read(order)).toMatchObject({ state: "completed", documents: [{ signatures: 1 }] });
  });

  test("between two signatures leaves the first one to be fetched", async () => {
    const order = await make();
    await browser(order, 0).sign();
    await client.post(`/v1/orders/${order.id}/cancel`);
    expect(
      conflict(await browser(order, 1).client.refused("POST", `${browser(order, 1).path}/send-otp`)),
    ).toEqual([409, "order_state_conflict", "cancelled"]);
    const signed = await client.get(`/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`);
    expect(signed.status).toBe(200);
  });

  test("with a reason of more than 1000 characters is refused, and the order goes on", async () => {
    const order = await make();
    const { status, body } = await client.refused("POST", `/v1/orders/${order.id}/cancel`, {
      reason: "x".repeat(1001),
    });
    expect([status, body.param]).toEqual([422, "reason"]);
    expect((await read(order)).state).toBe("ready");
  });
});

describe("when its time is over", () => {
  const hour = () => ({ expires_at: new Date(service.clock.now().getTime() + 3_600_000).toISOString() });

  test("an order cannot be signed from that very moment, and the sweep ends it, once", async () => {
    const order = await make(hour());
    service.clock.advance(3000);
    const session = await browser(order).session();
    service.clock.advance(600);
    const { client: signer, path } = browser(order);
    expect(conflict(await signer.refused("POST", `${path}/send-otp`))).toEqual([
      409,
      "order_state_conflict",
      "expired",
    ]);
    expect((await browser(order).status()).request.status).toBe("expired");
    await sweep(service.platform);
    await sweep(service.platform);
    expect(await lastEvent(order)).toBe("order.expired");
    const { body } = await client.get<{ data: { type: string }[] }>(`/v1/orders/${order.id}/events`);
    expect(body.data.filter(({ type }) => type === "order.expired")).toHaveLength(1);
    expect((await read(order)).ended_at).toBe(service.clock.now().toISOString());
    await expectClosed(order, "expired", session);
  });

  test("a draft ends too, and cannot be sent any more", async () => {
    const order = await make({ draft: true, ...hour() });
    service.clock.advance(3600);
    const early = await client.refused("POST", `/v1/orders/${order.id}/send`);
    expect(conflict(early)).toEqual([409, "order_state_conflict", "expired"]);
    const more = await client.refused("POST", `/v1/orders/${order.id}/documents`, { documents: [lease()] });
    expect(conflict(more)).toEqual([409, "order_state_conflict", "expired"]);
    await sweep(service.platform);
    expect((await read(order)).state).toBe("expired");
    expect((await client.refused("POST", `/v1/orders/${order.id}/send`)).status).toBe(409);
  });

  test("an order that ended before stays as it ended", async () => {
    const order = await make({ signers: [ada], ...hour() });
    await browser(order).sign();
    service.clock.advance(3600);
    await sweep(service.platform);
    expect((await read(order)).state).toBe("completed");
  });
});

describe("refusing", () => {
  test("ends the order for all, with the signer's reason, and cannot be done twice", async () => {
    const order = await make();
    const { client: signer, path } = browser(order, 1);
    const session = await browser(order, 0).session();
    const refused = await signer.post<{ refused_at: string }>(`${path}/refuse`, {
      reason: "The rent is wrong.",
    });
    expect(refused.body.refused_at).toBe(service.clock.now().toISOString());
    expect(await read(order)).toMatchObject({
      state: "refused",
      end_reason: "The rent is wrong.",
      signers: [{}, { state: "refused" }],
    });
    await expectClosed(order, "refused", session);
    expect((await signer.refused("POST", `${path}/refuse`, { reason: "again" })).status).toBe(409);
  });

  test.each([
    ["no reason", {}],
    ["an empty reason", { reason: "" }],
    ["a reason of 1001 characters", { reason: "x".repeat(1001) }],
  ])("with %s is refused itself, and the order goes on", async (_what, body) => {
    const order = await make();
    const { client: signer, path } = browser(order);
    const answer = await signer.refused("POST", `${path}/refuse`, body);
    expect([answer.status, answer.body.param]).toEqual([422, "reason"]);
    expect((await read(order)).state).toBe("ready");
  });

  test("after signing is refused itself", async () => {
    const order = await make();
    await browser(order).sign();
    const { client: signer, path } = browser(order);
    const { status, body } = await signer.refused("POST", `${path}/refuse`, { reason: "too late" });
    expect([status, body.code]).toEqual([409, "signer_already_signed"]);
  });
});
