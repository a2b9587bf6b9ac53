import { randomBytes } from "node:crypto";
import { chownSync, lstatSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account.js";
import type { Binaries } from "./binaries.js";
import { EmbeddedPostgresError } from "./error.js";
import type { Launcher } from "./launcher.js";
import { isAlive } from "./processes.js";
import { runProgram } from "./program.js";
import { useDirectories } from "./use.js";

/** A cluster on disk: `data/` is PostgreSQL's, the rest is ours. All of it belongs to the server's account, mode 0700. */
export interface Cluster {
  readonly directory: string;
  readonly data: string;
  readonly log: string;
  /** Of the superuser `postgres`, over scram-sha-256; kept in a file of mode 0600. */
  readonly password: string;
}

/** Opens an existing cluster. @returns null when there is none @throws EmbeddedPostgresError */
export async function openCluster(
  directory: string,
  binaries: Binaries,
  account: Account | null,
): Promise<Cluster | null> {
  const data = join(directory, "data");
  const entry = lstatSync(data, { throwIfNoEntry: false });
  if (!entry) return null;
  if (account && entry.uid !== account.uid) {
    // Root copied the clone: what lies here is root's, and PostgreSQL wants it to be its own.
    await runProgram("chown", ["-R", "-h", `${account.uid}:${account.gid}`, directory]);
  }
  const [version, password] = await Promise.all([
    readText(join(data, "PG_VERSION"), directory),
    readText(join(directory, "password"), directory),
  ]);
  const ours = await majorVersion(binaries);
  if (version !== ours) {
    throw new EmbeddedPostgresError(
      "version_unsupported",
      `${directory} was made by PostgreSQL ${version}, and this Paraph brings PostgreSQL ${ours}, which cannot read it. Move the data over with pg_dump of version ${version}, or remove the directory to begin with an empty database.`,
    );
  }
  return { directory, data, log: join(directory, "server.log"), password };
}

/**
 * Makes a cluster: UTF-8, PostgreSQL's own C.UTF-8 (so that no upgrade of the system's locales can break an index),
 * time zone UTC, connections by password only. It is made under another name and moved into place whole, so that a
 * cut-off start leaves nothing half-made, and of two starts at once one wins.
 * @param fsync false where the data need not outlive the machine
 * @throws EmbeddedPostgresError `start_failed`
 */
export async function makeCluster(
  directory: string,
  launch: Launcher,
  binaries: Binaries,
  account: Account | null,
  fsync: boolean,
): Promise<void> {
  await removeLeftovers(directory);
  const draft = `${directory}.${process.pid}.new`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const passwordFile = join(draft, "password");
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    const ours = [draft, passwordFile, ...useDirectories.map((name) => join(draft, name))];
    for (const path of ours.slice(2)) await mkdir(path, { mode: 0o700 });
    if (account) {
      for (const path of ours) chownSync(path, account.uid, account.gid);
    }
    const made = await launch(binaries.initdb, [
      `--pgdata=${join(draft, "data")}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      "--set=log_timezone=UTC",
      "--set=timezone=UTC",
      ...(fsync ? [] : ["--no-sync"]),
    ]);
    if (made.status !== 0) {
      throw new EmbeddedPostgresError("start_failed", `PostgreSQL's initdb failed: ${made.stderr.trim()}`);
    }
    await moveIntoPlace(draft, directory);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveIntoPlace(draft: string, directory: string): Promise<void> {
  try {
    await rename(draft, directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // rename(2): an empty directory is replaced, a full one is not; then another start was first, and its cluster counts.
    const taken = code === "ENOTEMPTY" || code === "EEXIST";
    if (!taken || !lstatSync(join(directory, "data"), { throwIfNoEntry: false })) throw error;
  }
}

/** Removes what starts that were cut off have left. */
async function removeLeftovers(directory: string): Promise<void> {
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(directory)}.`) || !name.endsWith(".new")) continue;
    const pid = Number(name.slice(basename(directory).length + 1, -".new".length));
    if (Number.isInteger(pid) && !isAlive(pid))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function majorVersion(binaries: Binaries): Promise<string> {
  const { stdout } = await runProgram(binaries.postgres, ["--version"]);
  return /(\d+)\./.exec(stdout)?.[1] ?? "";
}

async function readText(path: string, directory: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "directory_damaged",
      `${directory} is not a whole database: ${basename(path)} cannot be read. Restore it, or remove the directory to begin with an empty database.`,
      cause,
    );
  }
}
