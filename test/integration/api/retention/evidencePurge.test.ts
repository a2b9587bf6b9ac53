import pg from "pg";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { asTenant, tenantTables, urlAs } from "../../../support/inDatabase.js";
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
let app: pg.Client;
let admin: pg.Client;
beforeAll(async () => {
  desk = await OrderDesk.open();
  app = new pg.Client({ connectionString: urlAs("paraph_app", desk.service.adminUrl) });
  admin = new pg.Client({ connectionString: desk.service.adminUrl });
  await Promise.all([app.connect(), admin.connect()]);
});
afterAll(async () => {
  await Promise.all([app.end(), admin.end()]);
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

describe("the database's own function", () => {
  const purge = async (order: OrderView, at: Date, tenantId = desk.tenantId) =>
    asTenant(app, tenantId, async () => {
      try {
        await app.query("SELECT purge_order($1, $2)", [uuidOf(order.id), at]);
        return "purged";
      } catch (error) {
        return (error as pg.DatabaseError).code;
      }
    });
  const refused = "55000";
  const never = new Date("2099-01-01T00:00:00Z");

  /** Taken out of reach, by hand, as the first half of a purge does. */
  async function removedOrder(): Promise<OrderView> {
    const order = await provenOrder(desk);
    const id = uuidOf(order.id);
    await desk.sql(
      `UPDATE retentions SET documents_removed_at = now(), evidence_removed_at = now() WHERE order_id = '${id}'`,
    );
    await desk.sql(
      `INSERT INTO purges (tenant_id, id, order_id, subject, reason, items, state, requested_at, lease_until)
       VALUES ('${desk.tenantId}', gen_random_uuid(), '${id}', 'evidence', 'retention', '[]', 'pending', now(), now() + interval '1 day')`,
    );
    return order;
  }

  test("purges where the term is over and the removal was recorded, and refuses a moment before its end", async () => {
    const order = await removedOrder();
    const [due] = await desk.sql<{ at: Date }>(
      `SELECT evidence_due_at AS at FROM retentions WHERE order_id = '${uuidOf(order.id)}'`,
    );
    expect(await purge(order, new Date(due!.at.getTime() - 1))).toBe(refused);
    expect(await purge(order, due!.at)).toBe("purged");
  });

  test("refuses under a legal hold, whether or not the order's own row knows of it", async () => {
    const order = await removedOrder();
    const id = uuidOf(order.id);
    await desk.sql(`UPDATE retentions SET held = true WHERE order_id = '${id}'`);
    expect(await purge(order, never)).toBe(refused);
    await desk.sql(`UPDATE retentions SET held = false WHERE order_id = '${id}'`);
    await desk.sql(
      `INSERT INTO legal_holds (tenant_id, id, order_id, reason, placed_at, placed_by)
       VALUES ('${desk.tenantId}', gen_random_uuid(), '${id}', 'a suit', now(), gen_random_uuid())`,
    );
    expect(await purge(order, never)).toBe(refused);
    await desk.sql(`UPDATE legal_holds SET released_at = now() WHERE order_id = '${id}'`);
    expect(await purge(order, never)).toBe("purged");
  });

  test("refuses where the removal of documents or evidence was not recorded, or no purge stands", async () => {
    const order = await removedOrder();
    const id = uuidOf(order.id);
    for (const column of ["documents_removed_at", "evidence_removed_at"]) {
      await desk.sql(`UPDATE retentions SET ${column} = NULL WHERE order_id = '${id}'`);
      expect([column, await purge(order, never)]).toEqual([column, refused]);
      await desk.sql(`UPDATE retentions SET ${column} = now() WHERE order_id = '${id}'`);
    }
    await desk.sql(`UPDATE purges SET state = 'done' WHERE order_id = '${id}'`);
    expect(await purge(order, never)).toBe(refused);
  });

  test("knows no order of another tenant, and none where nobody has said whose transaction it is", async () => {
    const order = await removedOrder();
    const { tenantId } = await desk.service.tenant("Other Company");
    expect(await purge(order, never, tenantId)).toBe(refused);
    const nobody = await app
      .query("SELECT purge_order($1, $2)", [uuidOf(order.id), never])
      .catch((error) => error.code);
    expect(nobody).toBe(refused);
    expect((await desk.events(order)).length).toBeGreaterThan(5);
  });

  test("belongs to a role that nobody is, that logs in nowhere, and may delete what a purge deletes and nothing else", async () => {
    const role = await desk.sql(
      `SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
         has_schema_privilege(r.oid, 'public', 'CREATE') AS creates
       FROM pg_roles r WHERE rolname = 'paraph_purge'`,
    );
    const owned = await desk.sql(
      `SELECT prosecdef, proconfig::text, array(SELECT grantee::regrole::text FROM aclexplode(proacl) ORDER BY 1)::text AS callers
       FROM pg_proc WHERE proowner = 'paraph_purge'::regrole`,
    );
    expect(owned).toEqual([
      {
        prosecdef: true,
        proconfig: '{"search_path=pg_catalog, public, pg_temp"}',
        callers: "{paraph_app,paraph_purge}",
      },
    ]);
    expect(role).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        memberships: 0,
        creates: false,
      },
    ]);
    const deletable = await desk.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND has_table_privilege('paraph_purge', oid, 'DELETE') ORDER BY 1`,
    );
    expect(deletable.map(({ name }) => name)).toEqual([
      "certificates",
      "consents",
      "document_deliveries",
      "events",
      "evidence_revisions",
      "messages",
      "order_terms",
      "otp_codes",
      "page_views",
      "placements",
      "signings",
    ]);
    const byTheService = await desk.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND has_table_privilege('paraph_app', oid, 'DELETE') AND relname IN ('events', 'signings', 'consents', 'purges')`,
    );
    expect(byTheService).toEqual([]);
  });
});
