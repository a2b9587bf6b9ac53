import pg from "pg";
import type { Connection } from "./connection.js";
import { ConnectionPool } from "./connectionPool.js";
import { Database } from "./database.js";

// bigint columns are counts and byte sizes far below 2^53; as numbers they stay comparable and printable.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number.parseInt(text, 10));

/**
 * Opens a pool of connections as the application role.
 * @param url a postgres:// URL
 * @param size connections at most
 * @throws Error when the role could bypass row-level security, as itself or by becoming the owner of the tables or of
 *   the functions that look across tenants; tenant isolation would be void
 */
export async function openDatabase(url: string, size = 10): Promise<Database> {
  const pool = new ConnectionPool(
    new pg.Pool({
      connectionString: url,
      application_name: "paraph",
      max: size,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      onConnect: prepareConnection,
    }),
  );
  try {
    await pool.use(refusePowerfulRole);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return new Database(pool);
}

/**
 * Statements of this service look up a few rows by their keys, whatever the values: one plan, made when it is first
 * run, is as good as one made anew each time, and planning takes longer than most of them. So that it is as good for
 * the tenant with a million orders as for the average one, which is all that the planner knows of, it walks along
 * indexes from row to row: a plan that reads all that a tenant has, to join it, is never a good one here.
 */
const planning = `
  SET plan_cache_mode = force_generic_plan;
  SET enable_hashjoin = off;
  SET enable_mergejoin = off;
  SET enable_seqscan = off`;

async function prepareConnection(client: pg.ClientBase): Promise<void> {
  await client.query(planning);
}

async function refusePowerfulRole(connection: Connection): Promise<void> {
  const [role] = await connection.run<{ name: string; unsafe: boolean }>(`
    WITH owners AS (
      SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      UNION SELECT proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    )
    SELECT current_user AS name,
           r.rolsuper OR r.rolbypassrls
             OR EXISTS (SELECT FROM owners WHERE pg_has_role(current_user, owner, 'MEMBER')) AS unsafe
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (role?.unsafe !== false) {
    throw new Error(
      `The database role "${role?.name}" is a superuser, owns tables (or may become their owner) or may bypass row-level security. Give the service a role of its own (docs/operating.md).`,
    );
  }
}
