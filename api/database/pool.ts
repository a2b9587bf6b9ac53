import knex from "knex";
import pg from "pg";
import { Database } from "./database.js";

// bigint columns are counts and byte sizes far below 2^53; as numbers they stay comparable and printable.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number.parseInt(text, 10));

/** knex would write lost connections to standard output, past the log; whoever lost one is told by an error anyway. */
const silent = () => undefined;
const log = { warn: silent, error: silent, debug: silent, deprecate: silent };

/**
 * Opens a pool of connections as the application role.
 * @param url a postgres:// URL
 * @param size connections at most
 * @throws Error when the role could bypass row-level security, as itself or by becoming the owner of the tables or of
 *   the functions that look across tenants; tenant isolation would be void
 */
export async function openDatabase(url: string, size = 10): Promise<Database> {
  const pool = knex({
    client: "pg",
    connection: { connectionString: url, application_name: "paraph" },
    pool: { min: 0, max: size, acquireTimeoutMillis: 10_000 },
    acquireConnectionTimeout: 10_000,
    log,
  });
  try {
    const { rows } = await pool.raw<{ rows: { name: string; unsafe: boolean }[] }>(`
      WITH owners AS (
        SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        UNION SELECT proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      )
      SELECT current_user AS name,
             r.rolsuper OR r.rolbypassrls
               OR EXISTS (SELECT FROM owners WHERE pg_has_role(current_user, owner, 'MEMBER')) AS unsafe
      FROM pg_roles r WHERE r.rolname = current_user`);
    if (rows[0]?.unsafe !== false) {
      throw new Error(
        `The database role "${rows[0]?.name}" is a superuser, owns tables (or may become their owner) or may bypass row-level security. Give the service a role of its own (docs/operating.md).`,
      );
    }
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return new Database(pool);
}
