import { randomUUID } from "node:crypto";
import { systemClock } from "../../../api/adapters/clock/system.js";
import { systemRandom } from "../../../api/adapters/random/system.js";
import type { Database } from "../../../api/database/database.js";
import { openDatabase } from "../../../api/database/pool.js";
import type { Transaction } from "../../../api/database/transaction.js";
import { createTenant } from "../../../api/tenants/createTenant.js";
import { type FreshDatabase, freshDatabase } from "../../support/postgres.js";

const tenantCount = 20;
const transactionCount = 800;
const connections = 4;

let fresh: FreshDatabase;
let database: Database;
const tenants: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase(fresh.appUrl, connections);
  for (let index = 0; index < tenantCount; index++) {
    const platform = { database, clock: systemClock, random: systemRandom };
    tenants.push((await createTenant(platform, `Tenant ${index}`, "test")).tenantId);
  }
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Whose rows a transaction sees, and which server process it runs in. */
interface Sight {
  readonly pid: number;
  readonly seen: string[];
}

async function look(transaction: Transaction): Promise<Sight> {
  const row = await transaction.one<Sight>(
    `SELECT pg_backend_pid() AS pid, pg_sleep(random() * 0.004),
       array(SELECT tenant_id::text FROM tenants
             UNION SELECT tenant_id::text FROM api_keys
             UNION SELECT tenant_id::text FROM object_claims) AS seen`,
  );
  return row!;
}

const claim = (transaction: Transaction, key: string) =>
  transaction.query(
    "INSERT INTO object_claims (tenant_id, object_key, expires_at) VALUES (:tenant, :key, now())",
    {
      key,
    },
  );

/** Ways in which a transaction can end. */
const endings: Readonly<Record<string, (transaction: Transaction) => Promise<unknown>>> = {
  "commits a row": (transaction) => claim(transaction, randomUUID()),
  reads: () => Promise.resolve(),
  "throws after writing": async (transaction) => {
    await claim(transaction, randomUUID());
    throw new Error("wanted");
  },
  "breaks a constraint": async (transaction) => {
    await claim(transaction, "twice");
    await claim(transaction, "twice");
  },
  "divides by zero": (transaction) => transaction.query("SELECT 1 / 0"),
  "loses its connection": (transaction) => transaction.query("SELECT pg_terminate_backend(pg_backend_pid())"),
};

/** Mostly what requests do; now and then what goes wrong. */
function endingOf(index: number): string {
  if (index % 97 === 50) return "loses its connection";
  return [
    "commits a row",
    "reads",
    "commits a row",
    "throws after writing",
    "reads",
    "breaks a constraint",
    "divides by zero",
  ][index % 7]!;
}

test(`${transactionCount} interleaved transactions of ${tenantCount} tenants over ${connections} connections see their own tenant's rows and never another's, whatever ends them`, async () => {
  const ended: Record<string, number> = {};
  const pids = new Set<number>();
  const wrong: string[] = [];
  const committed = new Map<string, number>();
  await Promise.all(
    Array.from({ length: transactionCount }, async (_, index) => {
      const tenant = tenants[(index * 7) % tenantCount]!;
      const ending = endingOf(index);
      try {
        await database.withTenant(tenant, async (transaction) => {
          const before = await look(transaction);
          await endings[ending]!(transaction);
          const after = await look(transaction);
          pids.add(before.pid);
          for (const { seen } of [before, after])
            if (seen.join() !== tenant) wrong.push(`${tenant}: ${seen.join()}`);
        });
        if (ending === "commits a row") committed.set(tenant, (committed.get(tenant) ?? 0) + 1);
        ended[`${ending}: good`] = (ended[`${ending}: good`] ?? 0) + 1;
      } catch {
        ended[ending] = (ended[ending] ?? 0) + 1;
      }
      // Outside a transaction, on whichever connection is free: nobody's rows, and no tenant left behind.
      const [left] = await database.lookup<{ tenant: string | null; rows: number }>(
        "SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant, (SELECT count(*) FROM tenants) AS rows",
        {},
      );
      if (left?.tenant !== null || left.rows !== 0) wrong.push(`left behind: ${JSON.stringify(left)}`);
    }),
  );
  expect(wrong).toEqual([]);
  // Each way of ending was met, failed where it should, and connections were shared by far more transactions.
  expect(Object.keys(ended).sort()).toEqual([
    "breaks a constraint",
    "commits a row: good",
    "divides by zero",
    "loses its connection",
    "reads: good",
    "throws after writing",
  ]);
  expect(pids.size).toBeLessThanOrEqual(connections + ended["loses its connection"]!);
  // What was committed is there, each row with its tenant; what was rolled back is not.
  for (const tenant of tenants) {
    const rows = await database.withTenant(tenant, (transaction) =>
      transaction.query("SELECT 1 FROM object_claims"),
    );
    expect(rows).toHaveLength(committed.get(tenant) ?? 0);
  }
});

test("a lost connection is told to whoever used it, and nothing is printed past the log", async () => {
  const { log } = console;
  const printed: unknown[] = [];
  console.log = (...words: unknown[]) => printed.push(words);
  try {
    const lost = database.withTenant(tenants[0]!, endings["loses its connection"]!);
    await expect(lost).rejects.toThrow(/terminat/i);
  } finally {
    console.log = log;
  }
  expect(printed).toEqual([]);
  await database.probe();
});
