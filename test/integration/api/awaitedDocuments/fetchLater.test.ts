import { createHash } from "node:crypto";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { ada, charles, uuidOf } from "../../../support/orderDesk.js";
import { expectNothingLoose } from "../crashInvariants.js";

let awaiting: AwaitingDesk;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
});
afterAll(() => awaiting.close());

const variant = (comment: string) => Buffer.concat([awaiting.pdf, Buffer.from(`\n% ${comment}\n`)]);
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the order is there before its documents are: a draft with its signers and their links, which nobody is invited to", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/lease", awaiting.pdf);
  const order = await awaiting.order(["/lease"], { signers: [ada, charles] });
  expect(elsewhere.asked).not.toContain("/lease");
  expect(order).toMatchObject({
    state: "draft",
    waiting_for: { what: "documents", signers: [] },
    documents: [],
    awaited_documents: [
      { name: "lease.pdf", kind: "sign", host: elsewhere.host, state: "awaited", error: null },
    ],
  });
  expect(await desk.read(order)).toEqual(order);
  const types = (await desk.events(order)).map(({ type }) => type);
  expect(types).toEqual(["order.created", "signer.added", "signer.added"]);
  const { request, signer } = await desk.browser(order).status();
  expect([request.status, signer.state]).toEqual(["preparing", "waiting"]);
  const page = await fetch(order.signers[0]!.signing_url);
  expect(page.status).toBe(200);
});

test("as soon as they are there the order is sent: documents in the places that were asked for, events, invitations", async () => {
  const { desk, elsewhere } = awaiting;
  const [first, third] = [variant("first"), variant("third")];
  // The first to be asked for is the last to come.
  elsewhere.at("/first", (response) => setTimeout(() => response.writeHead(200).end(first), 50));
  elsewhere.has("/third", third);
  const order = await awaiting.order([], {
    documents: [
      { name: "first.pdf", url: elsewhere.url("/first") },
      { name: "second.pdf", content: desk.content, kind: "info" },
      { name: "third.pdf", url: elsewhere.url("/third") },
    ],
    signers: [
      {
        ...ada,
        placements: [
          { document: 2, page: 1, x: 100, y: 100, width: 200, height: 60 },
          { document: 0, kind: "text", name: "city", page: 1, x: 50, y: 300, width: 200, height: 20 },
        ],
      },
    ],
  });
  expect(order.documents.map(({ name }) => name)).toEqual(["second.pdf"]);
  await awaiting.fetch();
  const sent = await desk.read(order);
  expect(sent).toMatchObject({
    state: "ready",
    waiting_for: { what: "signers", signers: [order.signers[0]!.id] },
    awaited_documents: [],
    documents: [
      { name: "first.pdf", kind: "sign", id: order.awaited_documents[0]!.id, sha256: digest(first) },
      { name: "second.pdf", kind: "info", sha256: digest(awaiting.pdf) },
      { name: "third.pdf", kind: "sign", id: order.awaited_documents[1]!.id, sha256: digest(third) },
    ],
  });
  const events = await desk.events(order);
  expect(events.map(({ type }) => type)).toEqual([
    "order.created",
    "document.added",
    "signer.added",
    "document.added",
    "document.added",
    "order.sent",
  ]);
  expect(new Set(events.map(({ actor }) => JSON.stringify(actor))).size).toBe(1);
  const rows = await desk.sql<{ document: string; kind: string }>(
    `SELECT d.name AS document, p.kind FROM placements p JOIN documents d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
     ORDER BY p.position`,
  );
  expect(rows).toEqual([
    { document: "third.pdf", kind: "signature" },
    { document: "first.pdf", kind: "text" },
  ]);
  const ofIt = `WHERE order_id = '${uuidOf(order.id)}'`;
  expect(await desk.sql(`SELECT kind FROM messages ${ofIt}`)).toEqual([{ kind: "invitation" }]);
  expect(await desk.sql(`SELECT 1 FROM awaited_orders ${ofIt}`)).toEqual([]);
  expect(await desk.sql(`SELECT 1 FROM awaited_documents ${ofIt}`)).toEqual([]);
  await expectNothingLoose(desk, "when they are there");
  const browser = desk.browser(sent);
  expect((await browser.status()).request.status).toBe("ready");
});

test("they are signed as any others", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/signed", variant("to be signed"));
  const order = await awaiting.order(["/signed"]);
  await awaiting.fetch();
  await desk.browser(await desk.read(order)).sign();
  expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ signatures: 1 }] });
});

test("a draft has its documents then, and is sent by whoever asked for a draft", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/draft", variant("draft"));
  const order = await awaiting.order(["/draft"], { draft: true });
  await awaiting.fetch();
  expect(await desk.read(order)).toMatchObject({
    state: "draft",
    waiting_for: { what: "nothing" },
    documents: [{ name: "draft.pdf" }],
    awaited_documents: [],
  });
  const { body } = await desk.client.post<OrderView>(`/v1/orders/${order.id}/send`);
  expect(body.state).toBe("ready");
});

test("where no document lies at a URL there is nothing to wait for", async () => {
  const { desk } = awaiting;
  expect(await desk.order([ada], { fetch_later: true })).toMatchObject({
    state: "ready",
    awaited_documents: [],
    documents: [{ name: "agreement.pdf" }],
  });
});

test("a repeat of the request gets the same answer, and fetches nothing twice", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/once", variant("once"));
  const body = {
    title: "Once",
    fetch_later: true,
    documents: [{ name: "once.pdf", url: elsewhere.url("/once") }],
    signers: [ada],
  };
  const headers = { "Idempotency-Key": "once" };
  const first = await desk.client.post<OrderView>("/v1/orders", body, headers);
  await awaiting.fetch();
  const again = await desk.client.post<OrderView>("/v1/orders", body, headers);
  expect([again.status, again.body]).toEqual([201, first.body]);
  await awaiting.fetch();
  expect(elsewhere.timesAsked("/once")).toBe(1);
});

test("what can be known before is refused before: nothing is made of such an order", async () => {
  const { desk, elsewhere } = awaiting;
  const refused = async (documents: object[], signer: object = {}) => {
    const { status, body } = await desk.client.refused("POST", "/v1/orders", {
      title: "Refused",
      fetch_later: true,
      documents,
      signers: [{ ...ada, ...signer }],
    });
    return [status, body.code, body.param, ...(body["reason"] ? [body["reason"]] : [])];
  };
  const url = elsewhere.url("/never");
  const before = await desk.rowsOfOrders();
  expect(await refused([{ name: "a.pdf", url: "http://10.0.0.1/a.pdf" }])).toEqual([
    422,
    "document_fetch_failed",
    "documents[0].url",
    "address_forbidden",
  ]);
  expect(await refused([{ name: "a.pdf", url: "ftp://example.org/a.pdf" }])).toEqual([
    422,
    "document_fetch_failed",
    "documents[0].url",
    "url_invalid",
  ]);
  const lease = { name: "a.pdf", url };
  const box = { page: 1, x: 1, y: 1, width: 100, height: 50 };
  expect(await refused([lease], { placements: [{ ...box, document: 1 }] })).toEqual([
    422,
    "placement_invalid",
    "signers[0].placements[0]",
  ]);
  expect(await refused([lease], { placements: [{ ...box, width: 5, height: 5 }] })).toEqual([
    422,
    "placement_invalid",
    "signers[0].placements[0]",
  ]);
  expect(await refused([lease], { placements: [{ ...box, kind: "date", value: "soon" }] })).toEqual([
    422,
    "field_invalid",
    "signers[0].placements[0].value",
  ]);
  expect(await refused([lease], { country: "XX" })).toEqual([422, "field_invalid", "signers[0].country"]);
  expect(await refused([{ ...lease, kind: "info" }])).toEqual([422, "field_invalid", "documents"]);
  expect(await desk.rowsOfOrders()).toEqual(before);
  expect(elsewhere.asked).not.toContain("/never");
});
