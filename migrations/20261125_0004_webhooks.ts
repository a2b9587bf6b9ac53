import type { Knex } from "knex";
import { firstStatistics } from "./orders/statistics.js";
import { changedTables } from "./webhooks/changedTables.js";
import { grants } from "./webhooks/grants.js";
import { lookups, newFunctionSignatures } from "./webhooks/lookups.js";
import { newTables, newTenantTables } from "./webhooks/newTables.js";
import { purge, purgedTables } from "./webhooks/purge.js";

/** Webhooks: endpoints and callbacks, what they are told, and what came of it. */
export async function up(knex: Knex): Promise<void> {
  await run(knex, changedTables);
  await run(knex, newTables);
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
  await replacePurge(knex);
  await run(knex, firstStatistics);
}

/** Replaced by its owner, whose it stays. */
async function replacePurge(knex: Knex): Promise<void> {
  for (const table of purgedTables) {
    await run(
      knex,
      `CREATE POLICY purge ON ${table} TO paraph_purge
         USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    );
  }
  const { grants: granted, definition } = purge;
  await run(knex, granted);
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_purge");
  await run(knex, "SET ROLE paraph_purge");
  await run(knex, definition);
  await run(knex, "RESET ROLE");
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_purge");
}

export async function down(): Promise<void> {
  throw new Error("This migration is not undone: what it keeps has no place in the tables before it.");
}

/** Runs SQL as it stands: knex would take a question mark in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  await knex.raw(sql.replaceAll("?", "\\?"));
}
