import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Cluster } from "./cluster.js";

/** A running server, as it says in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  /** TCP port on 127.0.0.1. */
  readonly port: number;
}

/** Reads who runs, or ran last, on a cluster. @returns null when the file is not there, or is still being written */
export async function readPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  let text: string;
  try {
    text = await readFile(join(cluster.data, "postmaster.pid"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

/** A postgres:// URL of the superuser. */
export function adminUrl(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/**
 * Whether the server on a port serves this very cluster and takes connections. A port may meanwhile be another
 * server's, which then does not know our password, or has other data.
 */
export async function answers(cluster: Cluster, port: number): Promise<boolean> {
  if (port === 0) return false;
  const client = new pg.Client({ connectionString: adminUrl(cluster, port), connectionTimeoutMillis: 2_000 });
  // A connection that breaks later reports here; the answer below is what counts.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('data_directory') AS data");
    return rows[0]?.data === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
