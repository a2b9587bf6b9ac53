import { fileURLToPath } from "node:url";
import knex from "knex";
import { type ProvisionedDatabase, type Provisioning, provisionDatabase } from "./provision.js";

/**
 * Brings a database to the newest schema, as the owner of the tables. Safe to repeat and to run from two
 * processes at once: the second waits for the first. A process that was killed in between leaves nothing in the way.
 * @param ownerUrl a postgres:// URL of the role that owns the tables
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const database = knex({ client: "pg", connection: ownerUrl, pool: { min: 1, max: 2 } });
  const config = {
    directory: fileURLToPath(new URL("../../migrations", import.meta.url)),
    loadExtensions: [".js"],
    tableName: "migrations",
    disableMigrationsListValidation: false,
  };
  try {
    await database.transaction(async (trx) => {
      await trx.raw("SELECT pg_advisory_xact_lock(hashtext('paraph migrations'))");
      // knex' own lock is a row that outlives a killed process. Under ours, nobody can hold it.
      await database.migrate.forceFreeMigrationsLock(config);
      await database.migrate.latest(config);
    });
  } finally {
    await database.destroy();
  }
}

/** Provisions and migrates: everything a new database needs. */
export async function migrateDatabase(provisioning: Provisioning): Promise<ProvisionedDatabase> {
  const urls = await provisionDatabase(provisioning);
  await migrate(urls.ownerUrl);
  return urls;
}
