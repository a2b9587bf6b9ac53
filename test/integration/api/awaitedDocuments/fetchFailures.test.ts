import type { ServerResponse } from "node:http";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { ada, uuidOf } from "../../../support/orderDesk.js";
import { expectNothingLoose, sweepAll } from "../crashInvariants.js";

const limit = 100_000;
let awaiting: AwaitingDesk;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open({ timeoutMs: 400, limits: { documentBytes: limit } });
});
afterAll(() => awaiting.close());

const cause = "A document could not be fetched, or what is to be placed does not fit it.";

/** The order has failed of a document, says so everywhere, and nothing is left of what came. */
async function expectFailed(order: OrderView, name: string, why: RegExp): Promise<void> {
  const { desk } = awaiting;
  const failed = await desk.read(order);
  expect(failed).toMatchObject({ state: "failed", waiting_for: { what: "nothing" }, documents: [] });
  expect(failed.end_reason).toMatch(new RegExp(`^${cause} ${name}: ${why.source}`));
  const awaited = failed.awaited_documents.find((one) => one.name === name)!;
  expect(awaited).toMatchObject({ state: "failed", error: expect.stringMatching(why) });
  const event = (await desk.events(order)).at(-1)!;
  expect(event).toMatchObject({
    type: "order.failed",
    actor: { kind: "system" },
    data: { cause, document: name, reason: expect.stringMatching(why) },
  });
  expect(await desk.sql("SELECT 1 FROM awaited_documents WHERE source IS NOT NULL")).toEqual([]);
  await sweepAll(desk);
  await expectNothingLoose(desk, name);
}

test.each<[string, (response: ServerResponse) => unknown, RegExp]>([
  ["is not there", (r) => r.writeHead(404).end(), /The URL's server answers with HTTP 404, not 200\./],
  ["is gone", (r) => r.writeHead(410).end(), /The URL's server answers with HTTP 410, not 200\./],
  ["is forbidden", (r) => r.writeHead(403).end(), /The URL's server answers with HTTP 403, not 200\./],
  [
    "redirects to a private address",
    (r) => r.writeHead(302, { location: "http://10.0.0.1/lease.pdf" }).end(),
    /The URL redirects \(HTTP 302\); give the final one\./,
  ],
  [
    "redirects elsewhere",
    (r) => r.writeHead(301, { location: "/other" }).end(),
    /The URL redirects \(HTTP 301\); give the final one\./,
  ],
  [
    "is a page of HTML",
    (r) => r.writeHead(200, { "content-type": "text/html" }).end("<h1>Sign in</h1>"),
    /.*PDF/,
  ],
  ["is empty", (r) => r.writeHead(200).end(), /The document has no bytes\./],
  [
    "says that it is too large",
    (r) => r.writeHead(200, { "content-length": limit + 1 }).end(),
    /.*larger than 100000/,
  ],
  [
    "has no end",
    (r) => {
      const go = () => {
        if (!r.destroyed) r.write(Buffer.alloc(10_000, 32), () => setImmediate(go));
      };
      r.writeHead(200);
      go();
    },
    /The document is larger than 100000 bytes/,
  ],
])(
  "an order whose document %s fails at once, and nothing of the others is kept",
  async (what, answer, why) => {
    const { elsewhere } = awaiting;
    const path = `/${what.replaceAll(" ", "-")}`;
    elsewhere.has("/good", awaiting.pdf);
    elsewhere.at(path, answer);
    const order = await awaiting.order(["/good", path]);
    await awaiting.fetch();
    expect(elsewhere.timesAsked(path)).toBe(1);
    await expectFailed(order, `${path.slice(1)}.pdf`, why);
  },
);

test.each<[string, (response: ServerResponse) => unknown, RegExp]>([
  ["answers with 503", (r) => r.writeHead(503).end(), /The URL's server answers with HTTP 503, not 200\./],
  [
    "asks for patience (429)",
    (r) => r.writeHead(429).end(),
    /The URL's server answers with HTTP 429, not 200\./,
  ],
  ["hangs up", (r) => r.destroy(), /The URL's server cannot be reached or broke off\./],
  [
    "breaks off",
    (r) => r.writeHead(200, { "content-length": 9 }).write("%PDF", () => r.destroy()),
    /The URL's server .* broke off\./,
  ],
  ["never answers", () => undefined, /The document was not there after 400 ms\./],
])(
  "a server that %s is asked three times within some minutes, and then the order fails",
  async (what, answer, why) => {
    const { desk, elsewhere } = awaiting;
    const path = `/${what.replaceAll(/[ ()]+/g, "-")}`;
    elsewhere.at(path, answer);
    const order = await awaiting.order([path]);
    await awaiting.fetch();
    expect(await desk.read(order)).toMatchObject({
      state: "draft",
      awaited_documents: [{ state: "awaited", error: expect.stringMatching(why) }],
    });
    for (const seconds of [10, 60]) {
      desk.service.clock.advance(seconds - 1);
      await awaiting.fetch();
      const before = elsewhere.timesAsked(path);
      desk.service.clock.advance(1);
      await awaiting.fetch();
      expect(elsewhere.timesAsked(path)).toBe(before + 1);
    }
    expect(elsewhere.timesAsked(path)).toBe(3);
    await expectFailed(order, `${path.slice(1)}.pdf`, why);
    expect((await desk.read(order)).end_reason).toMatch(/ It was tried 3 times\.$/);
  },
);

test("what has come is kept while another is tried again, and is not fetched twice", async () => {
  const { desk, elsewhere } = awaiting;
  let tries = 0;
  elsewhere.has("/steady", awaiting.pdf);
  elsewhere.at("/shaky", (response) => {
    tries += 1;
    if (tries === 1) response.writeHead(500).end();
    else response.writeHead(200).end(awaiting.pdf);
  });
  const placements = [{ document: 0, page: 1, x: 100, y: 100, width: 200, height: 60 }];
  const order = await awaiting.order(["/steady", "/shaky"], { signers: [{ ...ada, placements }] });
  await awaiting.fetch();
  const { awaited_documents } = await desk.read(order);
  expect(awaited_documents).toMatchObject([
    { state: "fetched", error: null },
    { state: "awaited", error: "The URL's server answers with HTTP 500, not 200." },
  ]);
  await expectNothingLoose(desk, "between two tries");
  desk.service.clock.advance(10);
  await awaiting.fetch();
  expect(await desk.read(order)).toMatchObject({
    state: "ready",
    documents: [{ name: "steady.pdf" }, { name: "shaky.pdf" }],
    awaited_documents: [],
  });
  expect([elsewhere.timesAsked("/steady"), tries]).toEqual([1, 2]);
  await expectNothingLoose(desk, "after the second try");
});

test.each<[string, object, string]>([
  ["a page that it has not", { page: 99, x: 1, y: 1, width: 100, height: 50 }, "99"],
  ["a place beside its page", { page: 1, x: 3000, y: 1, width: 100, height: 50 }, "leaves page 1"],
  ["a text that it has not", { marker: { text: "no such words" } }, '"no such words" does not stand in it'],
  ["a field that it has not", { field: "no_such_field" }, "no_such_field"],
])(
  "an order that is to be signed at %s fails, and names the document and the placement",
  async (_what, place, why) => {
    const { desk, elsewhere } = awaiting;
    elsewhere.has("/one", awaiting.pdf);
    elsewhere.has("/two", awaiting.pdf);
    const order = await awaiting.order(["/one", "/two"], {
      signers: [{ ...ada, placements: [{ document: 1, ...place }] }],
    });
    await awaiting.fetch();
    await expectFailed(order, "two.pdf", /.*signers\[0\]\.placements\[0\]/);
    expect((await desk.read(order)).end_reason).toContain(why);
  },
);

test("the sender and the order's own URL are told that it failed, and of what", async () => {
  const { desk, elsewhere } = awaiting;
  const order = await awaiting.order(["/nowhere"], {
    sender: { name: "Grace", email: "grace@example.org" },
    callback: { url: elsewhere.url("/told") },
  });
  await awaiting.fetch();
  const ofIt = `WHERE order_id = '${uuidOf(order.id)}'`;
  const letters = await desk.sql(`SELECT kind, signer_id FROM messages ${ofIt}`);
  expect(letters).toEqual([{ kind: "failed", signer_id: null }]);
  const [told] = await desk.sql<{ payload: string }>(
    `SELECT payload::text FROM notifications ${ofIt} AND type = 'order.failed'`,
  );
  expect(JSON.parse(told!.payload)).toMatchObject({
    data: {
      order: order.id,
      details: { document: "nowhere.pdf", reason: "The URL's server answers with HTTP 404, not 200." },
    },
  });
});

test("nothing of a URL but its host is in an answer, an event, a row or the log", async () => {
  const { desk, elsewhere } = awaiting;
  const secret = "token=5ecre7";
  const names = ["/gone", "/late"];
  elsewhere.at("/late", (response) => response.writeHead(500).end());
  const documents = names.map((path) => ({
    name: "lease.pdf",
    url: elsewhere.url(path, `?${secret}&path=hidden`),
  }));
  for (const document of documents) {
    const order = await desk.client.createOrder({
      title: "Secret",
      fetch_later: true,
      documents: [document],
      signers: [ada],
    });
    await awaiting.fetch();
    const said = JSON.stringify([await desk.read(order), await desk.events(order), order]);
    expect(said).not.toMatch(/5ecre7|hidden|\/gone|\/late/);
    expect(said).toContain(elsewhere.host);
  }
  const tables = [
    "orders",
    "awaited_orders",
    "awaited_documents",
    "events",
    "notifications",
    "idempotency_keys",
  ];
  for (const table of tables) {
    const rows = await desk.sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
    const hex = Buffer.from("5ecre7").toString("hex");
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(`5ecre7|${hex}|hidden`));
  }
  expect(desk.service.log.join("\n")).not.toMatch(/5ecre7|hidden/);
});
