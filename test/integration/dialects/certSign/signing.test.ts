import { euSesOrderId } from "../../../../api/dialects/euSes/orderId.js";
import { deliverDueMessages } from "../../../../api/messages/messenger.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { uuidOf } from "../../../support/orderDesk.js";
import { CertSignDesk, type Failed } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

async function ordered(more: object = {}) {
  const order = await desk.order(more);
  const [item] = (await desk.addDocuments(order)).body;
  return { order, item: item! };
}

describe("signing without a code", () => {
  test("order, documents, signature and download in four calls, with the holder's name alone", async () => {
    const order = await desk.order({ holder: { firstname: "Ada", lastname: "Lovelace" } });
    expect(order).toEqual({
      orderRequestId: expect.stringMatching(/^[0-9]{10,19}$/),
      externalOrderRequestId: null,
      status: "CREATED",
    });
    const added = await desk.addDocuments(order);
    expect(added.body).toMatchObject([
      { status: "SIGN_AWAITING", reason: "", externalSignatureRequestId: null },
    ]);
    expect((await desk.read(order)).status).toBe("SIGN_WAITING");
    const signed = await desk.sign(order);
    expect(signed.body).toEqual([{ ...added.body[0], status: "SIGNED" }]);
    const { signedContent, signingDate } = await desk.request(signed.body[0]!.signatureRequestId);
    expect(Buffer.from(signedContent!, "base64").toString("latin1", 0, 5)).toBe("%PDF-");
    expect(signingDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((await desk.read(order)).status).toBe("CLOSED");
  });

  test("whatever body comes along says nothing, and asyncPostUrl means nothing in SYNC", async () => {
    for (const body of ["null", "{}", "[]", undefined]) {
      const { order } = await ordered();
      const { status } = await desk.call(
        "POST",
        `/ephemeral/signatures/sign?asyncPostUrl=/&mode=SYNC&orderRequestId=${order.orderRequestId}`,
        body,
      );
      expect(status).toBe(200);
    }
  });

  test.each([
    ["no mode", "a=b".slice(0, 0), "FIELD_MISSING", "mode"],
    ["another mode", "mode=LATER", "FIELD_INVALID", "mode"],
    ["a parameter that there is not", "mode=SYNC&url=x", "FIELD_UNKNOWN", "url"],
  ])("%s is refused", async (_, more, code, field) => {
    const { order } = await ordered();
    const { body } = await desk.sign<Failed>(order, more);
    expect([body.errorCode, body.field]).toEqual([code, field]);
    expect((await desk.read(order)).status).toBe("SIGN_WAITING");
  });

  test("without documents nothing is signed, and nothing is sent", async () => {
    const order = await desk.order();
    expect((await desk.sign<Failed>(order)).body.errorCode).toBe("ORDER_STATE");
    expect((await desk.read(order)).status).toBe("CREATED");
  });

  test("a repeat answers the same again and signs nothing twice, two at once as well", async () => {
    const { order } = await ordered();
    const answers = await Promise.all([desk.sign(order), desk.sign(order), desk.sign(order)]);
    answers.push(await desk.sign(order));
    for (const { body } of answers) expect(body.map(({ status }) => status)).toEqual(["SIGNED"]);
    const types = (await desk.events(order)).map(({ type }) => type);
    for (const type of ["order.sent", "consent.given", "document.signed", "order.completed"]) {
      expect([type, types.filter((other) => other === type).length]).toEqual([type, 1]);
    }
  });

  test("an Idempotency-Key makes a repeat harmless, and goes with the parameters of its first request", async () => {
    const [one, other] = [(await ordered()).order, (await ordered()).order];
    const sign = (query: string) =>
      desk.call<Failed>("POST", `/ephemeral/signatures/sign?${query}`, undefined, {
        "Idempotency-Key": "sign-1",
      });
    const first = await sign(`mode=SYNC&orderRequestId=${one.orderRequestId}`);
    expect((await sign(`orderRequestId=${one.orderRequestId}&mode=SYNC`)).body).toEqual(first.body);
    const reused = await sign(`orderRequestId=${other.orderRequestId}&mode=SYNC`);
    expect([reused.status, reused.body.errorCode]).toEqual([400, "IDEMPOTENCY_KEY"]);
    expect((await desk.read(other)).status).toBe("SIGN_WAITING");
  });

  test("one state, one trail, one price: the same order in /v1 and in EU-SES", async () => {
    const { order } = await ordered({ externalOrderRequestId: "one order" });
    await desk.sign(order);
    const id = await desk.publicId(order);
    const { client } = desk.desk;
    const { body } = await client.get<OrderView>(`/v1/orders/${id}`);
    expect(body).toMatchObject({
      state: "completed",
      external_id: "one order",
      documents: [{ level: "B-LTA" }],
    });
    const euSes = await client.get<{ data: { state: string } }>(
      `/signatures/${euSesOrderId(uuidOf(id))}/detail`,
    );
    expect(euSes.body.data.state).toBe("DONE");
    const usage = await desk.desk.sql(`SELECT 1 FROM usage_events WHERE order_id = '${uuidOf(id)}'`);
    expect(usage).toHaveLength(1);
  });

  test("the trail says that the caller stated the consent, in words that say so", async () => {
    const { order } = await ordered();
    await desk.sign(order);
    const consent = (await desk.events(order)).find(({ type }) => type === "consent.given")!;
    expect(consent.actor.kind).toBe("api_key");
    const { body } = await desk.desk.client.get<OrderView>(`/v1/orders/${await desk.publicId(order)}`);
    expect(body.consent_text).toMatch(/^L’expéditeur déclare que j’ai lu les documents/);
  });

  test("with enableEmail the signed documents are mailed to the holder, and without it nobody is written to", async () => {
    const messages = async (order: { orderRequestId: string }) => {
      await deliverDueMessages(desk.desk.service.platform);
      const all = await desk.desk.service.outbox.list({ limit: 50 });
      return all.filter(({ subject }) => subject?.includes(order.orderRequestId));
    };
    const [quiet, mailed] = [(await ordered()).order, (await ordered({ enableEmail: true })).order];
    for (const order of [quiet, mailed]) await desk.sign(order);
    expect(await messages(quiet)).toEqual([]);
    const [letter, ...others] = await messages(mailed);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ to: "ada@example.org", attachments: [{ name: "document-1.pdf" }] });
  });

  test("what cannot be made at once is made later, and said so", async () => {
    const { order, item } = await ordered();
    const broken = {
      ...desk.desk.service.platform.timestampAuthority,
      test: {
        maxTokenBytes: 8000,
        timestamp: () => Promise.reject(new Error("No time-stamps today.")),
      },
    };
    const answer = await desk.desk.replacing({ timestampAuthority: broken as never }, () => desk.sign(order));
    expect(answer.body).toMatchObject([{ status: "SIGN_IN_PROGRESS" }]);
    expect(await desk.request(item.signatureRequestId)).toMatchObject({ status: "SIGN_IN_PROGRESS" });
    expect((await desk.read(order)).status).toBe("SIGN_IN_PROGRESS");
    desk.desk.service.clock.advance(120);
    await sweep(desk.desk.service.platform);
    expect((await desk.sign(order)).body).toMatchObject([{ status: "SIGNED" }]);
  });
});

describe("refusing", () => {
  const refuse = <Body = null>(id: string, body: unknown = { status: "REFUSED" }) =>
    desk.call<Body>("PATCH", `/ephemeral/signatures/?id=${id}`, body);

  test("ends the order with all its documents, before it was sent too, and once", async () => {
    const { order, item } = await ordered();
    const answers = [await refuse(item.signatureRequestId), await refuse(item.signatureRequestId)];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [204, ""],
      [204, ""],
    ]);
    expect(await desk.request(item.signatureRequestId)).toMatchObject({
      status: "REFUSED",
      reason: "The sender says that the holder has refused.",
    });
    expect((await desk.read(order)).status).toBe("DISCARDED");
    const types = (await desk.events(order)).map(({ type }) => type);
    expect(types.filter((type) => type === "signer.refused")).toHaveLength(1);
    const late = await desk.sign<Failed>(order);
    expect([late.status, late.body.errorCode]).toEqual([409, "ORDER_STATE"]);
  });

  test.each<[string, unknown, string]>([
    ["another status", { status: "SIGNED" }, "FIELD_INVALID"],
    ["no status", {}, "FIELD_MISSING"],
    ["no body", null, "BODY_INVALID"],
    ["a misspelt field", { status: "REFUSED", why: "" }, "FIELD_UNKNOWN"],
  ])("is not done by %s", async (_, body, code) => {
    const { order, item } = await ordered();
    expect((await refuse<Failed>(item.signatureRequestId, body)).body.errorCode).toBe(code);
    expect((await desk.read(order)).status).toBe("SIGN_WAITING");
  });

  test("is not done once it is signed", async () => {
    const { order, item } = await ordered();
    await desk.sign(order);
    const { status, body } = await refuse<Failed>(item.signatureRequestId);
    expect([status, body.errorCode, (await desk.read(order)).status]).toEqual([409, "ORDER_STATE", "CLOSED"]);
  });
});
