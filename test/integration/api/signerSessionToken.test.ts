import { decodeJwt, SignJWT } from "jose";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const consentText =
  "I have read the documents, I agree to their content, and I agree to sign them electronically.";

function sign(browser: SignerBrowser, token: string | null, body: object = { consentText }) {
  return browser.client.post(
    `${browser.path}/sign`,
    body,
    token === null ? {} : { Authorization: `Bearer ${token}` },
  );
}

test("a session signs for its own signer only", async () => {
  const order = await desk.order([ada, charles]);
  const [first, second] = [desk.browser(order, 0), desk.browser(order, 1)];
  const token = await first.session();
  expect(await sign(second, token)).toMatchObject({ status: 401, body: { code: "session_expired" } });
  expect(await sign(desk.browser(await desk.order()), token)).toMatchObject({ status: 401 });
  expect((await desk.read(order)).signers.map(({ state }) => state)).toEqual(["opened", "waiting"]);
  expect((await sign(first, token)).status).toBe(200);
});

test("a session lasts thirty minutes and not a second longer", async () => {
  const early = desk.browser(await desk.order());
  const first = await early.session();
  desk.service.clock.advance(1799);
  expect((await sign(early, first)).status).toBe(200);
  const late = desk.browser(await desk.order());
  const second = await late.session();
  desk.service.clock.advance(1800);
  expect(await sign(late, second)).toMatchObject({ status: 401, body: { code: "session_expired" } });
});

test("without a session nothing is signed, and the answer says what to send", async () => {
  const answer = await sign(desk.browser(await desk.order()), null);
  expect(answer).toMatchObject({ status: 401, body: { code: "session_missing" } });
  expect(answer.headers.get("WWW-Authenticate")).toContain("Bearer");
});

test("a session that is forged, of no algorithm, under another key or for another use is refused", async () => {
  const order = await desk.order([ada, charles]);
  const browser = desk.browser(order);
  const genuine = await browser.session();
  const claims = decodeJwt(genuine);
  const other = decodeJwt(await desk.browser(order, 1).session());
  const [header, payload, mac] = genuine.split(".") as [string, string, string];
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const key = desk.service.platform.secretBox.mac(new Uint8Array(0), "signer session key");
  const signWith = (secret: Uint8Array, changed: object, alg = "HS256") =>
    new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg }).sign(secret);
  const forgeries = {
    "another signer's subject": `${header}.${encode({ ...claims, sub: other.sub })}.${mac}`,
    "a later end": `${header}.${encode({ ...claims, exp: claims.exp! + 3600 })}.${mac}`,
    "a changed MAC": `${header}.${payload}.${mac.slice(0, -2)}AA`,
    "no MAC": `${header}.${payload}.`,
    "alg none": `${encode({ alg: "none", typ: "JWT" })}.${payload}.`,
    "alg none in other letters": `${encode({ alg: "nOnE" })}.${payload}.${mac}`,
    "another key": await signWith(new Uint8Array(32), {}),
    "another algorithm": await signWith(Buffer.concat([key, key]), {}, "HS512"),
    "the right key, another audience": await signWith(key, { aud: "paraph console" }),
    "the right key, another issuer": await signWith(key, { iss: "somebody" }),
    "the right key, the code of another signer": await signWith(key, { codes: other["codes"] }),
    "the right key, a code that is none": await signWith(key, {
      codes: ["018f0000-0000-7000-8000-000000000000"],
    }),
    words: "let.me.in",
  };
  for (const [what, token] of Object.entries(forgeries)) {
    const { status, body } = await sign(browser, token);
    expect({ what, status, code: body["code"] }).toEqual({ what, status: 401, code: "session_expired" });
  }
  expect((await sign(browser, genuine)).status).toBe(200);
});

test("the consent must be the order's, word for word; a mistake does not use up the session", async () => {
  const consent_text = "I accept the terms of the lease of 14 Quai des Tanneurs.";
  const browser = desk.browser(await desk.order([ada], { consent_text }));
  expect((await browser.status()).consent.text).toBe(consent_text);
  const token = await browser.session();
  for (const wrong of [
    "",
    consentText,
    `${consent_text} `,
    consent_text.toUpperCase(),
    consent_text.slice(0, -1),
  ]) {
    const answer = await sign(browser, token, { consentText: wrong });
    expect(answer).toMatchObject({ status: 422, body: { code: "consent_mismatch", param: "consentText" } });
  }
  expect((await sign(browser, token, { consentText: consent_text })).status).toBe(200);
});

test("signing again with the same session answers the same and signs nothing", async () => {
  const order = await desk.order([ada, charles]);
  const browser = desk.browser(order);
  const token = await browser.session();
  const first = await sign(browser, token);
  desk.service.clock.advance(60);
  const again = await sign(browser, token);
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
  expect((await desk.read(order)).documents[0]!.signatures).toBe(1);
  expect(await desk.count(order, "consent.given", "certificate.issued", "document.signed")).toEqual([
    1, 1, 1,
  ]);
});

test("a double click signs once, and every click is told that it is signed or being signed", async () => {
  for (let round = 0; round < 3; round++) {
    const order = await desk.order([ada]);
    const browser = desk.browser(order);
    const token = await browser.session();
    const answers = await Promise.all([sign(browser, token), sign(browser, token), sign(browser, token)]);
    const said = answers.map(({ status, body }) => `${status} ${body["status"]}`);
    expect(said).toContain("200 signed");
    for (const one of said) expect(["200 signed", "202 signing"]).toContain(one);
    expect(await sign(browser, token)).toMatchObject({
      status: 200,
      body: { status: "signed", all_signed: true },
    });
    expect(await desk.count(order, "consent.given", "certificate.issued", "document.signed")).toEqual([
      1, 1, 1,
    ]);
  }
});

test("a session signs once: after its signing, a new code is refused because the signer has signed", async () => {
  const browser = desk.browser(await desk.order([ada, charles]));
  await sign(browser, await browser.session());
  desk.service.clock.advance(31);
  const again = await browser.client.post(`${browser.path}/send-otp`);
  expect(again).toMatchObject({ status: 409, body: { code: "signer_already_signed" } });
});
