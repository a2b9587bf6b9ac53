import type { Transaction } from "../../../../../api/database/transaction.js";
import { parsePublicId } from "../../../../../api/ids/id.js";
import type { ReplayView } from "../../../../../api/webhooks/replays/replayViews.js";
import { workReplay } from "../../../../../api/webhooks/replays/workReplay.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeAll(async () => {
  history = await HistoryDesk.open();
});
afterAll(() => history.close());

/** Rows about what was told that each transaction of a turn of a replay reads. */
async function rowsRead(id: string): Promise<number[]> {
  const { platform } = history.desk.service;
  const read: number[] = [];
  const soFar = async (transaction: Transaction) => {
    const row = await transaction.one<{ read: string }>(
      `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS read FROM pg_stat_xact_user_tables
       WHERE relname IN ('notifications', 'webhook_deliveries', 'webhook_attempts', 'webhook_replays')`,
    );
    return Number(row!.read);
  };
  const withTenant: typeof platform.database.withTenant = (tenantId, work) =>
    platform.database.withTenant(tenantId, async (transaction) => {
      const before = await soFar(transaction);
      const value = await work(transaction);
      read.push((await soFar(transaction)) - before);
      return value;
    });
  const database = Object.assign(Object.create(platform.database), { withTenant });
  await workReplay({ ...platform, database }, history.desk.tenantId, parsePublicId("rpl", id)!);
  return read;
}

test("a batch reads what it looks at, however much the endpoint was owed before", async () => {
  const { at } = await history.endpoint("/hook", { paused: true });
  await history.seed(4500);
  const from = new Date(history.desk.service.clock.now().getTime() - 86_400_000).toISOString();
  // The first owes it everything, the second finds it all owed, while PostgreSQL has not looked at the tables yet.
  for (const only of ["missed", "all"]) {
    const { body } = await history.client.post<ReplayView>(`${at}/replays`, { from, only });
    const [, ...batches] = await rowsRead(body.id);
    expect(batches.length).toBeGreaterThanOrEqual(9);
    for (const rows of batches) expect(rows).toBeLessThanOrEqual(2100);
  }
});
