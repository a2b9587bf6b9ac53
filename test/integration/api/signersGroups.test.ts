import type { Problem } from "../../../api/http/problem.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { DocumentLinksView } from "../../../api/signers/sessionViews.js";
import { shortLivedUrl } from "../../../api/signers/shortLivedUrl.js";
import type { Answer } from "../../support/apiClient.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org" };
const alan = { given_name: "Alan", surname: "Turing", email: "alan@example.org" };
const turns = (order: OrderView) => order.signers.map(({ turn }) => turn);
const codeOf = (answer: Answer<Problem>) => [answer.status, answer.body.code];

/** Everything that a signer can do by their link; each must be refused. */
async function everyAct(order: OrderView, index: number): Promise<Set<string>> {
  const { client, path } = desk.browser(order, index);
  const answers = [
    await client.refused("POST", `${path}/send-otp`),
    await client.refused("POST", `${path}/verify-otp`, { otp: "123456" }),
    await client.refused("POST", `${path}/refuse`, { reason: "no" }),
    await client.refused("POST", `${path}/delegate`, { ...grace, reason: "away" }),
    await client.refused("GET", `${path}/pdf-url`),
  ];
  return new Set(answers.map(({ status, body }) => `${status} ${body.code}`));
}

describe("groups", () => {
  test("a group's turn comes when all of the one before are done, and the order ends after the last", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }, { ...grace, group: 5 }]);
    expect(turns(order)).toEqual(["now", "later", "later"]);
    expect(order.signers.map(({ invited_at }) => invited_at !== null)).toEqual([true, false, false]);

    expect((await desk.browser(order, 0).sign()).body).toMatchObject({ status: "signed", all_signed: false });
    expect(turns(await desk.read(order))).toEqual(["done", "now", "later"]);
    expect((await desk.browser(order, 1).sign()).status).toBe(200);
    expect((await desk.browser(order, 2).sign()).body).toMatchObject({ all_signed: true });
    expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ signatures: 3 }] });
  });

  test("each is written to when their turn comes, once, and reminded from then on", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }], { reminders: { days: 2, count: 3 } });
    const written = () =>
      desk.sql(
        `SELECT s.given_name AS name, m.kind, s.next_reminder_at - s.invited_at = interval '2 days' AS reminded
         FROM messages m JOIN signers s ON s.id = m.signer_id
         WHERE m.order_id = '${uuidOf(order.id)}' AND m.kind = 'invitation' ORDER BY s.position`,
      );
    expect(await written()).toEqual([{ name: "Ada", kind: "invitation", reminded: true }]);
    await desk.browser(order, 0).sign();
    expect(await written()).toEqual([
      { name: "Ada", kind: "invitation", reminded: null },
      { name: "Charles", kind: "invitation", reminded: true },
    ]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    expect((await written())[1]).toMatchObject({ reminded: null });
  });

  test("signers of one group sign in any order", async () => {
    const order = await desk.order([ada, charles]);
    expect(turns(order)).toEqual(["now", "now"]);
    expect((await desk.browser(order, 1).sign()).status).toBe(200);
    expect((await desk.browser(order, 0).sign()).body.all_signed).toBe(true);
  });

  test("before their turn a signer can do nothing, is told whose turn it is, and leaves no trace", async () => {
    const order = await desk.order([ada, { ...charles, group: 2 }]);
    const browser = desk.browser(order, 1);
    await browser.open();
    expect((await browser.status()).request.status).toBe("waiting");
    expect(await everyAct(order, 1)).toEqual(new Set(["409 signer_not_yet"]));
    const { body } = await browser.client.refused("POST", `${browser.path}/send-otp`);
    expect(body).toMatchObject({ active_group: 1, group: 2 });
    const byKey = `/v1/orders/${order.id}/signers/${order.signers[1]!.id}/otp`;
    expect(codeOf(await desk.client.refused("POST", byKey))).toEqual([409, "signer_not_yet"]);
    expect(await desk.count(order, "link.opened", "documents.handed_out")).toEqual([0, 0]);
    expect((await desk.read(order)).state).toBe("ready");
  });

  test("before their turn a signer gets no document that others have signed, and none once the order has ended without them", async () => {
    const order = await desk.order([ada, charles, { ...grace, group: 2 }]);
    await desk.browser(order).sign();
    const { client, path } = desk.browser(order, 2);
    // As they may have kept one from when it was their turn.
    const document = `${path.split("/signers/")[0]}/documents/${order.documents[0]!.id}/signed`;
    const kept = shortLivedUrl(desk.service.platform, document, null).url;
    const paths = [`${path}/signed-documents`, `${path}/pdf-url`, kept.slice(client.baseUrl.length)];
    const ask = () => Promise.all(paths.map(async (asked) => codeOf(await client.refused("GET", asked))));
    const notYet = [409, "signer_not_yet"];
    expect(await ask()).toEqual([notYet, notYet, notYet]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    expect(await ask()).toEqual([notYet, notYet, notYet]);
  });

  test("a draft has nobody's turn; sending it begins with the first group", async () => {
    const order = await desk.order(
      [
        { ...ada, group: 3 },
        { ...charles, group: 7 },
      ],
      { draft: true },
    );
    expect(turns(order)).toEqual(["later", "later"]);
    expect(await everyAct(order, 0)).toEqual(new Set(["409 order_state_conflict"]));
    const sent = await desk.client.post<OrderView>(`/v1/orders/${order.id}/send`);
    expect(turns(sent.body)).toEqual(["now", "later"]);
    expect(sent.body.signers[0]!.invited_at).not.toBeNull();
  });
});

describe("witnesses", () => {
  test("sign after the signer whose signature they witness, whoever else of the group is open", async () => {
    const order = await desk.order([ada, charles, { ...grace, role: "witness", witness_of: 0 }]);
    expect(turns(order)).toEqual(["now", "now", "later"]);
    expect(order.signers[2]!.witness_of).toBe(order.signers[0]!.id);
    expect(await everyAct(order, 2)).toEqual(new Set(["409 signer_not_yet"]));
    await desk.browser(order, 0).sign();
    expect(turns(await desk.read(order))).toEqual(["done", "now", "now"]);
    expect((await desk.browser(order, 2).sign()).status).toBe(200);
    expect((await desk.browser(order, 1).sign()).body.all_signed).toBe(true);
  });
});

describe("approvers", () => {
  test("agree by the same steps as signers, with no certificate and no change to the document", async () => {
    const order = await desk.order([
      { ...ada, role: "approver" },
      { ...charles, group: 2 },
    ]);
    const approved = await desk.browser(order, 0).approve();
    expect(approved.body).toEqual({ approved_at: expect.any(String), all_signed: false });
    const after = await desk.read(order);
    expect(after).toMatchObject({ state: "in_progress", documents: [{ signatures: 0 }] });
    expect(after.signers[0]).toMatchObject({
      state: "approved",
      turn: "done",
      approved_at: approved.body.approved_at,
    });
    expect(turns(after)).toEqual(["done", "now"]);
    const trail = (await desk.events(order)).map(({ type }) => type);
    for (const type of [
      "link.opened",
      "documents.handed_out",
      "code.verified",
      "consent.given",
      "signer.approved",
    ]) {
      expect(trail.filter((other) => other === type)).toHaveLength(1);
    }
    expect(await desk.count(order, "certificate.issued", "document.signed")).toEqual([0, 0]);
  });

  test("complete the order when they are the last", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver", group: 2 }]);
    await desk.browser(order, 0).sign();
    expect((await desk.browser(order, 1).approve()).body.all_signed).toBe(true);
    expect((await desk.read(order)).state).toBe("completed");
    expect(
      (await desk.browser(order, 1).client.refused("POST", `${desk.browser(order, 1).path}/send-otp`)).body
        .code,
    ).toBe("signer_already_signed");
  });

  test("cannot sign, and signers cannot approve", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver" }]);
    const answers = [await desk.browser(order, 1).sign(), await desk.browser(order, 0).approve()];
    for (const { status, body } of answers)
      expect([status, body]).toMatchObject([409, { code: "signer_not_signing" }]);
    expect(await desk.count(order, "signer.approved", "signature.requested")).toEqual([0, 0]);
  });

  test("whose tenant makes a mistake beside the code keep it, and it counts as no try", async () => {
    const order = await desk.order([{ ...ada, role: "approver" }, charles]);
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
    await desk.client.post(`${path}/otp`);
    const otp = await desk.browser(order).newestCode();
    const { consent_text } = order.signers[0]!;
    const mistakes = [
      await desk.client.refused("POST", `${path}/approve`, { otp, consent_text: "Yes." }),
      await desk.client.refused("POST", `${path}/sign`, { otp, consent_text }),
    ];
    expect(mistakes.map(codeOf)).toEqual([
      [422, "consent_mismatch"],
      [409, "signer_not_signing"],
    ]);
    expect(await desk.count(order, "code.verified", "code.refused")).toEqual([0, 0]);
    expect((await desk.client.post(`${path}/approve`, { otp, consent_text })).status).toBe(200);
  });

  test("approve nothing without the code, nor without their session", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver" }]);
    const { client, path } = desk.browser(order, 1);
    await desk.browser(order, 1).read();
    expect(codeOf(await client.refused("POST", `${path}/approve`, {}))).toEqual([401, "session_missing"]);
    const theirs = { Authorization: `Bearer ${await desk.browser(order, 0).session()}` };
    expect(codeOf(await client.refused("POST", `${path}/approve`, {}, theirs))).toEqual([
      401,
      "session_expired",
    ]);
  });

  test("are approved for by the tenant's key, with their code and the consent word for word", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver" }]);
    const path = `/v1/orders/${order.id}/signers/${order.signers[1]!.id}`;
    await desk.client.post(`${path}/otp`);
    const otp = await desk.browser(order, 1).newestCode();
    const consent_text = (await desk.browser(order, 1).status()).consent.text;
    const key = { "Idempotency-Key": `approve-${order.id}` };
    const first = await desk.client.post(`${path}/approve`, { otp, consent_text }, key);
    const again = await desk.client.post(`${path}/approve`, { otp, consent_text }, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await desk.count(order, "signer.approved")).toEqual([1]);
  });

  test("refuse as signers do: the order ends, and says who and why", async () => {
    const order = await desk.order([{ ...ada, role: "approver" }, charles]);
    const { client, path } = desk.browser(order, 0);
    await client.post(`${path}/refuse`, { reason: "Too dear" });
    expect(await desk.read(order)).toMatchObject({
      state: "refused",
      end_reason: "Too dear",
      refused_by: order.signers[0]!.id,
    });
  });
});

describe("copies", () => {
  test("have nothing to do and hold nobody up", async () => {
    const order = await desk.order([ada, { ...charles, role: "copy" }]);
    expect(turns(order)).toEqual(["now", "none"]);
    expect(order.signers[1]).toMatchObject({ authentication: "none", invited_at: null });
    const { client, path } = desk.browser(order, 1);
    expect(codeOf(await client.refused("POST", `${path}/refuse`, { reason: "no" }))).toEqual([
      409,
      "signer_not_signing",
    ]);
    expect((await desk.browser(order, 0).sign()).body.all_signed).toBe(true);
  });

  test("receive the documents when the order is completed, and none before or where it ends otherwise", async () => {
    const order = await desk.order([ada, { ...charles, role: "copy" }]);
    const { client, path } = desk.browser(order, 1);
    const asked = async (of: string) => codeOf(await client.refused("GET", `${path}/${of}`));
    expect(await asked("pdf-url")).toEqual([409, "signer_not_yet"]);
    expect(await asked("signed-documents")).toEqual([409, "signer_not_yet"]);
    await desk.browser(order, 0).sign();
    for (const of of ["pdf-url", "signed-documents"]) {
      const { body } = await client.get<DocumentLinksView>(`${path}/${of}`);
      for (const { url } of body.documents) expect((await fetch(url)).status).toBe(200);
    }
    const copies = (await desk.events(order)).filter(({ signer }) => signer === order.signers[1]!.id);
    expect(copies.map(({ type }) => type)).toEqual(["signer.added", "documents.handed_back"]);
    const cancelled = await desk.order([ada, { ...charles, role: "copy" }]);
    await desk.client.post(`/v1/orders/${cancelled.id}/cancel`, { reason: "x" });
    const other = desk.browser(cancelled, 1);
    expect(codeOf(await other.client.refused("GET", `${other.path}/pdf-url`))).toEqual([
      409,
      "signer_not_yet",
    ]);
  });
});

test.each(["refuse", "delegate"])("a reason of blanks is none: %s is refused, naming it", async (act) => {
  const order = await desk.order([ada], { allow_delegation: true });
  const browser = desk.browser(order);
  await browser.read();
  const body = { reason: " \n\u00a0", ...(act === "delegate" && charles) };
  const refused = await browser.client.post(`${browser.path}/${act}`, body);
  expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param: "reason" } });
  expect((await desk.read(order)).state).toBe("in_progress");
});

test.each([
  [
    "approvers and copies alone",
    [
      { ...ada, role: "approver" },
      { ...charles, role: "copy" },
    ],
    "signers",
  ],
  ["a witness of nobody", [ada, { ...charles, role: "witness" }], "signers[1].witness_of"],
  [
    "a witness of an approver",
    [ada, { ...charles, role: "approver" }, { ...alan, role: "witness", witness_of: 1 }],
    "signers[2].witness_of",
  ],
  [
    "a witness before the signer",
    [
      { ...ada, group: 2 },
      { ...charles, role: "witness", witness_of: 0 },
    ],
    "signers[1].group",
  ],
])("an order with %s is refused", async (_what, signers, param) => {
  const documents = [{ name: "agreement.pdf", content: desk.content }];
  const { status, body } = await desk.client.refused("POST", "/v1/orders", {
    title: "x",
    documents,
    signers,
  });
  expect([status, body.code, body.param]).toEqual([422, "field_invalid", param]);
});
