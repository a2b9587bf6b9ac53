import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { Problem } from "../../../api/http/problem.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { type Answer, ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService({ limits: { documentsPerOrder: 3 } });
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

test("a new order shows what was asked for, and nothing is left out", async () => {
  const expiresAt = new Date(service.clock.now().getTime() + 86_400_000).toISOString();
  const order = await make({
    title: "Lease of a flat, № 7 – 漢字 😀",
    external_id: "crm/7",
    consent_text: "I agree.",
    expires_at: expiresAt,
    metadata: { room: "7" },
    documents: [lease(), { ...lease(), name: "notice.pdf", kind: "info" }],
    signers: [
      { ...ada, country: "GB", language: "de", phone: "+33612345678" },
      { given_name: "Charles", surname: "Babbage", phone: "+33612345679", authentication: "sms" },
    ],
  });
  expect(order).toMatchObject({
    object: "order",
    mode: "test",
    state: "ready",
    title: "Lease of a flat, № 7 – 漢字 😀",
    external_id: "crm/7",
    consent_text: "I agree.",
    metadata: { room: "7" },
    created_at: service.clock.now().toISOString(),
    expires_at: expiresAt,
    ended_at: null,
    end_reason: null,
    documents: [
      { object: "document", name: "lease.pdf", kind: "sign", pages: 2, signatures: 0 },
      { object: "document", name: "notice.pdf", kind: "info", pages: 2, signatures: 0 },
    ],
    signers: [
      {
        object: "signer",
        role: "signer",
        country: "GB",
        language: "de",
        authentication: "email",
        state: "waiting",
      },
      { email: null, phone: "+33612345679", country: "FR", language: "en", authentication: "sms" },
    ],
  });
  expect(await read(order)).toEqual(order);
});

test.each([false, true])("the answer to a new order is what reading it gives (draft: %s)", async (draft) => {
  const order = await make({
    draft,
    consent_clauses: ["I have read the house rules.", "I pay on the first."],
    labels: ["flats", "Prague"],
    message: "As discussed.",
    sender: { name: "Office", email: "office@example.org" },
    must_read: true,
    allow_delegation: true,
    editable_identity: ["surname", "email"],
    otp: { length: 8, alphabet: "uppercase" },
    reminders: { days: 3, count: 2 },
    metadata: { zz: "1", a: "2" },
    signers: [
      { ...ada, group: 1, external_id: "A-1" },
      { ...charles, role: "witness", witness_of: 0 },
      { ...charles, email: "later@example.org", role: "approver", group: 2, authentication: "none" },
      { ...charles, email: "copy@example.org", role: "copy" },
    ],
  });
  expect(await read(order)).toEqual(order);
  expect(order.signers.map(({ invited_at }) => invited_at !== null)).toEqual([!draft, false, false, false]);
});

test("an order ends in 30 days unless it says otherwise", async () => {
  const order = await make();
  expect(Date.parse(order.expires_at) - Date.parse(order.created_at)).toBe(30 * 86_400_000);
});

describe("a draft", () => {
  const draft = (more: object = {}) => make({ draft: true, documents: [], ...more });

  test("takes documents until it is sent, in the order they came", async () => {
    const order = await draft();
    expect(order).toMatchObject({ state: "draft", documents: [] });
    const path = `/v1/orders/${order.id}`;
    const added = await client.post<OrderView>(`${path}/documents`, { documents: [lease()] });
    expect([added.status, added.body.documents.length]).toEqual([201, 1]);
    const form = new FormData();
    form.set("file", new Blob([Buffer.from(content, "base64")]), "annex.pdf");
    expect((await client.post(`${path}/documents`, form)).status).toBe(201);
    const sent = await client.post<OrderView>(`${path}/send`);
    expect(sent.body).toMatchObject({
      state: "ready",
      documents: [{ name: "lease.pdf" }, { name: "annex.pdf" }],
    });
    const late = await client.refused("POST", `${path}/documents`, { documents: [lease()] });
    expect(conflict(late)).toEqual([409, "order_state_conflict", "ready"]);
    expect(conflict(await client.refused("POST", `${path}/send`))).toEqual([
      409,
      "order_state_conflict",
      "ready",
    ]);
  });

  test("cannot be signed, opened or refused before it is sent", async () => {
    const order = await draft({ documents: [lease()] });
    await browser(order).open();
    expect(await read(order)).toMatchObject({ state: "draft", signers: [{ state: "waiting" }, {}] });
    await expectDraftClosed(order);
    await client.post(`/v1/orders/${order.id}/send`);
    expect((await browser(order).sign()).body).toMatchObject({ status: "signed" });
  });

  async function expectDraftClosed(order: OrderView) {
    const { client: signer, path } = browser(order);
    for (const [call, body] of [
      ["send-otp", undefined],
      ["refuse", { reason: "no" }],
    ] as const) {
      const answer = await signer.refused("POST", `${path}/${call}`, body);
      expect(conflict(answer)).toEqual([409, "order_state_conflict", "draft"]);
    }
  }

  test("is not sent while it has nothing to sign", async () => {
    const order = await draft({ documents: [{ ...lease(), kind: "info" }] });
    const { status, body } = await client.refused("POST", `/v1/orders/${order.id}/send`);
    expect([status, body.code, body.param]).toEqual([422, "field_invalid", "documents"]);
    expect((await read(order)).state).toBe("draft");
  });

  test("takes no more documents than an order holds, all of a request or none", async () => {
    const order = await draft({ documents: [lease(), lease()] });
    const path = `/v1/orders/${order.id}/documents`;
    const { status, body } = await client.refused("POST", path, { documents: [lease(), lease()] });
    expect([status, body.code, body.param, body["limit"]]).toEqual([422, "field_invalid", "documents", 3]);
    const bad = await client.refused("POST", path, {
      documents: [lease(), { name: "bad.pdf", content: "AAAA" }],
    });
    expect(bad.status).toBe(422);
    const none = await client.refused("POST", path, { documents: [] });
    expect([none.status, none.body.param]).toEqual([422, "documents"]);
    expect((await read(order)).documents).toHaveLength(2);
  });

  test("that takes documents from many requests at once holds no more than its limit, at places of their own", async () => {
    const order = await draft();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        client.post(`/v1/orders/${order.id}/documents`, { documents: [lease()] }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 201, 201, 422, 422, 422]);
    expect((await read(order)).documents).toHaveLength(3);
  });
});
