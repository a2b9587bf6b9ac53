import pg from "pg";
import { testCluster } from "./cluster.js";

/** Runs work on a connection of its own, which is closed afterwards. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs work in a transaction of a tenant (null: of nobody), which is rolled back whatever happens. */
export async function asTenant<T>(
  client: pg.Client,
  tenantId: string | null,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("BEGIN");
  try {
    if (tenantId !== null) await client.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

/** The same database as another of the cluster's roles. */
export function urlAs(role: "paraph_app" | "paraph_owner", adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(testCluster().password);
  return url.toString();
}

/** Tables whose rows belong to tenants, by name, as the catalog has them: a new one is found by itself. */
export async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT c.relname AS table FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  return rows.map((row) => row.table);
}

/** The first column of a query. */
export async function column<T = string>(
  client: pg.Client,
  sql: string,
  bindings: unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query<Record<string, T>>(sql, bindings);
  return rows.map((row) => Object.values(row)[0] as T);
}
