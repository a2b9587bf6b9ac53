import type { Transaction } from "../../../../../api/database/transaction.js";
import { parsePublicId } from "../../../../../api/ids/id.js";
import { forgetNotifications } from "../../../../../api/webhooks/forgetting/forgetNotifications.js";
import { listDeliveries, readDeliveriesOf } from "../../../../../api/webhooks/history/deliveryRows.js";
import { listNotifications } from "../../../../../api/webhooks/history/notificationRows.js";
import { HistoryDesk } from "./historyDesk.js";

let history: HistoryDesk;
let endpoint: string;
let seeded: string[];
beforeAll(async () => {
  history = await HistoryDesk.open();
  endpoint = parsePublicId("whe", (await history.endpoint("/hook", { paused: true })).id)!;
  await history.seed(3, "key.created");
  seeded = await history.seed(6000);
  // One in a thousand was given up, and what belongs to an order is far apart.
  await history.desk.sql(
    `INSERT INTO webhook_deliveries (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
     SELECT tenant_id, '${endpoint}', id, 'endpoint', '${endpoint}',
       CASE WHEN row_number() OVER (ORDER BY id) % 1000 = 0 THEN 'failed' ELSE 'delivered' END, occurred_at, occurred_at
     FROM notifications;
     UPDATE notifications SET order_id = tenant_id WHERE id IN (SELECT id FROM notifications ORDER BY random() LIMIT 6);
     ANALYZE notifications; ANALYZE webhook_deliveries;
     INSERT INTO webhook_attempts (tenant_id, destination, notification_id, number, started_at, timing, request)
     SELECT tenant_id, destination, notification_id, 1, created_at, '{}', '{}' FROM webhook_deliveries`,
  );
}, 60_000);
afterAll(() => history.close());

/** Rows of tables about what was told that some work reads, in one transaction. */
async function rowsRead(work: (transaction: Transaction) => Promise<unknown>): Promise<number> {
  return history.desk.service.platform.database.withTenant(history.desk.tenantId, async (transaction) => {
    const before = await readSoFar(transaction);
    await work(transaction);
    return (await readSoFar(transaction)) - before;
  });
}

async function readSoFar(transaction: Transaction): Promise<number> {
  const row = await transaction.one<{ read: string | null }>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS read FROM pg_stat_xact_user_tables
     WHERE relname IN ('notifications', 'webhook_deliveries', 'webhook_attempts')`,
  );
  return Number(row!.read);
}

const any = { type: null, orderId: null, from: null, to: null };
const every = { type: null, orderId: null, state: null };
const ofOrder = () => ({ ...every, orderId: history.desk.tenantId });
const from = () => new Date(history.desk.service.clock.now().getTime() - 3_003_000);

test.each<[string, (transaction: Transaction) => Promise<unknown[]>, number, number]>([
  ["all notifications", (tx) => listNotifications(tx, "test", any, null, 10), 10, 10],
  [
    "those of a page in the middle",
    (tx) => listNotifications(tx, "test", any, parsePublicId("ntf", seeded[3000]!), 10),
    10,
    10,
  ],
  ["those of a type", (tx) => listNotifications(tx, "test", { ...any, type: "key.created" }, null, 10), 3, 3],
  [
    "those of an order",
    (tx) => listNotifications(tx, "test", { ...any, orderId: history.desk.tenantId }, null, 10),
    6,
    6,
  ],
  // The bounds leave a minute to each side, which here has a notification a second.
  [
    "those of a second in the middle",
    (tx) =>
      listNotifications(
        tx,
        "test",
        { ...any, from: from(), to: new Date(from().getTime() + 1000) },
        null,
        10,
      ),
    1,
    130,
  ],
  ["all deliveries", (tx) => listDeliveries(tx, endpoint, every, null, 10), 10, 20],
  ["those given up", (tx) => listDeliveries(tx, endpoint, { ...every, state: "failed" }, null, 10), 6, 12],
  // Each by its notification, which is read once more with what is shown of it.
  ["deliveries of an order", (tx) => listDeliveries(tx, endpoint, ofOrder(), null, 10), 6, 18],
  [
    "deliveries of an order and type",
    (tx) => listDeliveries(tx, endpoint, { ...ofOrder(), type: "order.sent" }, null, 10),
    0,
    6,
  ],
  ["those of a notification", (tx) => readDeliveriesOf(tx, parsePublicId("ntf", seeded[9]!)!), 1, 2],
])("of 6,000 that were told, a list of %s reads no more rows than it shows", async (_, list, shown, most) => {
  let found: unknown[] = [];
  const read = await rowsRead(async (transaction) => {
    found = await list(transaction);
  });
  expect(found).toHaveLength(shown);
  expect(read).toBeLessThanOrEqual(most);
});

test("what is to be forgotten is found without reading anything else, and costs what goes", async () => {
  const { platform, clock } = history.desk.service;
  let read = -1;
  const query = async <Row>(tenantId: string, sql: string, bindings: Readonly<Record<string, unknown>>) => {
    let rows: Row[] = [];
    read = await rowsRead(async (transaction) => {
      rows = await transaction.query<Row>(sql, bindings);
    });
    expect(tenantId).toBe(history.desk.tenantId);
    return rows;
  };
  const database = Object.assign(Object.create(platform.database), { query });
  const forget = () => forgetNotifications({ ...platform, database }, history.desk.tenantId);
  expect([await forget(), read]).toEqual([false, 0]);
  clock.advance(30 * 86_400);
  // Within a month PostgreSQL has looked at the table.
  await history.desk.sql("ANALYZE notifications");
  expect(await forget()).toBe(true);
  // 100 notifications, each found and then deleted, with its delivery and its attempt.
  expect(read).toBeLessThanOrEqual(100 * 4);
});
