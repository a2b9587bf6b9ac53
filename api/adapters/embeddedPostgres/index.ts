import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { serverAccount } from "./account.js";
import { findBinaries } from "./binaries.js";
import { type Cluster, makeCluster, openCluster } from "./cluster.js";
import { EmbeddedPostgresError } from "./error.js";
import { findLauncher } from "./launcher.js";
import { adminUrl } from "./postmaster.js";
import { runServer, stopServer } from "./server.js";
import { beginUse } from "./use.js";
import { watchServer } from "./watch.js";

export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from "./error.js";

export interface EmbeddedPostgresOptions {
  /** Where the cluster lies; made when missing. Nothing else may be kept in it. */
  readonly directory: string;
  /** False where the data need not outlive the machine, as in tests; then it is quicker. */
  readonly fsync: boolean;
}

export interface EmbeddedPostgres {
  /** A postgres:// URL of the superuser, on 127.0.0.1; it holds the password. */
  readonly adminUrl: string;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
  /** Stops the server, unless another process uses it. A second call does nothing. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL from npm, for those who have none: started on a free port of 127.0.0.1, or adopted when it
 * already runs on this directory. As root, it runs as an unprivileged account. It keeps running when this process
 * is killed; when it is killed itself, it is started again, on the same port.
 * @throws EmbeddedPostgresError with a code and what to do about it
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const directory = await placeOf(options.directory);
  const account = await serverAccount(directory);
  const launch = await findLauncher(binaries, dirname(directory), account);

  let cluster = await openCluster(directory, binaries, account);
  if (!cluster) {
    await makeCluster(directory, launch, binaries, account, options.fsync);
    cluster = await openCluster(directory, binaries, account);
  }
  if (!cluster) throw new EmbeddedPostgresError("directory_damaged", `There is no database in ${directory}.`);
  const found: Cluster = cluster;

  const use = await beginUse(directory);
  const stop = () => stopServer(found, binaries, launch);
  try {
    const run = () => runServer(found, binaries, launch, options.fsync);
    const port = await run();
    const watch = watchServer(found, run);
    let ended: Promise<void> | null = null;
    const end = async () => {
      await watch.end();
      await use.end(stop);
    };
    return { adminUrl: adminUrl(found, port), port, stop: () => (ended ??= end()) };
  } catch (error) {
    await use.end(stop);
    throw error;
  }
}

/** PostgreSQL reports its data directory without symbolic links, so ours has none either. */
async function placeOf(directory: string): Promise<string> {
  const path = resolve(directory);
  await mkdir(dirname(path), { recursive: true });
  return join(await realpath(dirname(path)), basename(path));
}
