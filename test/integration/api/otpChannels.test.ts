import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { send, verify } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const consent_text =
  "I have read the documents, I agree to their content, and I agree to sign them electronically.";
const twice = { ...ada, phone: "+33612345678", authentication: "both" };
const pathOf = (order: OrderView) => `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
const bearer = (token: unknown) => ({ Authorization: `Bearer ${String(token)}` });

describe("a signer who is asked for both codes", () => {
  test("gives the e-mail's, then the text message's, and only then signs", async () => {
    const order = await desk.order([twice]);
    const browser = desk.browser(order);
    await browser.read();
    expect((await send(browser)).body).toMatchObject({ channel: "email", sent_to: "a***@example.org" });
    const first = await verify(browser, await browser.newestCode());
    expect(first).toMatchObject({ status: 200, body: { next: "sms", sessionToken: null, expires_at: null } });
    expect((await browser.status()).authentication).toMatchObject({
      method: "both",
      masked_to: "+33 *** 78",
    });
    expect((await verify(browser, "123456")).body.code).toBe("otp_missing");
    // No pause between the two: they go different ways.
    expect((await send(browser)).body).toMatchObject({ channel: "sms", sent_to: "+33 *** 78" });
    const second = await verify(browser, await browser.newestCode());
    expect(second).toMatchObject({ status: 200, body: { next: null, sessionToken: expect.any(String) } });
    const { consent } = await browser.status();
    const signed = await browser.client.post(
      `${browser.path}/sign`,
      { consentText: consent.text },
      bearer(second.body.sessionToken),
    );
    expect(signed.status).toBe(200);
    const verified = (await desk.events(order)).filter(({ type }) => type === "code.verified");
    expect(verified.map(({ data }) => [data["channel"], data["next"]])).toEqual([
      ["email", "sms"],
      ["sms", null],
    ]);
  });

  test("gives the e-mail's again when half an hour has passed since", async () => {
    const browser = desk.browser(await desk.order([twice]));
    expect((await verify(browser, await browser.receiveCode())).body).toMatchObject({ next: "sms" });
    desk.service.clock.advance(1500);
    const sms = await browser.receiveCode();
    desk.service.clock.advance(300);
    expect((await verify(browser, sms)).body).toMatchObject({ next: "email", sessionToken: null });
    const last = await verify(browser, await browser.receiveCode());
    expect(last.body).toMatchObject({ next: null, sessionToken: expect.any(String) });
  });

  test("starts anew when they ask for a code after both were given: the session before does not sign", async () => {
    const browser = desk.browser(await desk.order([twice]));
    await browser.read();
    await verify(browser, await browser.receiveCode());
    const { body } = await verify(browser, await browser.receiveCode());
    desk.service.clock.advance(31);
    expect((await send(browser)).body).toMatchObject({ channel: "email" });
    const { consent } = await browser.status();
    const refused = await browser.client.post(
      `${browser.path}/sign`,
      { consentText: consent.text },
      bearer(body.sessionToken),
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  test("is signed for by the tenant with both, the first given by itself", async () => {
    const order = await desk.order([twice]);
    const browser = desk.browser(order);
    const path = pathOf(order);
    await desk.client.post(`${path}/otp`);
    const otp = await browser.newestCode();
    expect((await desk.client.post(`${path}/otp/verify`, { otp })).body).toEqual({
      object: "verification",
      next: "sms",
      expires_at: null,
    });
    expect(await desk.client.post(`${path}/sign`, { consent_text })).toMatchObject({
      status: 409,
      body: { code: "otp_missing", next: "sms" },
    });
    await desk.client.post(`${path}/otp`);
    const signed = await desk.client.post(`${path}/sign`, { otp: await browser.newestCode(), consent_text });
    expect(signed.status).toBe(200);
  });
});

describe("a signer who is asked for no code", () => {
  const nobody = { ...ada, authentication: "none" };

  test("is sent none and gives none, and signs in a session that their link opens", async () => {
    const browser = desk.browser(await desk.order([nobody]));
    await browser.read();
    expect(await send(browser)).toMatchObject({ status: 409, body: { code: "otp_not_needed" } });
    expect(await verify(browser, "123456")).toMatchObject({ status: 409, body: { code: "otp_not_needed" } });
    const session = await browser.client.post<{ sessionToken: string }>(`${browser.path}/session`);
    const { consent } = await browser.status();
    const signed = await browser.client.post(
      `${browser.path}/sign`,
      { consentText: consent.text },
      bearer(session.body.sessionToken),
    );
    expect(signed.status).toBe(200);
  });

  test("is signed for by the tenant without a code", async () => {
    const order = await desk.order([nobody]);
    expect((await desk.client.post(`${pathOf(order)}/sign`, { consent_text })).status).toBe(200);
  });

  test("is the only one who gets a session so", async () => {
    const browser = desk.browser(await desk.order());
    await browser.session();
    expect(await browser.client.post(`${browser.path}/session`)).toMatchObject({
      status: 409,
      body: { code: "otp_missing" },
    });
  });
});

test("a session ends when its signer's authentication is made another", async () => {
  const order = await desk.order([{ ...ada, authentication: "none" }]);
  const browser = desk.browser(order);
  await browser.read();
  const session = await browser.client.post<{ sessionToken: string }>(`${browser.path}/session`);
  await desk.sql(`UPDATE signers SET authentication = 'email'`);
  const { consent } = await browser.status();
  const body = { consentText: consent.text };
  const refused = await browser.client.post(`${browser.path}/sign`, body, bearer(session.body.sessionToken));
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await desk.count(order, "signature.requested")).toEqual([0]);
});

test("what a tenant states of having authenticated a signer is in the trail as its word, and counted", async () => {
  const order = await desk.order();
  const path = `${pathOf(order)}/authentications`;
  const body = { method: "login", reference: "session 17", statement: "Logged in with a passkey." };
  const stated = await desk.client.post(path, body);
  expect(stated).toMatchObject({ status: 201, body: { object: "authentication", ...body } });
  expect((await desk.events(order)).at(-1)).toMatchObject({
    type: "authentication.stated",
    actor: { kind: "api_key" },
    data: { stated_by_caller: true, method: "login", at: stated.body["at"] },
    personal: { reference: "session 17", statement: "Logged in with a passkey." },
  });
  const at = new Date(desk.service.clock.now().getTime() + 600_000).toISOString();
  expect(await desk.client.post(path, { ...body, at })).toMatchObject({ status: 422, body: { param: "at" } });
  for (let count = 1; count < 20; count++) expect((await desk.client.post(path, body)).status).toBe(201);
  expect(await desk.client.post(path, body)).toMatchObject({ status: 422, body: { limit: 20 } });
});
