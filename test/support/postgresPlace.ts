import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";

const userProgram = fileURLToPath(new URL("./postgresUser.js", import.meta.url));

/** A directory with an embedded PostgreSQL of a test's own, and those who use it. */
export class PostgresPlace {
  readonly #stops: (() => Promise<void>)[] = [];

  private constructor(readonly parent: string) {}

  static async make(): Promise<PostgresPlace> {
    const parent = await mkdtemp(join(tmpdir(), "paraph-postgres-"));
    chmodSync(parent, 0o755);
    return new PostgresPlace(parent);
  }

  get directory(): string {
    return join(this.parent, "postgres");
  }

  async start(fsync = false): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({ directory: this.directory, fsync });
    this.#stops.push(postgres.stop);
    return postgres;
  }

  /** Starts another process that uses the same server. */
  async startUser(): Promise<{ url: string; child: ChildProcess }> {
    const child = spawn(process.execPath, [userProgram, this.directory], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#stops.push(() => leave(child));
    const [url] = (await once(createInterface(child.stdout), "line")) as [string];
    return { url, child };
  }

  postmasterPid(): number {
    return Number(readFileSync(join(this.directory, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  }

  async remove(): Promise<void> {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
    rmSync(this.parent, { recursive: true, force: true });
  }
}

/** Lets another process stop using its server. */
export async function leave(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.stdin?.write("\n");
  await once(child, "exit");
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

export async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

export async function isListening(port: number): Promise<boolean> {
  const socket = createConnection({ host: "127.0.0.1", port });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
