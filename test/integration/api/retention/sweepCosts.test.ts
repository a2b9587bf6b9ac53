import pg from "pg";
import { OrderDesk } from "../../../support/orderDesk.js";
import { cancelledOrder } from "./retentionDesk.js";

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

/** Rows of a table that finding the due work reads. */
async function rowsRead(table: string): Promise<number> {
  await admin.query("BEGIN");
  try {
    await admin.query("SELECT * FROM due_work($1, 50)", [desk.service.clock.now()]);
    const { rows } = await admin.query<{ read: string }>(
      `SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS read FROM pg_stat_xact_user_tables WHERE relname = $1`,
      [table],
    );
    return Number(rows[0]!.read);
  } finally {
    await admin.query("ROLLBACK");
  }
}

test("finding what is due reads what is due, however many terms run, are held, or are long over", async () => {
  await cancelledOrder(desk);
  await desk.sql(
    `WITH copied AS (
       INSERT INTO orders (tenant_id, id, mode, title, state, metadata, created_at, expires_at, expiry_due_at, ended_at)
       SELECT tenant_id, gen_random_uuid(), mode, title, state, metadata, created_at, expires_at, expiry_due_at, ended_at
       FROM orders, generate_series(1, 3000) RETURNING tenant_id, id
     ), numbered AS (SELECT tenant_id, id, row_number() OVER () AS number FROM copied)
     INSERT INTO retentions (tenant_id, order_id, documents_until, evidence_until, documents_due_at, evidence_due_at,
       held, documents_removed_at, evidence_removed_at)
     SELECT tenant_id, id, at, at, at, at, number % 3 = 1, past, past FROM numbered
     CROSS JOIN LATERAL (SELECT
       CASE WHEN number % 3 = 0 THEN now() + interval '1 year' ELSE now() - interval '1 year' END AS at,
       CASE WHEN number % 3 = 2 THEN now() - interval '1 day' END AS past) AS terms`,
  );
  await desk.sql("ANALYZE retentions");
  expect(await rowsRead("retentions")).toBe(0);
  await desk.sql(
    `UPDATE retentions SET documents_due_at = now() - interval '1 day' WHERE order_id IN
       (SELECT order_id FROM retentions WHERE NOT held AND documents_removed_at IS NULL ORDER BY order_id LIMIT 2)`,
  );
  expect(await rowsRead("retentions")).toBe(2);
});
