import type { DocumentReading, ReadingView } from "../../../../api/proofPath/reading.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import type { SignerBrowser } from "../../../support/signingFlow.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** An order of two documents of two pages each. */
const twoDocuments = (more: object = {}) =>
  desk.order([ada], {
    documents: [
      { name: "lease.pdf", content: desk.content },
      { name: "rules.pdf", content: desk.content, kind: "info" },
    ],
    ...more,
  });

const reading = async (browser: SignerBrowser): Promise<DocumentReading[]> =>
  (await browser.client.get<ReadingView>(`${browser.path}/reading`)).body.documents;

/** Hands in the page that comes next in a document. */
async function handInNext(browser: SignerBrowser, index = 0) {
  const { document_id, next } = (await reading(browser))[index]!;
  desk.service.clock.advance(0.3);
  return browser.showPages(document_id, [{ page: next!.page, ticket: next!.ticket }]);
}

test("each document counts as handed out when its bytes were, once, with the digest of what was given", async () => {
  const order = await twoDocuments();
  const browser = desk.browser(order);
  await browser.client.get(`${browser.path}/pdf-url`);
  expect(await desk.count(order, "documents.handed_out")).toEqual([0]);
  await browser.read();
  await browser.read();
  const given = (await desk.events(order)).filter(({ type }) => type === "documents.handed_out");
  expect(given.map(({ data }) => data)).toEqual(
    order.documents.map(({ id, sha256 }) => ({ document: id, sha256 })),
  );
});

test("fetching a document without opening the page first records that the link was opened, before it", async () => {
  const order = await desk.order();
  const browser = desk.browser(order);
  const links = await browser.client.get<{ documents: { url: string }[] }>(`${browser.path}/pdf-url`);
  await fetch(links.body.documents[0]!.url, { method: "HEAD" });
  expect(await desk.count(order, "link.opened", "documents.handed_out")).toEqual([0, 0]);
  await fetch(links.body.documents[0]!.url);
  const types = (await desk.events(order)).map(({ type }) => type);
  expect(types.slice(-2)).toEqual(["link.opened", "documents.handed_out"]);
});

test("where it need not be read, pages are handed in as it suits, and each is recorded once", async () => {
  const order = await twoDocuments();
  const browser = desk.browser(order);
  await browser.read();
  const [lease] = order.documents;
  const shown = await browser.showPages(lease!.id, [{ page: 2 }, { page: 2 }]);
  expect(shown.body).toEqual({
    document_id: lease!.id,
    pages: 2,
    shown: [{ first: 2, last: 2 }],
    next: null,
  });
  await browser.showPages(lease!.id, [{ page: 1 }, { page: 2 }]);
  await browser.showPages(lease!.id, [{ page: 1 }]);
  const events = (await desk.events(order)).filter(({ type }) => type === "pages.shown");
  expect(events.map(({ data }) => data)).toEqual([
    { document: lease!.id, pages: "2", of: 2 },
    { document: lease!.id, pages: "1", of: 2 },
  ]);
  expect((await reading(browser))[0]!.shown).toEqual([{ first: 1, last: 2 }]);
  expect((await browser.status()).pages).toEqual({ shown: 2, total: 4 });
});

test("where it must be read, a page's ticket comes with the page before, and never skips one", async () => {
  const order = await twoDocuments({ must_read: true });
  const browser = desk.browser(order);
  await browser.read();
  const [lease] = await reading(browser);
  expect(lease!.next!.page).toBe(1);
  desk.service.clock.advance(1);
  const skipped = await browser.showPages(lease!.document_id, [{ page: 2, ticket: lease!.next!.ticket }]);
  expect(skipped).toMatchObject({
    status: 422,
    body: { code: "page_ticket_invalid", param: "pages[0].ticket" },
  });
  const first = await browser.showPages(lease!.document_id, [{ page: 1, ticket: lease!.next!.ticket }]);
  expect(first.body.next!.page).toBe(2);
  desk.service.clock.advance(0.3);
  const last = await browser.showPages(lease!.document_id, [{ page: 2, ticket: first.body.next!.ticket }]);
  expect(last.body).toMatchObject({ shown: [{ first: 1, last: 2 }], next: null });
});

test("a page is not taken before it can have been read, and then it is", async () => {
  const order = await twoDocuments({ must_read: true });
  const browser = desk.browser(order);
  await browser.read();
  const [{ document_id, next }] = (await reading(browser)) as [DocumentReading];
  desk.service.clock.advance(0.299);
  const early = await browser.showPages(document_id, [{ page: 1, ticket: next!.ticket }]);
  expect(early).toMatchObject({
    status: 429,
    body: { code: "page_too_soon", not_before: next!.not_before, retry_after: 1 },
  });
  expect(early.headers.get("Retry-After")).toBe("1");
  desk.service.clock.advance(0.001);
  expect((await browser.showPages(document_id, [{ page: 1, ticket: next!.ticket }])).status).toBe(200);
});

test("a ticket serves one signer, one document, one page: anybody else's is refused", async () => {
  const order = await twoDocuments({ must_read: true, signers: [ada, charles] });
  const [browser, other] = [desk.browser(order, 0), desk.browser(order, 1)];
  await browser.read();
  await other.read();
  const [lease, rules] = await reading(browser);
  const [theirs] = await reading(other);
  desk.service.clock.advance(1);
  const tickets = [
    theirs!.next!.ticket,
    rules!.next!.ticket,
    lease!.next!.ticket.replace(/^./, (first) => (first === "A" ? "B" : "A")),
    "AAAA",
    "",
    undefined,
  ];
  for (const ticket of tickets) {
    const refused = await browser.showPages(lease!.document_id, [{ page: 1, ...(ticket && { ticket }) }]);
    expect(refused).toMatchObject({ status: 422, body: { code: "page_ticket_invalid" } });
  }
  expect(await desk.count(order, "pages.shown")).toEqual([0]);
});

test("no ticket is given, and no page taken, before every document was handed out", async () => {
  const order = await twoDocuments({ must_read: true });
  const browser = desk.browser(order);
  await browser.open();
  const early = await reading(browser);
  expect(early.map(({ next }) => next)).toEqual([null, null]);
  const refused = await browser.showPages(order.documents[0]!.id, [{ page: 1, ticket: "A".repeat(51) }]);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: "step_out_of_order", step: "documents" },
  });
});

test("another device goes on where the first one was", async () => {
  const order = await twoDocuments({ must_read: true });
  const [first, second] = [desk.browser(order), desk.browser(order)];
  await first.read();
  await handInNext(first);
  const [lease, rules] = await reading(second);
  expect(lease).toMatchObject({ shown: [{ first: 1, last: 1 }], next: { page: 2 } });
  expect(rules).toMatchObject({ shown: [], next: { page: 1 } });
  expect((await handInNext(second)).status).toBe(200);
});

test("a page that the document has not, another order's document, and a page after signing are refused", async () => {
  const [order, another] = [await twoDocuments(), await twoDocuments()];
  const browser = desk.browser(order);
  await browser.read();
  const [lease] = order.documents;
  const page3 = await browser.showPages(lease!.id, [{ page: 1 }, { page: 3 }]);
  expect(page3).toMatchObject({
    status: 422,
    body: { code: "field_invalid", param: "pages[1].page", limit: 2 },
  });
  const foreign = await browser.showPages(another.documents[0]!.id, [{ page: 1 }]);
  expect(foreign).toMatchObject({ status: 404 });
  expect(await desk.count(order, "pages.shown")).toEqual([0]);
  await browser.sign();
  const late = await browser.showPages(lease!.id, [{ page: 1 }]);
  expect(late).toMatchObject({ status: 409, body: { code: "signer_already_signed" } });
});
