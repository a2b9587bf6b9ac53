import { setTimeout as pause } from "node:timers/promises";
import { OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
  // A look of autovacuum's in the middle tells the planner that tables are small, and it reads them whole.
  const tables = await desk.sql<{ name: string }>(
    "SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables",
  );
  for (const { name } of tables) await desk.sql(`ALTER TABLE ${name} SET (autovacuum_enabled = false)`);
});
afterAll(() => desk.close());

/** Rows that the service's statements have read so far. PostgreSQL's processes tell what they read when they end. */
async function rowsRead(): Promise<number> {
  const ours = "FROM pg_stat_activity WHERE application_name = 'paraph' AND datname = current_database()";
  await desk.sql(`SELECT pg_terminate_backend(pid) ${ours}`);
  while ((await desk.sql(`SELECT pid ${ours}`)).length > 0) await pause(20);
  const [row] = await desk.sql<{ rows: string }>(
    "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS rows FROM pg_stat_user_tables WHERE relname NOT LIKE 'migrations%'",
  );
  return Number(row!.rows);
}

/** Takes orders their whole road, and lists them. */
async function workOff(count: number): Promise<void> {
  for (let order = 0; order < count; order++) {
    const created = await desk.order();
    await desk.browser(created).sign();
    await desk.read(created);
    await desk.events(created);
    await desk.client.get("/v1/orders?limit=1&external_id=none");
  }
}

// Of a database that nobody has analyzed yet, PostgreSQL knows nothing but what the migrations say of it.
test("an order's road reads as many rows when its tenant has 40 orders as it did for the first", async () => {
  const readBy = async (count: number) => {
    const before = await rowsRead();
    await workOff(count);
    return ((await rowsRead()) - before) / count;
  };
  await workOff(2);
  const early = await readBy(4);
  await workOff(30);
  const late = await readBy(4);
  expect(late / early).toBeLessThan(1.1);
});
