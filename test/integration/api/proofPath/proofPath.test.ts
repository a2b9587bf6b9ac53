import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { ProofPathView } from "../../../../api/proofPath/proofPathController.js";
import type { SignedDocumentsView, StatusView } from "../../../../api/signers/sessionViews.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import type { SignerBrowser } from "../../../support/signingFlow.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const pathOf = async (order: OrderView, index = 0, query = ""): Promise<ProofPathView> => {
  const path = `/v1/orders/${order.id}/signers/${order.signers[index]!.id}/proof-path${query}`;
  return (await desk.client.get<ProofPathView>(path)).body;
};

/** Downloads what the signer is given in the end. */
async function download(browser: SignerBrowser, headers: Record<string, string> = {}): Promise<void> {
  const links = await browser.client.get<SignedDocumentsView>(`${browser.path}/signed-documents`, headers);
  for (const { url } of links.body.documents) expect((await fetch(url)).status).toBe(200);
}

test("it tells in order what the signer did and what was done for them, each with time, address and browser", async () => {
  const order = await desk.order([ada], { must_read: true, consent_clauses: ["I may withdraw."] });
  const browser = desk.browser(order);
  await browser.sign();
  await download(browser);
  const { data } = await pathOf(order);
  const types = data.map(({ type }) => type);
  const expected = [
    "link.opened",
    "documents.handed_out",
    "pages.shown",
    "pages.shown",
    "consent.given",
    "consent.given",
    "code.requested",
    "code.sent",
    "code.verified",
    "signature.requested",
    "certificate.issued",
    "document.signed",
    "key.destroyed",
    "signer.signed",
    "documents.handed_back",
  ];
  expect(types.filter((type) => expected.includes(type))).toEqual(expected);
  for (const step of data.filter(({ actor }) => actor.kind === "signer")) {
    expect(step).toMatchObject({ ip: "127.0.0.1", time: expect.stringMatching(/Z$/) });
    expect(step.user_agent).not.toBeNull();
  }
  const of = (type: string) => data.find((step) => step.type === type)!.data;
  expect(of("certificate.issued")).toMatchObject({
    serial: expect.stringMatching(/^[0-9a-f]+$/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const { sha256_before, sha256_after } = of("document.signed");
  expect(sha256_before).toBe(order.documents[0]!.sha256);
  expect(sha256_after).toMatch(/^[0-9a-f]{64}$/);
});

test("two devices of one signer are told apart, and nobody makes up the name of a third", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  const device = async () => (await browser.client.get<StatusView>(`${browser.path}/status`)).body.session;
  const [phone, desktop] = [await device(), await device()];
  const shown = (page: number, session: string) =>
    browser.client.post(
      `${browser.path}/pages-shown`,
      { document_id: order.documents[0]!.id, pages: [{ page }] },
      { "Paraph-Session": session },
    );
  await browser.read();
  await shown(1, phone);
  await shown(2, desktop);
  const sessions = (await pathOf(order)).data
    .filter(({ type }) => type === "pages.shown")
    .map(({ session }) => session);
  expect(sessions).toEqual(
    [phone.slice(0, 21), desktop.slice(0, 21)].map((id) => expect.stringContaining(id)),
  );
  const kept = await browser.client.get<StatusView>(`${browser.path}/status`, { "Paraph-Session": phone });
  expect(kept.body.session).toBe(phone);
  const forged = `${"A".repeat(43)}`;
  const answered = await browser.client.get<StatusView>(`${browser.path}/status`, {
    "Paraph-Session": forged,
  });
  expect(answered.body.session).not.toBe(forged);
});

test("the opening of the link carries the browser that the page was then given", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  const html = String((await browser.open()).body);
  const session = /name="paraph-session" content="([^"]{43})"/.exec(html)![1]!;
  const [opened] = (await pathOf(order)).data.filter(({ type }) => type === "link.opened");
  expect(session.startsWith(opened!.session!.slice(0, 21))).toBe(true);
});

test("signed documents count as handed back once for each browser, and only when they were fetched", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  await browser.sign();
  const session = async () => ({ "Paraph-Session": (await browser.status()).session });
  const [phone, desktop] = [await session(), await session()];
  const back = async () => (await desk.count(order, "documents.handed_back"))[0];
  await browser.client.get(`${browser.path}/signed-documents`, phone);
  expect(await back()).toBe(0);
  await download(browser, phone);
  await download(browser, phone);
  expect(await back()).toBe(1);
  await download(browser, desktop);
  expect(await back()).toBe(2);
});

test("whoever makes up browsers cannot make the trail grow without end", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  await browser.sign();
  for (let index = 0; index < 22; index++) {
    await download(browser, { "Paraph-Session": (await browser.status()).session });
  }
  expect(await desk.count(order, "documents.handed_back")).toEqual([20]);
});

test("it says where the order waits: for whose turn it is, then for nothing", async () => {
  const order = await desk.order([ada, { ...charles, group: 2 }]);
  expect((await pathOf(order)).waiting_for).toEqual({ what: "signers", signers: [order.signers[0]!.id] });
  await desk.browser(order, 0).sign();
  expect((await pathOf(order)).waiting_for).toEqual({ what: "signers", signers: [order.signers[1]!.id] });
  await desk.browser(order, 1).sign();
  expect((await pathOf(order)).waiting_for).toEqual({ what: "nothing", signers: [] });
});

test("it holds this signer's steps only, in pages", async () => {
  const order = await desk.order([ada, charles]);
  await desk.browser(order, 1).sign();
  expect((await pathOf(order, 0)).data.map(({ type }) => type)).not.toContain("signer.signed");
  const whole = (await pathOf(order, 1)).data;
  const first = await pathOf(order, 1, "?limit=3");
  expect(first).toMatchObject({ has_more: true, next_after: whole[2]!.seq });
  const rest = await pathOf(order, 1, `?after=${first.next_after}`);
  expect([...first.data, ...rest.data]).toEqual(whole);
  expect(rest.next_after).toBeNull();
});

test("another tenant's signer, and another order's, are not there", async () => {
  const [order, another] = [await desk.order(), await desk.order()];
  const stranger = await desk.service.tenant("Stranger");
  const path = (from: OrderView) => `/v1/orders/${order.id}/signers/${from.signers[0]!.id}/proof-path`;
  const headers = { Authorization: `Bearer ${stranger.apiKey}` };
  expect((await desk.client.get(path(order), headers)).status).toBe(404);
  expect((await desk.client.get(path(another))).status).toBe(404);
});
