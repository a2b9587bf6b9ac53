import { createHash } from "node:crypto";
import { checkUrl } from "../../../../api/checkPage/checkToken.js";
import type { CheckView } from "../../../../api/checkPage/checkView.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { ApiClient } from "../../../support/apiClient.js";
import { letTheHourPass } from "../../../support/evidenceMaking.js";
import { ada, charles, OrderDesk, uuidOf } from "../../../support/orderDesk.js";

describe("the public check page", () => {
  let desk: OrderDesk;
  let anybody: ApiClient;
  beforeAll(async () => {
    desk = await OrderDesk.open();
    anybody = new ApiClient(desk.service.baseUrl, null);
  });
  afterAll(() => desk?.close());

  const address = (order: OrderView): string =>
    new URL(checkUrl(desk.service.platform, { tenantId: desk.tenantId, orderId: uuidOf(order.id) })).pathname;
  const json = (order: OrderView) => anybody.get<CheckView>(address(order), { Accept: "application/json" });
  const html = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await anybody.get<Buffer>(path, { Accept: "text/html", ...headers });
    return { ...answer, page: answer.body.toString("utf8") };
  };

  test("tells by their hashes the very documents that are handed out, before and after", async () => {
    const order = await desk.order([ada, charles]);
    await desk.browser(order, 0).sign();
    const first = await desk.client.get<Buffer>(
      `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
    );
    await desk.browser(order, 1).sign();
    const { record } = (await json(order)).body;
    const last = await desk.client.get<Buffer>(
      `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
    );
    expect(record).toMatchObject({
      mode: "test",
      state: "completed",
      signatures: { given: 2, asked: 2 },
      approvals: { given: 0, asked: 0 },
      checkpoint: null,
    });
    const [document] = record!.documents;
    expect(document!.revisions.map(({ kind, level }) => [kind, level])).toEqual([
      ["source", null],
      ["signed", "B-T"],
      ["signed", "B-T"],
      ["sealed", "B-LTA"],
    ]);
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    const hashes = document!.revisions.map(({ sha256 }) => sha256);
    expect(hashes[0]).toBe(hash(Buffer.from(desk.content, "base64")));
    expect(hashes[1]).toBe(hash(first.body));
    expect(hashes[3]).toBe(hash(last.body));
    const events = await desk.events(order);
    expect(record!.chain).toEqual({ length: events.length, head: events.at(-1)!.hash });
    const { page } = await html(address(order));
    for (const sha256 of hashes) expect(page).toContain(`data-sha256="${sha256}"`);
  });

  test("names nobody and shows no name of a document, no title, no address", async () => {
    const order = await desk.order([{ ...ada, phone: "+447700900123" }], {
      title: "Sale of the windmill",
      documents: [{ name: "windmill-deed.pdf", content: desk.content }],
      external_id: "crm-77",
      sender: { name: "Byron Estates", email: "byron@example.org" },
    });
    await desk.browser(order).sign();
    const { page } = await html(address(order));
    const said = page + JSON.stringify((await json(order)).body);
    for (const secret of [/ada\b/i, /lovelace/i, /windmill/i, /byron/i, /447700/, /crm-77/, /Test Company/]) {
      expect(said).not.toMatch(secret);
    }
  });

  test("speaks the visitor's language, from the right where it is written so, and the one that is chosen", async () => {
    const path = address(await desk.order());
    const french = await html(path, { "Accept-Language": "fr-CH, en;q=0.5" });
    expect(french.page).toContain('<html lang="fr" dir="ltr">');
    expect(french.headers.get("Content-Language")).toBe("fr");
    const arabic = await html(`${path}?lang=ar`, { "Accept-Language": "fr" });
    expect(arabic.page).toContain('<html lang="ar" dir="rtl">');
    expect((await html(path, { "Accept-Language": "ja" })).page).toContain('<html lang="en" dir="ltr">');
    expect((await html(`${path}?lang=<script>`)).page).not.toContain("<script>");
  });

  test("cannot send anything anywhere: its policy forbids every connection and every form", async () => {
    const { headers } = await html(address(await desk.order()));
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toContain("connect-src");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("at any other address is a plain page with 404, or a problem for machines, and nothing is looked up", async () => {
    const path = address(await desk.order());
    const wrong = `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`;
    const noDatabase = new Proxy(desk.service.platform.database, {
      get: () => () => {
        throw new Error("looked up");
      },
    });
    await desk.replacing({ database: noDatabase }, async () => {
      const missing = await html(wrong, { "Accept-Language": "de" });
      expect(missing.status).toBe(404);
      expect(missing.page).toContain('<html lang="de" dir="ltr">');
      expect(missing.page).not.toContain("<script");
      expect((await html("/check/")).page).toContain("There is nothing at this address");
      const problem = await anybody.refused("GET", wrong, undefined, { Accept: "application/json" });
      expect(problem.body).toMatchObject({ status: 404, code: "not_found" });
    });
  });

  test("leads to the checkpoint that vouches for the order, in the public log", async () => {
    const order = await desk.order();
    await desk.browser(order).sign();
    const { length } = (await json(order)).body.record!.chain;
    await letTheHourPass(desk);
    const { checkpoint } = (await json(order)).body.record!;
    expect(checkpoint).toMatchObject({ events: length, log: expect.stringMatching(/^log_/) });
    const path = new URL(checkpoint!.url).pathname;
    const note = (await anybody.get<Buffer>(path)).body.toString("utf8").split("\n");
    expect(note.slice(0, 2)).toEqual([`paraph.log/${checkpoint!.log}`, `${checkpoint!.size}`]);
    expect((await anybody.get<Buffer>(`${path}.p7s`)).status).toBe(200);
    const { page } = await html(address(order));
    expect(page).toContain(`href="${checkpoint!.url}"`);
    expect(page).toContain(`href="${checkpoint!.url}.p7s"`);
  });

  test("says that the evidence's term is over, and no hash any more; under a legal hold it goes on", async () => {
    const order = await desk.order();
    await desk.browser(order).sign();
    await desk.sql(`UPDATE retentions SET evidence_due_at = '2020-01-01', evidence_until = '2020-01-01', held = true
      WHERE order_id = '${uuidOf(order.id)}'`);
    expect((await json(order)).body.record).not.toBeNull();
    await desk.sql(`UPDATE retentions SET held = false WHERE order_id = '${uuidOf(order.id)}'`);
    expect((await json(order)).body).toEqual({
      object: "check",
      order: order.id,
      evidence_until: "2020-01-01T00:00:00.000Z",
      record: null,
    });
    const { status, page } = await html(address(order));
    expect(status).toBe(200);
    expect(page).toContain("1 January 2020");
    expect(page).not.toContain("data-sha256");
  });
});
