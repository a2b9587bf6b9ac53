import pg from "pg";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { asTenant, urlAs } from "../../../support/inDatabase.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { provenOrder } from "./retentionDesk.js";

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

test("the database's own function purges where the term is over and the removal was recorded, and refuses a moment before its end", async () => {
  const order = await removedOrder();
  const [due] = await desk.sql<{ at: Date }>(
    `SELECT evidence_due_at AS at FROM retentions WHERE order_id = '${uuidOf(order.id)}'`,
  );
  expect(await purge(order, new Date(due!.at.getTime() - 1))).toBe(refused);
  expect(await purge(order, due!.at)).toBe("purged");
});

test("the database's own function refuses under a legal hold, whether or not the order's own row knows of it", async () => {
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

test("the database's own function refuses where the removal of documents or evidence was not recorded, or no purge stands", async () => {
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

test("the database's own function knows no order of another tenant, and none where nobody has said whose transaction it is", async () => {
  const order = await removedOrder();
  const { tenantId } = await desk.service.tenant("Other Company");
  expect(await purge(order, never, tenantId)).toBe(refused);
  const nobody = await app
    .query("SELECT purge_order($1, $2)", [uuidOf(order.id), never])
    .catch((error) => error.code);
  expect(nobody).toBe(refused);
  expect((await desk.events(order)).length).toBeGreaterThan(5);
});

test("the database's own function belongs to a role that nobody is, that logs in nowhere, and may delete what a purge deletes and nothing else", async () => {
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
    "awaited_documents",
    "callbacks",
    "certificates",
    "certsign_orders",
    "certsign_requests",
    "consents",
    "document_deliveries",
    "eu_ses_orders",
    "events",
    "evidence_revisions",
    "messages",
    "notifications",
    "order_terms",
    "otp_codes",
    "page_views",
    "placements",
    "signings",
    "webhook_deliveries",
  ]);
  const byTheService = await desk.sql<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND has_table_privilege('paraph_app', oid, 'DELETE') AND relname IN ('events', 'signings', 'consents', 'purges')`,
  );
  expect(byTheService).toEqual([]);
});
