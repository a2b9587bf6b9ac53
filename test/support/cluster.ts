import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";
import { isAlive } from "../../api/adapters/embeddedPostgres/processes.js";

const runs = fileURLToPath(new URL("../../../var/test", import.meta.url));
const directoryVariable = "PARAPH_TEST_DIRECTORY";
const passwordVariable = "PARAPH_TEST_PASSWORD";

/** Where this test run keeps its PostgreSQL, and the password of the roles there; the same in every worker. */
export interface TestCluster {
  readonly directory: string;
  readonly password: string;
}

/** Names a place for this run's PostgreSQL and hands it on to the workers; nothing is started yet. */
export async function nameTestCluster(): Promise<void> {
  mkdirSync(runs, { recursive: true });
  for (const run of readdirSync(runs)) {
    // A run that was killed could not clear up after itself.
    if (!isAlive(Number(run))) await removeRun(join(runs, run));
  }
  const directory = join(runs, String(process.pid));
  await removeRun(directory);
  mkdirSync(directory);
  process.env[directoryVariable] = directory;
  process.env[passwordVariable] = randomBytes(18).toString("base64url");
}

/** @throws Error outside a test run */
export function testCluster(): TestCluster {
  const directory = process.env[directoryVariable];
  const password = process.env[passwordVariable];
  if (!directory || !password) throw new Error("There is no test run: start tests with `npm test`.");
  return { directory: join(directory, "postgres"), password };
}

/** Stops this run's PostgreSQL, if a test has started it, and removes it. */
export async function removeTestCluster(): Promise<void> {
  await removeRun(join(testCluster().directory, ".."));
}

async function removeRun(run: string): Promise<void> {
  const directory = join(run, "postgres");
  if (existsSync(join(directory, "data", "postmaster.pid"))) {
    const postgres = await startEmbeddedPostgres({ directory, fsync: false });
    await postgres.stop();
  }
  rmSync(run, { recursive: true, force: true });
}
