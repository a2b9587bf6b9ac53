import { loadSecret } from "../api/adapters/keyStore/secret.js";
import { secretBox } from "../api/adapters/keyStore/secretBox.js";
import { openAnyDatabase } from "../api/compose/anyDatabase.js";
import { readConfig } from "../api/config.js";
import type { Database } from "../api/database/database.js";

/**
 * Does an operator's work on the database that the service is configured with, by the same environment, and leaves it.
 * @returns what `work` gives, the command's exit code
 */
export async function withOperatorDatabase(work: (database: Database) => Promise<number>): Promise<number> {
  const closing: (() => unknown)[] = [];
  const config = readConfig();
  try {
    const visitor = { ...config, roles: { api: true, worker: false } };
    return await work(
      await openAnyDatabase(visitor, secretBox(await loadSecret(config.secretFile)), closing),
    );
  } finally {
    for (const step of closing.reverse()) await step();
  }
}
