import type { Knex } from "knex";
import { changedTables } from "./orders/changedTables.js";
import { grants } from "./orders/grants.js";
import { lookups, newFunctionSignatures } from "./orders/lookups.js";
import { newTables, newTenantTables } from "./orders/newTables.js";
import { firstStatistics } from "./orders/statistics.js";

/**
 * Roles, order of signing, placements of every kind, application profiles, templates, bulk creation, messages,
 * sealing, usage, search, and what a signer's proof path needs.
 */
export async function up(knex: Knex): Promise<void> {
  await run(knex, newTables);
  await run(knex, changedTables);
  for (const table of newTenantTables) {
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
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_lookup");
  await run(knex, lookups);
  for (const signature of newFunctionSignatures) {
    await run(knex, `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await run(knex, `GRANT EXECUTE ON FUNCTION ${signature} TO paraph_app`);
    await run(knex, `ALTER FUNCTION ${signature} OWNER TO paraph_lookup`);
  }
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_lookup");
  await run(knex, firstStatistics);
}

export async function down(): Promise<void> {
  throw new Error("This migration is not undone: what it keeps has no place in the tables before it.");
}

/** Runs SQL as it stands: knex would take a question mark in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  await knex.raw(sql.replaceAll("?", "\\?"));
}
