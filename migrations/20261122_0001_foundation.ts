import type { Knex } from "knex";
import { grants } from "./foundation/grants.js";
import { functionSignatures, lookups } from "./foundation/lookups.js";
import { tables, tenantTables } from "./foundation/tables.js";

/**
 * The first tables. Every row belongs to a tenant, every key begins with the tenant, and every table has FORCEd
 * row-level security with one policy: a transaction that has not said whose rows it wants sees none.
 *
 * `paraph_app` (the service) owns nothing. `paraph_lookup` owns the few functions that must look across tenants
 * before a tenant is known, and may read only the columns that they need.
 */
export async function up(knex: Knex): Promise<void> {
  await run(
    knex,
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'paraph_lookup') THEN
         CREATE ROLE paraph_lookup NOLOGIN NOSUPERUSER NOBYPASSRLS;
       END IF;
     END $$`,
  );
  // Without inheriting: the owner may give functions to that role, and must not see through its policies.
  await run(knex, "GRANT paraph_lookup TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
  await run(knex, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
  await run(knex, tables);
  for (const table of tenantTables) {
    await run(knex, `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await run(knex, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await run(
      knex,
      `CREATE POLICY tenant ON ${table} TO paraph_app, CURRENT_USER
         USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    );
  }
  await run(knex, grants);
  await run(knex, lookups);
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_lookup");
  for (const signature of functionSignatures) {
    await run(knex, `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await run(knex, `GRANT EXECUTE ON FUNCTION ${signature} TO paraph_app`);
    await run(knex, `ALTER FUNCTION ${signature} OWNER TO paraph_lookup`);
  }
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_lookup");
}

export async function down(): Promise<void> {
  throw new Error("The first migration is not undone: drop the database instead.");
}

/** Runs SQL as it stands: knex would take a question mark or a colon in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  await knex.raw(sql.replaceAll("?", "\\?"));
}
