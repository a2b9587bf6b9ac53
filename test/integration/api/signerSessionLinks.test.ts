import type { OrderView } from "../../../api/orders/orderViews.js";
import type { DocumentLinksView } from "../../../api/signers/sessionViews.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import type { SignerBrowser } from "../../support/signingFlow.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const calls: readonly (readonly [method: string, call: string, body?: object])[] = [
  ["GET", "status"],
  ["GET", "pdf-url"],
  ["GET", "signed-documents"],
  ["GET", "positions"],
  ["POST", "send-otp", {}],
  ["POST", "verify-otp", { otp: "123456" }],
  ["POST", "sign", { consentText: "yes" }],
  ["POST", "refuse", { reason: "no" }],
  ["GET", "reading"],
  ["POST", "pages-shown", { document_id: "doc_1", pages: [{ page: 1 }] }],
  ["POST", "consents", { clauses: [{ position: 0, text: "yes" }] }],
  ["PATCH", "identity", { surname: "King" }],
  ["PUT", "fields", { values: {} }],
];

/** The signing link's own token, as it stands in its path. */
const tokenOf = (browser: SignerBrowser) => browser.path.split("/")[2]!;
const signerOf = (browser: SignerBrowser) => browser.path.split("/")[4]!;

async function expectNoSuchPlace(path: string): Promise<void> {
  for (const [method, call, body] of calls) {
    const answer = await desk.browser(await order()).client.request(method, `${path}/${call}`, body);
    expect({ call, status: answer.status, code: answer.body["code"] }).toEqual({
      call,
      status: 404,
      code: "not_found",
    });
  }
}

let cached: OrderView | undefined;
async function order(): Promise<OrderView> {
  cached ??= await desk.order([ada, charles]);
  return cached;
}

test("a link has 256 bits, and is the same whenever the tenant asks for it", async () => {
  const one = await order();
  const tokens = [0, 1].map((index) => tokenOf(desk.browser(one, index)));
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(tokens[0]).not.toBe(tokens[1]);
  expect((await desk.read(one)).signers.map(({ signing_url }) => signing_url)).toEqual(
    one.signers.map(({ signing_url }) => signing_url),
  );
});

test("a link that is wrong by one character, too short or made of SQL reaches nothing", async () => {
  const browser = desk.browser(await order());
  const token = tokenOf(browser);
  const changed = (token[0] === "A" ? "B" : "A") + token.slice(1);
  for (const wrong of [changed, token.slice(1), `${token}A`, "'%20OR%201=1--", "A".repeat(43)]) {
    await expectNoSuchPlace(`/s/${wrong}/signers/${signerOf(browser)}`);
    expect((await browser.client.get(`/s/${wrong}`)).status).toBe(404);
  }
});

test("a link reaches its own signer only: neither the order's other signer nor one of another order", async () => {
  const browser = desk.browser(await order(), 0);
  const other = desk.browser(await order(), 1);
  const stranger = desk.browser(await desk.order());
  for (const signer of [signerOf(other), signerOf(stranger), "sgr_00000000000000000000000000", "x"]) {
    await expectNoSuchPlace(`/s/${tokenOf(browser)}/signers/${signer}`);
  }
});

describe("a link to a document", () => {
  async function links(browser: SignerBrowser, call = "pdf-url"): Promise<URL[]> {
    const { body } = await browser.client.get<DocumentLinksView>(`${browser.path}/${call}`);
    return body.documents.map(({ url }) => new URL(url));
  }

  test("works for ten minutes and not a second longer", async () => {
    const [url] = await links(desk.browser(await order()));
    desk.service.clock.advance(599);
    expect((await fetch(url!)).status).toBe(200);
    desk.service.clock.advance(1);
    expect((await fetch(url!)).status).toBe(404);
  });

  test("cannot be altered: not its end, document, variant, holder or MAC", async () => {
    const documents = ["one.pdf", "two.pdf"].map((name) => ({ name, content: desk.content }));
    const mine = await desk.order([ada, charles], { documents });
    const browser = desk.browser(mine, 0);
    await browser.sign();
    const [first, second] = await links(browser);
    const theirs = (await links(desk.browser(await desk.order())))[0]!;
    const path = first!.pathname;
    const query = first!.search;
    const expires = first!.searchParams.get("expires")!;
    const mac = first!.searchParams.get("mac")!;
    const altered: Record<string, string> = {
      "a later end": path + query.replace(expires, String(Number(expires) + 600)),
      "an end that is no number": path + query.replace(expires, "Infinity"),
      "no end": `${path}?mac=${mac}`,
      "two ends": `${path}${query}&expires=${Number(expires) + 600}`,
      "no MAC": `${path}?expires=${expires}`,
      "an empty MAC": `${path}?expires=${expires}&mac=`,
      "a MAC cut short": path + query.replace(mac, mac.slice(0, 20)),
      "the other document": second!.pathname + query,
      "the signed variant": path.replace(/source$/, "signed") + query,
      "another variant": path.replace(/source$/, "evidence") + query,
      "the other signer's link": path.replace(tokenOf(browser), tokenOf(desk.browser(mine, 1))) + query,
      "another order's document": path.replace(/doc_\w+/, /doc_\w+/.exec(theirs.pathname)![0]) + query,
      "another order's document with its own MAC":
        path.replace(/doc_\w+/, /doc_\w+/.exec(theirs.pathname)![0]) + theirs.search,
      "a path upwards": `${path}/../../../../${query}`,
    };
    for (const [what, target] of Object.entries(altered)) {
      const response = await fetch(`${first!.origin}${target}`);
      expect({ what, status: response.status }).toEqual({ what, status: 404 });
      expect(response.headers.get("Content-Type")).not.toContain("pdf");
    }
    expect((await fetch(first!)).status).toBe(200);
  });
});

test("the first opening and the first hand-out are recorded once, however often the page is loaded", async () => {
  const one = await desk.order([ada, charles]);
  const browser = desk.browser(one);
  for (let round = 0; round < 3; round++) {
    await Promise.all([browser.open(), browser.open(), browser.client.get(`${browser.path}/pdf-url`)]);
    await Promise.all([1, 2, 3].map(() => browser.read()));
    desk.service.clock.advance(5);
  }
  expect(await desk.count(one, "link.opened", "documents.handed_out")).toEqual([1, 1]);
  const events = await desk.events(one);
  expect(events.find(({ type }) => type === "documents.handed_out")!.data).toEqual({
    document: one.documents[0]!.id,
    sha256: one.documents[0]!.sha256,
  });
  await desk.browser(one, 1).open();
  expect(await desk.count(one, "link.opened", "documents.handed_out")).toEqual([2, 1]);
  expect((await desk.read(one)).signers.map(({ state }) => state)).toEqual(["opened", "opened"]);
});

test("address (of the connection, not as a header claims) and program of the signer are told to the tenant, and lie in the database encrypted only", async () => {
  const one = await desk.order([ada]);
  const browser = desk.browser(one);
  const agent = "Analytical Engine/1.0 (Difference; Mill)";
  await browser.client.get(browser.path.replace(/\/signers.*/, ""), {
    "User-Agent": agent,
    "X-Forwarded-For": "203.0.113.9",
  });
  const links = await browser.client.get<DocumentLinksView>(`${browser.path}/pdf-url`);
  await fetch(links.body.documents[0]!.url, { headers: { "User-Agent": `${agent}${"x".repeat(600)}` } });
  const told = (await desk.events(one)).filter(({ type }) => /^(link|documents)\./.test(type));
  expect(told.map(({ personal }) => personal!["ip"])).toEqual(["127.0.0.1", "127.0.0.1"]);
  expect(told[0]!.personal).toMatchObject({ ip: "127.0.0.1", user_agent: agent });
  expect(told[1]!.personal!["user_agent"]).toHaveLength(500);
  const rows = await desk.sql<{ text: string }>(
    "SELECT e::text || encode(e.body::bytea, 'escape') || encode(coalesce(e.personal, ''), 'escape') AS text FROM events e",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) expect(text).not.toMatch(/127\.0\.0\.1|Analytical|Lovelace|ada@/);
  expect(desk.service.log.join("\n")).not.toMatch(/127\.0\.0\.1|Analytical/);
});

test("no signing link and no session stands in the log or, in clear, in the database", async () => {
  const one = await desk.order([ada]);
  const browser = desk.browser(one);
  const token = tokenOf(browser);
  const session = await browser.session();
  const tables = await desk.sql<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  for (const { name } of tables) {
    const [found] = await desk.sql(`SELECT 1 FROM "${name}" t WHERE t::text LIKE '%${token}%'
      OR t::text LIKE '%${Buffer.from(token).toString("hex")}%' OR t::text LIKE '%${session.slice(-40)}%'
      OR t::text LIKE '%${Buffer.from(token, "base64url").toString("hex")}%'`);
    expect({ name, found }).toEqual({ name, found: undefined });
  }
  expect(desk.service.log.join("\n")).not.toContain(token);
  expect(desk.service.log.join("\n")).not.toContain(session.slice(-40));
});
