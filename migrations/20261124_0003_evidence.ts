import type { Knex } from "knex";
import { changedTables } from "./evidence/changedTables.js";
import { grants } from "./evidence/grants.js";
import { lookups, newFunctionSignatures } from "./evidence/lookups.js";
import { newTables, newTenantTables } from "./evidence/newTables.js";
import { purge, purgedTables } from "./evidence/purge.js";
import { firstStatistics } from "./orders/statistics.js";

/**
 * Evidence: the tenants' Merkle trees and their checkpoints, evidence files, retention, legal holds, purges, and the
 * erasure of data subjects.
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
  await runPurge(knex);
  await run(knex, firstStatistics);
}

/** The function that deletes what a chain holds, and the role that owns it. */
async function runPurge(knex: Knex): Promise<void> {
  await run(
    knex,
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'paraph_purge') THEN
         CREATE ROLE paraph_purge NOLOGIN NOSUPERUSER NOBYPASSRLS;
       END IF;
     END $$`,
  );
  // Without inheriting: the owner may give the function to that role, and must not delete by its rights.
  await run(knex, "GRANT paraph_purge TO CURRENT_USER WITH INHERIT FALSE, SET TRUE");
  await run(knex, purge);
  for (const table of purgedTables) {
    await run(
      knex,
      `CREATE POLICY purge ON ${table} TO paraph_purge
         USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    );
  }
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_purge");
  await run(knex, "REVOKE ALL ON FUNCTION purge_order(uuid, timestamptz) FROM PUBLIC");
  await run(knex, "GRANT EXECUTE ON FUNCTION purge_order(uuid, timestamptz) TO paraph_app");
  await run(knex, "ALTER FUNCTION purge_order(uuid, timestamptz) OWNER TO paraph_purge");
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_purge");
}

export async function down(): Promise<void> {
  throw new Error("This migration is not undone: what it keeps has no place in the tables before it.");
}

/** Runs SQL as it stands: knex would take a question mark in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  await knex.raw(sql.replaceAll("?", "\\?"));
}
