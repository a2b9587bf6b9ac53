import { join } from "node:path";
import { startEmbeddedPostgres } from "../adapters/embeddedPostgres/index.js";
import type { Config } from "../config.js";
import { hearOthers, tellOthers } from "../database/announcements.js";
import type { Database } from "../database/database.js";
import { migrate, migrateDatabase } from "../database/migrate.js";
import { openDatabase } from "../database/pool.js";
import type { SecretBox } from "../ports/keyStore.js";

/**
 * Opens the database that is configured, or the embedded one, and brings its schema up to date where it may. A process with a worker
 * hears of the work of those without.
 * @param closing gets the steps that let go of it again
 */
export async function openAnyDatabase(
  config: Pick<Config, "database" | "directory" | "roles">,
  box: SecretBox,
  closing: (() => unknown)[],
): Promise<Database> {
  let url = config.database?.url;
  if (config.database?.ownerUrl) await migrate(config.database.ownerUrl);
  if (url === undefined) {
    const server = await startEmbeddedPostgres({
      directory: join(config.directory, "postgres"),
      fsync: true,
    });
    closing.push(() => server.stop());
    const password = (role: string) =>
      Buffer.from(box.mac(Buffer.from(role), "database role")).toString("base64url");
    const { appUrl } = await migrateDatabase({
      adminUrl: server.adminUrl,
      database: "paraph",
      ownerPassword: password("owner"),
      appPassword: password("app"),
    });
    url = appUrl;
  }
  const database = await openDatabase(url);
  closing.push(() => database.close());
  closing.push(config.roles.worker ? hearOthers(database, url) : tellOthers(database));
  return database;
}
