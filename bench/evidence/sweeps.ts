import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { testCluster } from "../../test/support/cluster.js";
import { processorTime } from "../orders/processorTime.js";

/** What the look for due work costs, where so many orders' terms and evidence files are kept and none of them is due. */
export interface SweepCost {
  readonly kept: number;
  /** CPU milliseconds of PostgreSQL. */
  readonly cpuMs: number;
  /** Pages of 8 kB that it looks at, those for planning included: of larger tables each look is planned anew. */
  readonly buffers: number;
  /** Rows of the two tables that it reads. */
  readonly rows: number;
}

const blocks = 5;
const perBlock = 200;
const look = "SELECT * FROM due_work(now(), 50)";

/** Measures it with few and with many, in one database of the test cluster. */
export async function measureSweeps(adminUrl: string, counts: readonly number[]): Promise<SweepCost[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const pidFile = await readFile(join(testCluster().directory, "data", "postmaster.pid"), "utf8");
    const postmaster = Number.parseInt(pidFile, 10);
    const costs: SweepCost[] = [];
    let kept = 0;
    for (const count of counts) {
      await fill(client, kept, count);
      kept = count;
      costs.push({ kept, ...(await costOf(client, postmaster, adminUrl)) });
    }
    return costs;
  } finally {
    await client.end();
  }
}

/** Terms that end in months and years, and evidence whose time-stamps last for years, of orders that need not be there. */
async function fill(client: pg.Client, from: number, to: number): Promise<void> {
  const orders = `SELECT (lpad(to_hex(n), 12, '0') || '70008000000000000000')::uuid AS id, n
    FROM generate_series($1::integer, $2::integer - 1) AS n`;
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO retentions (tenant_id, order_id, documents_until, evidence_until, documents_due_at, evidence_due_at)
     SELECT id, id, d, e, d, e FROM (SELECT id, now() + interval '1 day' + n * interval '7 seconds' AS d,
       now() + interval '9 years' + n * interval '7 seconds' AS e FROM (${orders}) AS made) AS terms`,
    [from, to],
  );
  await client.query(
    `INSERT INTO evidence_files (tenant_id, order_id, archive, state, created_at, lease_until, stored_at, revision, renew_at)
     SELECT id, id, false, 'stored', now(), now(), now(), 1, now() + interval '8 years' + n * interval '7 seconds'
     FROM (${orders}) AS made`,
    [from, to],
  );
  // As autovacuum would within a minute.
  for (const table of ["retentions", "evidence_files"]) await client.query(`VACUUM (ANALYZE) ${table}`);
  await client.query("CHECKPOINT");
}

async function costOf(
  client: pg.Client,
  postmaster: number,
  adminUrl: string,
): Promise<Omit<SweepCost, "kept">> {
  let ms = 0;
  for (let block = -1; block < blocks; block++) {
    const before = processorTime([process.pid], postmaster).postgres;
    for (let time = 0; time < perBlock; time++) await client.query(look);
    // The first block is for planning and the caches.
    if (block >= 0) ms += processorTime([process.pid], postmaster).postgres - before;
  }
  const { rows } = await client.query<{ "QUERY PLAN": [ExplainedPlan] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${look}`,
  );
  const [{ Plan: plan }] = rows[0]!["QUERY PLAN"];
  return {
    cpuMs: ms / (blocks * perBlock),
    buffers: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
    rows: await rowsRead(adminUrl),
  };
}

/** In a connection of its own, which has counted nothing yet. */
async function rowsRead(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(look);
    const { rows } = await client.query<{ read: string }>(
      `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS read FROM pg_stat_xact_user_tables
       WHERE relname IN ('retentions', 'evidence_files')`,
    );
    return Number(rows[0]!.read);
  } finally {
    await client.end();
  }
}

interface ExplainedPlan {
  readonly Plan: { readonly "Shared Hit Blocks": number; readonly "Shared Read Blocks": number };
}

/** The costs as lines of a table. */
export function sweepsTable(costs: readonly SweepCost[]): string {
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(48)} ${cells.map((cell) => cell.padStart(10)).join(" ")}`;
  return [
    "The look for due work: purges, renewals, and all else, with its planning",
    row("terms and evidence files kept, none of them due", ["CPU ms", "buffers", "rows read"]),
    ...costs.map(({ kept, cpuMs, buffers, rows }) =>
      row(String(kept), [cpuMs.toFixed(2), String(buffers), String(rows)]),
    ),
    "",
  ].join("\n");
}
