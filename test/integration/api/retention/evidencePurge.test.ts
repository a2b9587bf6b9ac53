import pg from "pg";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { tenantTables } from "../../../support/inDatabase.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { readEverything } from "./readEverything.js";
import { judgedReceipt } from "./receiptJudge.js";
import {
  advance,
  cancelledOrder,
  day,
  objectsOf,
  provenOrder,
  purgesOf,
  sweepTwice,
} from "./retentionDesk.js";

let desk: OrderDesk;
let admin: pg.Client;
beforeAll(async () => {
  desk = await OrderDesk.open();
  admin = new pg.Client({ connectionString: desk.service.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await desk.close();
});

const tenYears = 3653 * day;

/** Every row of the database that holds any of these words. */
async function rowsWith(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tenantTables(admin)) {
    const { rows } = await admin.query<{ row: string }>(
      `SELECT t::text AS row FROM ${table} t WHERE t::text ~* $1 OR to_jsonb(t)::text ~* $1`,
      [words.join("|")],
    );
    found.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return found;
}

const zelda = {
  given_name: "Zelda",
  surname: "Quixotry",
  email: "zelda@quixotry.example",
  phone: "+33698765432",
  external_id: "crm-quixotry-1",
};
const words = ["zelda", "quixot", "33698765432", "xylograph", "zyzzyva"];

describe("a test order that is moved on by ten years and a bit", () => {
  let order: OrderView;
  let chain: { length: number; head: string };
  beforeAll(async () => {
    order = await desk.client.createOrder({
      title: "Xylograph",
      message: "For the xylograph.",
      external_id: "xylograph-7",
      metadata: { what: "xylograph" },
      labels: ["leases"],
      sender: { name: "Zyzzyva", email: "zyzzyva@example.org" },
      documents: [{ name: "xylograph.pdf", content: desk.content }],
      signers: [zelda],
    });
    const page = desk.browser(order);
    await page.read();
    await page.showPages(order.documents[0]!.id, [{ page: 1 }]);
    await page.agree();
    expect((await page.sign()).status).toBe(200);
    const hold = await desk.client.post<{ id: string }>(`/v1/orders/${order.id}/legal-holds`, {
      reason: "Zyzzyva sues.",
    });
    await desk.client.request("DELETE", `/v1/orders/${order.id}/legal-holds/${hold.body.id}`);
    await desk.sql("DELETE FROM idempotency_keys");
    await advance(desk, order, tenYears);
    await sweepTwice(desk);
    const [row] = await desk.sql<{ length: number; head: string }>(
      `SELECT chain_length AS length, encode(chain_head, 'hex') AS head FROM orders WHERE id = '${uuidOf(order.id)}'`,
    );
    chain = row!;
  });

  test("has neither documents nor evidence in the store", async () => {
    expect(await objectsOf(desk, order)).toEqual([]);
    expect(await objectsOf(desk, order, "evidence")).toEqual([]);
  });

  test("leaves no name, address, number, title, file name or word of its own in any row of any table", async () => {
    expect(await rowsWith(words)).toEqual([]);
    const gone = [
      "events",
      "consents",
      "page_views",
      "document_deliveries",
      "messages",
      "certificates",
      "signings",
    ];
    for (const table of [...gone, "otp_codes", "placements", "order_terms", "evidence_revisions"]) {
      const of = table === "otp_codes" ? "signer_id" : "order_id";
      const id = uuidOf(table === "otp_codes" ? order.signers[0]!.id : order.id);
      expect([table, await desk.sql(`SELECT 1 FROM ${table} WHERE ${of} = '${id}'`)]).toEqual([table, []]);
    }
  });

  test("is still counted for the bill, and still shows that it was, and how it ended", async () => {
    expect(await desk.sql(`SELECT 1 FROM usage_events WHERE order_id = '${uuidOf(order.id)}'`)).toHaveLength(
      1,
    );
    const after = await desk.read(order);
    expect(after).toMatchObject({
      id: order.id,
      state: "completed",
      title: "erased",
      external_id: null,
      message: null,
      metadata: {},
      labels: [],
      sender: { name: null, email: null },
      created_at: order.created_at,
      ended_at: expect.any(String),
      documents: [{ name: "erased", sha256: order.documents[0]!.sha256 }],
      signers: [
        {
          given_name: "erased",
          surname: "erased",
          email: null,
          phone: null,
          external_id: null,
          state: "signed",
        },
      ],
    });
    expect(after.signers[0]!.erased_at).toEqual(expect.any(String));
    expect(after.retention).toMatchObject({
      documents_removed_at: expect.any(String),
      evidence_removed_at: expect.any(String),
    });
    const listed = await desk.client.get<{ data: OrderView[] }>("/v1/orders?limit=100");
    expect(listed.body.data.find(({ id }) => id === order.id)).toEqual(after);
    const found = await desk.client.get<{ data: OrderView[] }>("/v1/orders?text=xylograph");
    expect(found.body.data).toEqual([]);
  });

  test("has two receipts, and the one of its evidence names the last head of its chain", async () => {
    const purges = await purgesOf(desk, order);
    expect(purges.map(({ subject, state }) => [subject, state])).toEqual([
      ["documents", "done"],
      ["evidence", "done"],
    ]);
    const receipt = await judgedReceipt(desk.service, purges[1]!);
    expect(receipt).toMatchObject({
      subject: "evidence",
      reason: "retention",
      items: [{ kind: "evidence_file", revision: 1, sha256: expect.any(String) }],
      chain,
      remains: [
        { what: "order_record", until: null },
        { what: "usage_records", until: null },
        { what: "log_leaves", until: null },
      ],
    });
    for (const { receipt } of purges) expect(receipt).not.toMatch(new RegExp(words.join("|"), "i"));
  });

  test("answers every call of the API that reads it, and none of them with a fault", async () => {
    const answers = await readEverything(desk, order);
    expect(Object.entries(answers).filter(([, status]) => status >= 500)).toEqual([]);
    expect(answers).toMatchObject({
      "/v1/orders/{order}": 200,
      "/v1/orders/{order}/events": 410,
      "/v1/orders/{order}/audit": 410,
      "/v1/orders/{order}/documents/{document}/source": 410,
    });
  });

  test("has no signer's link any more, and takes no hold", async () => {
    const page = desk.browser(order);
    expect((await page.client.refused("GET", `${page.path}/status`)).status).toBe(404);
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/legal-holds`, {
      reason: "late",
    });
    expect([refused.status, refused.body.code]).toEqual([410, "evidence_removed"]);
  });

  test("has no time of its own to be moved on any more, so that no trail begins anew", async () => {
    const refused = await desk.client.refused("POST", `/v1/orders/${order.id}/test-clock`, { seconds: 60 });
    expect([refused.status, refused.body.code]).toEqual([410, "evidence_removed"]);
    expect((await desk.client.refused("GET", `/v1/orders/${order.id}/audit`)).status).toBe(410);
  });
});

test("an order without its documents answers every call that reads it, and none of them with a fault", async () => {
  const order = await desk.order();
  await desk.browser(order).sign();
  await advance(desk, order, 123 * day);
  await sweepTwice(desk);
  const answers = await readEverything(desk, order);
  const gone = Object.entries(answers).filter(([, status]) => status === 410 || status >= 500);
  expect(gone.sort()).toEqual([
    ["/v1/orders/{order}/documents/{document}/signed", 410],
    ["/v1/orders/{order}/documents/{document}/source", 410],
  ]);
});

test("an order in which nobody acted goes at the end of its terms as well", async () => {
  const order = await cancelledOrder(desk, { title: "Zyzzyva" });
  await advance(desk, order, tenYears);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order)).map(({ subject, state }) => [subject, state])).toEqual([
    ["documents", "done"],
    ["evidence", "done"],
  ]);
  const { objects, items } = await judgedReceipt(desk.service, (await purgesOf(desk, order))[1]!);
  expect({ objects, items }).toEqual({ objects: 0, items: [] });
  await desk.sql("DELETE FROM idempotency_keys");
  expect(await rowsWith(words)).toEqual([]);
});

test("evidence whose term has not ended stays whole, although the documents went", async () => {
  const order = await provenOrder(desk);
  await advance(desk, order, tenYears - 5 * day);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order)).map(({ subject }) => subject)).toEqual(["documents"]);
  expect(await objectsOf(desk, order, "evidence")).toHaveLength(1);
  expect((await desk.client.get(`/v1/orders/${order.id}/audit`)).status).toBe(200);
});
