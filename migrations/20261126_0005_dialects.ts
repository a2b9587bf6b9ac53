import type { Knex } from "knex";
import { access } from "./dialects/access.js";
import { awaitedDocuments } from "./dialects/awaitedDocuments.js";
import { certSign } from "./dialects/certSign.js";
import { euSes } from "./dialects/euSes.js";
import { pages } from "./dialects/pages.js";
import { placements } from "./dialects/placements.js";
import { purge } from "./dialects/purge.js";
import { firstStatistics } from "./orders/statistics.js";

/** Other people's APIs: who may call them and from where, and what their orders have that others had not. */
export async function up(knex: Knex): Promise<void> {
  const parts = [access, pages, placements, awaitedDocuments, certSign, euSes];
  for (const { changedTables } of parts) await run(knex, changedTables);
  for (const { newTables, tenantTables } of parts) {
    await run(knex, newTables);
    for (const table of tenantTables) await isolate(knex, table);
  }
  for (const { grants } of parts) await run(knex, grants);
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_lookup");
  for (const { lookups, functionSignatures } of parts) {
    await run(knex, lookups);
    for (const signature of functionSignatures) {
      await run(knex, `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await run(knex, `GRANT EXECUTE ON FUNCTION ${signature} TO paraph_app`);
      await run(knex, `ALTER FUNCTION ${signature} OWNER TO paraph_lookup`);
    }
  }
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_lookup");
  await replacePurge(knex);
  await run(knex, firstStatistics);
}

async function isolate(knex: Knex, table: string): Promise<void> {
  await run(knex, `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await run(knex, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await run(
    knex,
    `CREATE POLICY tenant ON ${table} TO paraph_app, CURRENT_USER
       USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
       WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  );
}

/** Replaced by its owner, whose it stays. */
async function replacePurge(knex: Knex): Promise<void> {
  for (const table of purge.tables) {
    await run(
      knex,
      `CREATE POLICY purge ON ${table} TO paraph_purge
         USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
         WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    );
  }
  await run(knex, purge.grants);
  await run(knex, "GRANT CREATE ON SCHEMA public TO paraph_purge");
  await run(knex, "SET ROLE paraph_purge");
  await run(knex, purge.definition);
  await run(knex, "RESET ROLE");
  await run(knex, "REVOKE CREATE ON SCHEMA public FROM paraph_purge");
}

export async function down(): Promise<void> {
  throw new Error("This migration is not undone: what it keeps has no place in the tables before it.");
}

/** Runs SQL as it stands: knex would take a question mark in it for a binding. */
async function run(knex: Knex, sql: string): Promise<void> {
  if (sql.trim() !== "") await knex.raw(sql.replaceAll("?", "\\?"));
}
