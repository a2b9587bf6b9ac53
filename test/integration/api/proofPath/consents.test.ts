import { createHash } from "node:crypto";
import { ada, OrderDesk } from "../../../support/orderDesk.js";

const clauses = ["I may withdraw within 14 days.", "Mes données sont traitées – article 6, « 1 b »."];

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test("status gives each clause word for word, with its hash and whether it was agreed to", async () => {
  const browser = desk.browser(await desk.order([ada], { consent_clauses: clauses }));
  await browser.read();
  const before = await browser.status();
  expect(before.clauses).toEqual(
    [before.consent.text, ...clauses].map((text, position) => ({
      position,
      text,
      sha256: sha256(text),
      given: false,
    })),
  );
  await browser.agree();
  expect((await browser.status()).clauses.map(({ given }) => given)).toEqual([true, true, true]);
});

test("each clause that is agreed to is one event with its words and their hash, recorded once", async () => {
  const order = await desk.order([ada], { consent_clauses: clauses });
  const browser = desk.browser(order);
  await browser.read();
  const give = (position: number) =>
    browser.client.post(`${browser.path}/consents`, {
      clauses: [{ position, text: clauses[position - 1] }],
    });
  expect((await give(2)).body).toEqual({ given: [2], complete: false });
  expect((await give(2)).body).toEqual({ given: [2], complete: false });
  await browser.agree();
  const given = (await desk.events(order)).filter(({ type }) => type === "consent.given");
  expect(given.map(({ data }) => data)).toEqual([
    { position: 2, text: clauses[1], sha256: sha256(clauses[1]!) },
    { position: 0, text: expect.any(String), sha256: expect.any(String) },
    { position: 1, text: clauses[0], sha256: sha256(clauses[0]!) },
  ]);
});

test.each([
  ["another text", { position: 1, text: `${clauses[0]} ` }],
  ["another clause's text", { position: 2, text: clauses[0] }],
  ["a clause that is not there", { position: 3, text: clauses[0] }],
])("%s is not agreed to, and neither is what came with it", async (_, wrong) => {
  const order = await desk.order([ada], { consent_clauses: clauses });
  const browser = desk.browser(order);
  await browser.read();
  const refused = await browser.client.post(`${browser.path}/consents`, {
    clauses: [{ position: 1, text: clauses[0] }, wrong],
  });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: "consent_mismatch", param: "clauses[1].text" },
  });
  expect(await desk.count(order, "consent.given")).toEqual([0]);
});

test("one clause twice in one call is refused", async () => {
  const browser = desk.browser(await desk.order([ada], { consent_clauses: clauses }));
  await browser.read();
  const clause = { position: 1, text: clauses[0] };
  const refused = await browser.client.post(`${browser.path}/consents`, { clauses: [clause, clause] });
  expect(refused).toMatchObject({ status: 422, body: { code: "field_invalid", param: "clauses" } });
});

test("who agreed before signs without repeating it, and who did not is told which step is missing", async () => {
  const order = await desk.order([ada], { consent_clauses: clauses });
  const browser = desk.browser(order);
  const session = { Authorization: `Bearer ${await browser.session()}` };
  const { consent } = await browser.status();
  const sign = (body: object) => browser.client.post(`${browser.path}/sign`, body, session);
  expect(await sign({ consentText: consent.text })).toMatchObject({
    status: 409,
    body: { code: "step_missing", step: "consents", call: "POST consents" },
  });
  await browser.agree();
  expect((await sign({})).status).toBe(200);
  expect(await desk.count(order, "consent.given")).toEqual([3]);
});

test("an order without further clauses takes the consent with the signature, right before sign was pressed", async () => {
  const order = await desk.order();
  await desk.browser(order).sign();
  const types = (await desk.events(order)).map(({ type }) => type);
  expect(types[types.indexOf("signature.requested") - 1]).toBe("consent.given");
  const [row] = await desk.sql<{ clause: string; sha256: Buffer }>(
    "SELECT clause, sha256 FROM consents ORDER BY given_at DESC LIMIT 1",
  );
  expect(row!.sha256.toString("hex")).toBe(sha256(row!.clause));
});

test("nobody agrees to have read what was not shown to them yet", async () => {
  const order = await desk.order([ada], { must_read: true });
  const browser = desk.browser(order);
  await browser.read();
  const { clauses } = await browser.status();
  const body = { clauses: clauses.map(({ position, text }) => ({ position, text })) };
  const early = await browser.client.post(`${browser.path}/consents`, body);
  expect(early).toMatchObject({ status: 409, body: { code: "step_out_of_order", step: "pages" } });
  await browser.readPages();
  expect((await browser.client.post(`${browser.path}/consents`, body)).status).toBe(200);
});

test("the tenant's key states what its signer agreed to and was shown, and the trail says who said so", async () => {
  const order = await desk.order([ada], { consent_clauses: clauses, must_read: true });
  const signer = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
  await desk.client.post(`${signer}/otp`);
  const otp = await desk.browser(order).newestCode();
  const { consent } = await desk.browser(order).status();
  const sign = (body: object) =>
    desk.client.post(`${signer}/sign`, { otp, consent_text: consent.text, ...body });
  expect(await sign({ consent_clauses: clauses })).toMatchObject({
    status: 409,
    body: { code: "step_missing", step: "pages" },
  });
  expect(await sign({ pages_read: true })).toMatchObject({
    status: 409,
    body: { code: "step_missing", step: "consents" },
  });
  expect(await sign({ pages_read: true, consent_clauses: [clauses[1]] })).toMatchObject({
    status: 422,
    body: { code: "consent_mismatch", param: "consent_clauses[0]" },
  });
  expect((await sign({ pages_read: true, consent_clauses: clauses })).status).toBe(200);
  const events = await desk.events(order);
  const stated = events.find(({ type }) => type === "pages.shown")!;
  expect(stated).toMatchObject({
    actor: { kind: "api_key" },
    data: {
      stated_by_caller: true,
      documents: [{ document: order.documents[0]!.id, pages: "1-2" }],
    },
  });
  const given = events.filter(({ type }) => type === "consent.given");
  expect(given.map(({ actor }) => actor.kind)).toEqual(["api_key", "api_key", "api_key"]);
});

test("words that were agreed to in one language are asked for again in another, and both stand in the trail", async () => {
  const order = await desk.order([ada], { consent_clauses: clauses });
  const browser = desk.browser(order);
  await browser.read();
  await browser.agree();
  const { consent: english } = await browser.status();
  const signer = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
  expect((await desk.client.request("PATCH", signer, { language: "fr" })).status).toBe(200);
  const status = await browser.status();
  expect(status.clauses.map(({ given }) => given)).toEqual([false, true, true]);
  expect(status).toMatchObject({ next_step: "consents" });
  const session = { Authorization: `Bearer ${await browser.prove()}` };
  const sign = (body: object) => browser.client.post(`${browser.path}/sign`, body, session);
  expect(await sign({})).toMatchObject({ status: 409, body: { code: "step_missing", step: "consents" } });
  await browser.agree();
  expect((await browser.status()).clauses.map(({ given }) => given)).toEqual([true, true, true]);
  expect((await sign({})).status).toBe(200);
  const first = (await desk.events(order)).filter(
    ({ type, data }) => type === "consent.given" && data["position"] === 0,
  );
  expect(first.map(({ data }) => data["text"])).toEqual([english.text, status.consent.text]);
  expect(english.text).not.toBe(status.consent.text);
});
