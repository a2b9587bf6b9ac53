import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";
import { freePort } from "../support/freePort.js";

const program = fileURLToPath(new URL("../../api/main.js", import.meta.url));

/** The real program with everything embedded, in a directory of its own, to be killed and started again. */
export class KillableService {
  #child: ChildProcess | null = null;
  #postgres: EmbeddedPostgres | null = null;
  /** What the program wrote to its standard error since the first start. */
  complaints = "";

  private constructor(
    readonly directory: string,
    readonly port: number,
  ) {}

  static async prepare(): Promise<KillableService> {
    return new KillableService(await mkdtemp(join(tmpdir(), "paraph-chaos-")), await freePort());
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the program. @returns when it says that it is ready */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        PARAPH_DIRECTORY: this.directory,
        PORT: String(this.port),
        LOG_LEVEL: "error",
        RATE_LIMIT_PER_KEY: "1000000",
        RATE_LIMIT_PER_ADDRESS: "1000000",
      },
    });
    this.#child = child;
    child.stderr.on("data", (chunk: Buffer) => {
      this.complaints += chunk.toString();
    });
    const ready = new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        if (chunk.includes("Paraph is running.")) resolve();
      });
      child.once("exit", (code) =>
        reject(new Error(`The service ended (${code}): ${this.complaints.slice(-2000)}`)),
      );
    });
    await ready;
  }

  async apiKey(): Promise<string> {
    return (JSON.parse(await readFile(join(this.directory, "demo.json"), "utf8")) as { apiKey: string })
      .apiKey;
  }

  /** Kills the program so that it can finish nothing. */
  async kill(): Promise<void> {
    const child = this.#child!;
    child.removeAllListeners("exit");
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** Moves what waits for a time to that time, as if eleven minutes went by while no process runs. */
  async letTimePass(): Promise<void> {
    await this.sql(
      "UPDATE signings SET lease_until = lease_until - interval '11 minutes' WHERE state = 'pending'",
    );
    await this.sql(
      "UPDATE otp_codes SET lease_until = lease_until - interval '11 minutes' WHERE state = 'sending'",
    );
    await this.sql("UPDATE otp_codes SET created_at = created_at - interval '11 minutes'");
    await this.sql("UPDATE object_claims SET expires_at = expires_at - interval '11 minutes'");
  }

  /** As a superuser. */
  async sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
    this.#postgres ??= await startEmbeddedPostgres({
      directory: join(this.directory, "postgres"),
      fsync: true,
    });
    const url = new URL(this.#postgres.adminUrl);
    url.pathname = "/paraph";
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Keys of what lies in the object store, the authorities' certificates left out. */
  async objectKeys(): Promise<string[]> {
    const root = join(this.directory, "objects", "objects");
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((key) => !key.startsWith("authorities/"))
      .sort();
  }

  /** Ends program and database, and removes the directory. */
  async remove(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.removeAllListeners("exit");
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await this.#postgres?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
