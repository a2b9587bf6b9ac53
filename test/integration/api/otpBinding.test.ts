import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";
import { drawing, orderWithCode, send, verify } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

describe("a code is bound", () => {
  /** Puts the code of one signer where the database keeps another's. */
  async function moveHash(from: string, to: string): Promise<void> {
    await desk.sql(`UPDATE otp_codes SET code_hash = (SELECT code_hash FROM otp_codes WHERE signer_id = '${uuidOf(from)}')
      WHERE signer_id = '${uuidOf(to)}'`);
  }

  test("to its signer: another signer's code is wrong, even when its hash is put in the place of their own", async () => {
    const order = await desk.order([ada, charles]);
    const [first, second] = [desk.browser(order, 0), desk.browser(order, 1)];
    const codes = await desk.replacing({ random: drawing(123123, 321321) }, async () => [
      await first.receiveCode(),
      await second.receiveCode(),
    ]);
    expect((await verify(second, codes[0]!)).body.code).toBe("otp_wrong");
    await moveHash(order.signers[0]!.id, order.signers[1]!.id);
    expect((await verify(second, codes[0]!)).body.code).toBe("otp_wrong");
    expect((await verify(first, codes[0]!)).status).toBe(200);
  });

  test("to its order: the code of another order for the same person is wrong", async () => {
    const [one, other] = [await orderWithCode(desk, 123123), await orderWithCode(desk, 321321)];
    expect((await verify(other.browser, one.code)).body.code).toBe("otp_wrong");
    await moveHash(one.order.signers[0]!.id, other.order.signers[0]!.id);
    expect((await verify(other.browser, one.code)).body.code).toBe("otp_wrong");
  });

  test("to its documents: once the hash of one is another, the code is wrong; with the old hash it is right", async () => {
    const { order, browser, code } = await orderWithCode(desk, 246810);
    const { sha256, id } = order.documents[0]!;
    const setHash = (hash: string) =>
      desk.sql(`UPDATE document_revisions SET sha256 = '\\x${hash}' WHERE document_id = '${uuidOf(id)}'`);
    await setHash("00".repeat(32));
    expect((await verify(browser, code)).body.code).toBe("otp_wrong");
    await setHash(sha256);
    expect((await verify(browser, code)).status).toBe(200);
  });

  test("to the consent: once its text is another, the code is wrong; with the old text it is right", async () => {
    const { order, browser, code } = await orderWithCode(desk, 135791);
    const setConsent = (text: string) =>
      desk.sql(`UPDATE orders SET consent_text = ${text} WHERE id = '${uuidOf(order.id)}'`);
    await setConsent("'I owe you everything.'");
    expect((await verify(browser, code)).body.code).toBe("otp_wrong");
    await setConsent("NULL");
    expect((await verify(browser, code)).status).toBe(200);
  });

  test("to each clause of its own: once one is another, the code is wrong; with the old one it is right", async () => {
    const order = await desk.order([ada], { consent_clauses: ["I pay."] });
    const browser = desk.browser(order);
    const code = await desk.replacing({ random: drawing(531246) }, () => browser.receiveCode());
    const setClause = (text: string) =>
      desk.sql(`UPDATE orders SET consent_clauses = ARRAY['${text}'] WHERE id = '${uuidOf(order.id)}'`);
    await setClause("I pay twice.");
    expect((await verify(browser, code)).body.code).toBe("otp_wrong");
    await setClause("I pay.");
    expect((await verify(browser, code)).status).toBe(200);
  });

  test("to what its signer has filled in: once a value is another, the code is wrong", async () => {
    const text = {
      kind: "text",
      name: "city",
      page: 1,
      x: 60,
      y: 60,
      width: 200,
      height: 30,
      value: "Paris",
    };
    const order = await desk.order([{ ...ada, placements: [text] }]);
    const browser = desk.browser(order);
    const code = await desk.replacing({ random: drawing(642135) }, () => browser.receiveCode());
    const setValue = (value: string) =>
      desk.sql(
        `UPDATE placements SET value = '${value}' WHERE order_id = '${uuidOf(order.id)}' AND kind = 'text'`,
      );
    await setValue("Rome");
    expect((await verify(browser, code)).body.code).toBe("otp_wrong");
    await setValue("Paris");
    expect((await verify(browser, code)).status).toBe(200);
  });
});

describe("no code is sent and none is checked", () => {
  async function expectClosed(browser: SignerBrowser, status: number, code: string): Promise<void> {
    desk.service.clock.advance(31);
    expect(await send(browser)).toMatchObject({ status, body: { code } });
    expect(await verify(browser, "123456")).toMatchObject({ status, body: { code } });
  }

  test("for a draft", async () => {
    await expectClosed(desk.browser(await desk.order([ada], { draft: true })), 409, "order_state_conflict");
  });

  test("for an order that was cancelled after its code was sent", async () => {
    const { order, browser } = await orderWithCode(desk, 123456);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    await expectClosed(browser, 409, "order_state_conflict");
  });

  test("for an order whose time is over, before and after the sweeper has come", async () => {
    const expires_at = new Date(desk.service.clock.now().getTime() + 60_000).toISOString();
    const order = await desk.order([ada], { expires_at });
    const browser = desk.browser(order);
    await desk.replacing({ random: drawing(123456) }, () => browser.receiveCode());
    desk.service.clock.advance(60);
    await expectClosed(browser, 409, "order_state_conflict");
  });

  test("for an order that a signer has refused", async () => {
    const order = await desk.order([ada, charles]);
    const other = desk.browser(order, 1);
    await other.client.post(`${other.path}/refuse`, { reason: "No." });
    await expectClosed(desk.browser(order, 0), 409, "order_state_conflict");
  });

  test("for a signer who has signed, while others have not", async () => {
    const order = await desk.order([ada, charles]);
    const browser = desk.browser(order);
    expect((await browser.sign()).status).toBe(200);
    await expectClosed(browser, 409, "signer_already_signed");
  });
});
