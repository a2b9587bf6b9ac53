import pg from "pg";
import { tenantTables } from "../../../../support/inDatabase.js";
import { ada, uuidOf } from "../../../../support/orderDesk.js";
import { advance, day, sweepTwice } from "../../retention/retentionDesk.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeAll(async () => {
  history = await HistoryDesk.open();
});
afterAll(() => history.close());

/** Rows of any table that hold one of these words. */
async function rowsWith(words: string): Promise<string[]> {
  const admin = new pg.Client({ connectionString: history.desk.service.adminUrl });
  await admin.connect();
  try {
    const found: string[] = [];
    for (const table of await tenantTables(admin)) {
      // What was sent is JSON in text, and bodies are bytes.
      const bodies = table === "webhook_attempts" ? "|| convert_from(response_body, 'UTF8')" : "";
      const { rows } = await admin.query(`SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text ${bodies} ~* $1`, [
        words,
      ]);
      if (rows.length > 0) found.push(`${table}: ${rows.length}`);
    }
    return found;
  } finally {
    await admin.end();
  }
}

test("of an order whose evidence is purged nothing that was told is left, and that it was purged is still told, by its id alone", async () => {
  const { desk } = history;
  const endpoint = await history.endpoint("/hook");
  // Whoever answers repeats what they were told.
  history.receiver.answer = (response, { body }) => response.writeHead(200).end(body);
  const order = await desk.order([ada], {
    title: "Xylograph",
    external_id: "xylograph-7",
    callback: { url: `${history.receiver.origin}/zyzzyva`, headers: { "X-Zyzzyva": "1" } },
  });
  const other = await desk.order([ada], { external_id: "other-1" });
  await desk.browser(order).sign();
  await history.tell();
  expect((await history.deliveries(`/v1/orders/${order.id}/callback`)).length).toBeGreaterThan(3);
  await desk.sql("DELETE FROM idempotency_keys");
  expect(await rowsWith("xylograph|zyzzyva")).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^notifications/),
      expect.stringMatching(/^webhook_attempts/),
    ]),
  );
  // What was told until now is known to have been; what comes is not yet.
  await history.client.request("PATCH", endpoint.at, { status: "paused" });
  await advance(desk, order, 3653 * day);
  await sweepTwice(desk);
  expect(await rowsWith("xylograph|zyzzyva")).toEqual([]);
  const left = await history.notifications(`&order=${order.id}`);
  expect(left.map(({ type }) => type)).toEqual(["evidence.purged"]);
  await history.client.request("PATCH", endpoint.at, { status: "enabled" });
  const before = history.receiver.received.length;
  await history.tell();
  const told = history.receiver.received
    .slice(before)
    .map(({ path, body }) => ({ path, body: JSON.parse(body) }));
  const [purged] = told.filter(({ body }) => body.type === "evidence.purged");
  expect(purged).toMatchObject({
    path: "/hook",
    body: {
      data: { order: order.id, external_id: null, details: { purge: expect.stringMatching(/^pur_/) } },
    },
  });
  expect(told.filter(({ path }) => path !== "/hook")).toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/xylograph|zyzzyva/i);
  // Other orders have lost nothing.
  const rest = await history.notifications(`&order=${other.id}`);
  expect(rest.map(({ type }) => type)).toContain("order.created");
  expect(await desk.sql(`SELECT 1 FROM callbacks WHERE order_id = '${uuidOf(order.id)}'`)).toEqual([]);
});
