import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";
import { drawing, send, verify } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** An order with its own rules, whose signer was sent a code; and the code, from the message's subject. */
async function orderWith(otp: object): Promise<{ order: OrderView; browser: SignerBrowser; code: string }> {
  const order = await desk.order([ada], { otp });
  const browser = desk.browser(order);
  expect((await send(browser)).status).toBe(200);
  const [message] = await desk.service.outbox.list({ limit: 1 });
  return { order, browser, code: message!.subject!.split(" ")[0]! };
}

test.each([
  [{ length: 8 }, /^\d{8}$/],
  [{ alphabet: "letters", length: 7 }, /^[A-Z]{7}$/],
  [{ alphabet: "uppercase" }, /^[A-Z]{6}$/],
  [{ alphabet: "mixed", length: 12 }, /^[2-9A-HJKMNP-Z]{12}$/],
])("a code by the rules %j has the form %p, and its signer gives it", async (otp, form) => {
  const { browser, code } = await orderWith(otp);
  expect(code).toMatch(form);
  expect((await verify(browser, code)).status).toBe(200);
});

test("letters are taken small or large, capitals as capitals only", async () => {
  const any = await orderWith({ alphabet: "letters" });
  expect((await verify(any.browser, any.code.toLowerCase())).status).toBe(200);
  const capitals = await orderWith({ alphabet: "uppercase" });
  const small = await verify(capitals.browser, capitals.code.toLowerCase());
  expect(small).toMatchObject({ status: 401, body: { code: "otp_wrong", remainingAttempts: 2 } });
  expect((await verify(capitals.browser, capitals.code)).status).toBe(200);
});

test("a code is good as long as its order says", async () => {
  const { browser, code } = await orderWith({ lifetime_seconds: 3600, alphabet: "letters" });
  desk.service.clock.advance(3599);
  expect((await verify(browser, code)).status).toBe(200);
  const short = await orderWith({ lifetime_seconds: 60 });
  desk.service.clock.advance(60);
  expect(await verify(short.browser, short.code)).toMatchObject({ status: 410 });
});

test("tries, codes and pause are those of the order", async () => {
  const { browser } = await orderWith({ tries: 1, codes: 2, pause_seconds: 5 });
  expect((await verify(browser, "wrong")).status).toBe(423);
  expect(await send(browser)).toMatchObject({ status: 429, body: { code: "otp_too_soon", retry_after: 5 } });
  desk.service.clock.advance(5);
  expect((await send(browser)).status).toBe(200);
  desk.service.clock.advance(5);
  expect(await send(browser)).toMatchObject({ status: 429, body: { code: "otp_too_many_codes", limit: 2 } });
});

test("a code that can be given again is, as long as it is good, and still takes no more wrong tries than its rules", async () => {
  const { browser, code } = await orderWith({ reusable: true, tries: 2 });
  for (let round = 0; round < 4; round++) expect((await verify(browser, code)).status).toBe(200);
  expect((await verify(browser, "000000")).status).toBe(401);
  expect((await verify(browser, code)).status).toBe(200);
  expect((await verify(browser, "000000")).status).toBe(423);
  expect((await verify(browser, code)).status).toBe(423);
  const late = await orderWith({ reusable: true });
  expect((await verify(late.browser, late.code)).status).toBe(200);
  desk.service.clock.advance(600);
  expect((await verify(late.browser, late.code)).status).toBe(410);
});

test("a new code ends one that could be given again", async () => {
  const { browser, code } = await orderWith({ reusable: true });
  expect((await verify(browser, code)).status).toBe(200);
  desk.service.clock.advance(31);
  await desk.replacing({ random: drawing(code === "000001" ? 2 : 1) }, () => send(browser));
  expect((await verify(browser, code)).body.code).toBe("otp_wrong");
});

test("rules whose codes could be guessed are refused when the order is made, with the odds, and nothing is kept", async () => {
  const answer = await desk.client.post("/v1/orders", {
    title: "Agreement",
    documents: [{ name: "a.pdf", content: desk.content }],
    signers: [ada],
    otp: { length: 4 },
  });
  expect(answer).toMatchObject({ status: 422, body: { code: "field_invalid", param: "otp", odds: 416 } });
  expect(answer.body["detail"]).toContain("1 signer in 416");
});

describe("a lock", () => {
  const wrongUntilLocked = async (browser: SignerBrowser) => {
    let answer = await verify(browser, "wrong");
    while (answer.status === 401) answer = await verify(browser, "wrong");
    return { status: answer.status, body: answer.body as Record<string, unknown> };
  };

  test("says when a new code frees its signer", async () => {
    const { browser } = await orderWith({});
    desk.service.clock.advance(10);
    const locked = await wrongUntilLocked(browser);
    expect(locked).toMatchObject({ status: 423, body: { freed_by: "new_code", retry_after: 20 } });
    expect(locked.body["detail"]).toContain("20 seconds");
    desk.service.clock.advance(20);
    const code = await browser.receiveCode();
    expect((await verify(browser, code)).status).toBe(200);
  });

  test("says, when all codes of a day were sent, that tomorrow or the tenant frees them; the tenant does, and it is in the trail", async () => {
    const { order, browser } = await orderWith({ codes: 1 });
    expect(await wrongUntilLocked(browser)).toMatchObject({
      status: 423,
      body: { freed_by: "unlock", retry_after: 86_400 },
    });
    desk.service.clock.advance(31);
    expect(await send(browser)).toMatchObject({ status: 429, body: { retry_after: 86_369 } });
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
    expect((await desk.client.get(`${path}/otp`)).body).toMatchObject({
      locked: true,
      retry_after: 86_369,
      last: { state: "locked", remaining_attempts: 0 },
    });
    expect((await desk.client.post(`${path}/unlock`)).body).toEqual({ object: "unlock", unlocked: true });
    expect((await desk.client.post(`${path}/unlock`)).body).toEqual({ object: "unlock", unlocked: false });
    expect(await desk.count(order, "code.unlocked")).toEqual([1]);
    const code = await browser.receiveCode();
    expect((await verify(browser, code)).status).toBe(200);
  });

  test("that there is not cannot be lifted in advance", async () => {
    const { order } = await orderWith({});
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/unlock`;
    expect((await desk.client.post(path)).body).toEqual({ object: "unlock", unlocked: false });
  });
});
