import type { OrderAnswer } from "../../../../api/dialects/certsign/orders/presentOrder.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { CertSignDesk, type Failed, holder } from "./certSignDesk.js";

let desk: CertSignDesk;

beforeAll(async () => {
  desk = await CertSignDesk.open();
});
afterAll(() => desk.close());

/** An order with a document, whose codes go by e-mail. */
async function ordered(more: object = {}): Promise<OrderAnswer> {
  const order = await desk.order({ enableOtp: true, otpContact: "ada@example.org", ...more });
  const { status, text } = await desk.addDocuments(order, [desk.document()], "/trigger");
  if (status !== 200) throw new Error(text);
  return order;
}

const validate = <Body = null>(order: OrderAnswer, more = "") =>
  desk.call<Body>(
    "POST",
    `/ephemeral/trigger/signatures/validate/?orderRequestId=${order.orderRequestId}${more}`,
  );

const statuses = async (order: OrderAnswer) => {
  const path = `/ephemeral/signatures/search?orderRequestId=${order.orderRequestId}`;
  const items = (await desk.call<{ status: string }[]>("GET", path)).body;
  return [(await desk.read(order)).status, ...items.map(({ status }) => status)];
};

describe("signing with a code", () => {
  test("goes from the order to the signed document, and says at each step where it stands", async () => {
    const order = await desk.order({ enableOtp: true, otpContact: "ada@example.org" });
    expect(await statuses(order)).toEqual(["CREATED"]);
    const [item] = (await desk.addDocuments(order, [desk.document()], "/trigger")).body;
    expect(item!.status).toBe("SIGN_AWAITING_VALIDATION");
    expect(await statuses(order)).toEqual(["VALIDATION_WAITING", "SIGN_AWAITING_VALIDATION"]);
    const { status, text } = await validate(order);
    expect([status, text]).toEqual([200, ""]);
    expect(await statuses(order)).toEqual(["VALIDATED", "SIGN_AWAITING"]);
    const signed = await desk.triggered(order, await desk.newestCode());
    expect(signed.body).toEqual([{ ...item, status: "SIGNED" }]);
    expect(await statuses(order)).toEqual(["CLOSED", "SIGNED"]);
    expect((await desk.request(item!.signatureRequestId)).signedContent).toBeDefined();
  });

  test("the code goes to the contact, by what it is: a number by SMS, an address by e-mail", async () => {
    const sentTo = async (more: object) => {
      await desk.code(await ordered(more));
      const [message] = await desk.desk.service.outbox.list({ limit: 1 });
      return message!.to;
    };
    expect(await sentTo({ otpContact: "0622222222" })).toEqual("+33622222222");
    expect(await sentTo({ otpContact: "bob@example.org" })).toEqual("bob@example.org");
    const unreachable = { ...holder, mobile: "", email: "" };
    expect(await sentTo({ otpContact: "0622222222", holder: unreachable })).toEqual("+33622222222");
    expect(await sentTo({ otpContact: "bob@example.org", holder: unreachable })).toEqual("bob@example.org");
    expect(await sentTo({ otpContact: null, holder: { ...holder, mobile: "33612345678" } })).toBe(
      "+33612345678",
    );
  });

  test("a wrong code counts, the last one kills it, and another can be had", async () => {
    const order = await ordered();
    const code = await desk.code(order);
    const wrong = code === "000000" ? "000001" : "000000";
    const answers = [];
    for (let count = 0; count < 4; count++) answers.push(await desk.triggered<Failed>(order, wrong));
    expect(
      answers.map(({ status, body }) => [status, body.errorCode, body.errorLabel, body.triesLeft]),
    ).toEqual([
      [401, "OTP_WRONG", "ERROR_MAUVAIS_CODE", 2],
      [401, "OTP_WRONG", "ERROR_MAUVAIS_CODE", 1],
      [401, "OTP_TRIES_USED", "ERROR_NBR_ESSAI", 0],
      [401, "OTP_TRIES_USED", "ERROR_NBR_ESSAI", 0],
    ]);
    expect((await desk.read(order)).status).toBe("VALIDATION_FAILED");
    desk.desk.service.clock.advance(31);
    const another = await desk.code(order);
    expect((await desk.read(order)).status).toBe("VALIDATED");
    expect((await desk.triggered(order, another)).body[0]!.status).toBe("SIGNED");
  });

  test("a code whose time is over, or that nobody has sent, is no code", async () => {
    const order = await ordered();
    const early = await desk.triggered<Failed>(order, "123456");
    expect([early.status, early.body.errorCode]).toEqual([409, "ORDER_STATE"]);
    const code = await desk.code(order);
    const none = await desk.triggered<Failed>(order, "");
    expect([none.status, none.body.errorLabel]).toEqual([401, "ERROR_CODE_KO"]);
    desk.desk.service.clock.advance(601);
    const late = await desk.triggered<Failed>(order, code);
    expect([late.status, late.body.errorLabel]).toEqual([401, "ERROR_CODE_KO"]);
  });

  test("a new code makes the one before useless, and can be had after a pause only", async () => {
    const order = await ordered();
    const first = await desk.code(order);
    const soon = await validate<Failed>(order);
    expect([soon.status, soon.body.errorCode]).toEqual([429, "TOO_MANY"]);
    expect(soon.body.retryAfter).toBeGreaterThan(0);
    expect(soon.headers.get("Retry-After")).toBe(String(soon.body.retryAfter));
    desk.desk.service.clock.advance(31);
    const second = await desk.code(order);
    if (first !== second)
      expect((await desk.triggered<Failed>(order, first)).body.errorCode).toBe("OTP_WRONG");
    expect((await desk.triggered(order, second)).status).toBe(200);
  });

  test("the code is made by the profile that is named, or else by the default one", async () => {
    const { client } = desk.desk;
    const letters = { length: 8, alphabet: "uppercase" };
    await client.post("/v1/profiles", {
      code: "letters",
      name: "Letters",
      otp: letters,
      sender: { name: "Notary" },
    });
    await client.post("/v1/profiles", { code: "usual", name: "Usual", default: true });
    const order = await ordered();
    const unknown = await validate<Failed>(order, "&smsApplicationCode=nobody");
    expect(unknown.body).toMatchObject({ errorCode: "FIELD_INVALID", field: "smsApplicationCode" });
    expect((await desk.read(order)).status).toBe("VALIDATION_WAITING");
    expect((await validate(order, "&smsApplicationCode=letters")).status).toBe(200);
    const [message] = await desk.desk.service.outbox.list({ limit: 1 });
    const code = /\b[A-Z]{8}\b/.exec(message!.text ?? "")![0];
    expect(message!.text).toContain("Notary");
    const signing = `mode=SYNC&smsApplicationCode=`;
    expect((await desk.triggered<Failed>(order, code, `${signing}nobody`)).body.field).toBe(
      "smsApplicationCode",
    );
    expect((await desk.triggered(order, code, `${signing}letters`)).body[0]!.status).toBe("SIGNED");
    const changed = (await desk.events(order)).find(({ type }) => type === "order.changed");
    expect(changed!.data).toMatchObject({ fields: ["profile"] });
    const other = await ordered();
    await validate(other, "&smsApplicationCode=letters");
    desk.desk.service.clock.advance(31);
    expect(await desk.code(other)).toMatch(/^\d{6}$/);
  });

  test("is not done without documents, nor on the other road, and there nothing is done either", async () => {
    const empty = await desk.order({ enableOtp: true });
    expect((await validate<Failed>(empty)).body.errorCode).toBe("ORDER_STATE");
    const order = await ordered();
    const wrong = [
      await desk.addDocuments<Failed>(order),
      await desk.sign<Failed>(order),
      await desk.call<Failed>(
        "POST",
        `/ephemeral/signatures/sign?orderRequestId=${order.orderRequestId}&mode=SYNC&otp=1`,
      ),
    ];
    expect(wrong.map(({ body }) => body.errorCode)).toEqual(["WRONG_PATH", "WRONG_PATH", "WRONG_PATH"]);
    const plain = await desk.order();
    const codeless = [
      await desk.addDocuments<Failed>(plain, [desk.document()], "/trigger"),
      await validate<Failed>(plain),
      await desk.triggered<Failed>(plain, "123456"),
    ];
    expect(codeless.map(({ status, body }) => [status, body.errorCode])).toEqual(
      codeless.map(() => [409, "WRONG_PATH"]),
    );
    expect([(await desk.read(order)).status, (await desk.read(plain)).status]).toEqual([
      "VALIDATION_WAITING",
      "CREATED",
    ]);
  });

  test("a repeat answers the same again, whatever code it brings, and signs nothing twice, two at once as well", async () => {
    const order = await ordered();
    const code = await desk.code(order);
    const [one, other] = await Promise.all([desk.triggered(order, code), desk.triggered(order, code)]);
    const again = [await desk.triggered(order, code), await desk.triggered(order, "000000")];
    for (const answer of [one, other, ...again]) {
      expect([answer.status, answer.body.map(({ status }) => status)]).toEqual([200, ["SIGNED"]]);
    }
    const types = (await desk.events(order)).map(({ type }) => type);
    for (const type of ["signature.requested", "document.signed", "certificate.issued", "order.completed"]) {
      expect([type, types.filter((other) => other === type).length]).toEqual([type, 1]);
    }
    const usage = await desk.desk.sql(
      `SELECT 1 FROM usage_events u JOIN certsign_orders c ON c.order_id = u.order_id WHERE c.number = ${order.orderRequestId}`,
    );
    expect(usage).toHaveLength(1);
  });

  test("a code that was accepted by a call that died is as good as given", async () => {
    const order = await ordered();
    const code = await desk.code(order);
    const id = await desk.publicId(order);
    const { body } = await desk.desk.client.get<OrderView>(`/v1/orders/${id}`);
    // As far as a call comes that is cut off between the code and the signature.
    await desk.desk.client.post(`/v1/orders/${id}/signers/${body.signers[0]!.id}/otp/verify`, { otp: code });
    expect((await desk.read(order)).status).toBe("GENERATION_WAITING");
    expect((await desk.triggered(order, code)).body[0]!.status).toBe("SIGNED");
  });
});
