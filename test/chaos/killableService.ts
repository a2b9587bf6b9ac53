import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";
import { freePort } from "../support/freePort.js";
import { KillableProgram, type Role } from "./killableProgram.js";

/** The real program with everything embedded, in a directory of its own: one process, or one for each role. */
export class KillableService {
  #postgres: EmbeddedPostgres | null = null;

  private constructor(
    readonly directory: string,
    readonly port: number,
    /** In the order in which they are started first. */
    readonly programs: readonly KillableProgram[],
  ) {}

  static async prepare(roles: readonly Role[] = ["all"]): Promise<KillableService> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-chaos-"));
    const port = await freePort();
    return new KillableService(
      directory,
      port,
      roles.map((role) => new KillableProgram(directory, port, role)),
    );
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts every process, one after the other. */
  async start(): Promise<void> {
    for (const program of this.programs) await program.start();
  }

  /** Kills every process. */
  async kill(): Promise<void> {
    for (const program of this.programs) await program.kill();
  }

  /** Kills PostgreSQL; whoever uses it starts it again. */
  async killPostgres(): Promise<void> {
    const lock = await readFile(join(this.directory, "postgres", "data", "postmaster.pid"), "utf8");
    process.kill(Number(lock.split("\n")[0]), "SIGKILL");
  }

  async apiKey(): Promise<string> {
    return (JSON.parse(await readFile(join(this.directory, "demo.json"), "utf8")) as { apiKey: string })
      .apiKey;
  }

  /** Moves what waits for a time to that time, as if so many minutes went by. */
  async letTimePass(minutes = 11): Promise<void> {
    const passed = `interval '${minutes} minutes'`;
    for (const table of ["signings", "seals", "messages"]) {
      await this.sql(`UPDATE ${table} SET lease_until = lease_until - ${passed} WHERE state = 'pending'`);
    }
    await this.sql(`UPDATE otp_codes SET lease_until = lease_until - ${passed} WHERE state = 'sending'`);
    await this.sql(`UPDATE otp_codes SET created_at = created_at - ${passed}`);
    await this.sql(`UPDATE webhook_deliveries SET due_at = due_at - ${passed} WHERE state = 'pending'`);
    await this.sql(`UPDATE awaited_orders SET lease_until = lease_until - ${passed}`);
    await this.sql(`UPDATE webhook_lanes SET open_until = open_until - ${passed}`);
    await this.sql(`UPDATE object_claims SET expires_at = expires_at - ${passed}`);
  }

  /** As a superuser; repeated while the database is not to be had. */
  async sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]> {
    this.#postgres ??= await startEmbeddedPostgres({
      directory: join(this.directory, "postgres"),
      fsync: true,
    });
    const url = new URL(this.#postgres.adminUrl);
    url.pathname = "/paraph";
    const client = new pg.Client({ connectionString: url.toString() });
    // A connection whose server was killed reports here as well.
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query(statement)).rows as Row[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Keys of what lies in the object store. The authorities' certificates are left out, and checkpoints, which a worker
   * may make while somebody looks.
   */
  async objectKeys(): Promise<string[]> {
    const root = join(this.directory, "objects", "objects");
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((key) => !key.startsWith("authorities/") && !key.includes("/checkpoints/"))
      .sort();
  }

  /** Ends programs and database, and removes the directory. */
  async remove(): Promise<void> {
    for (const program of this.programs) await program.stop();
    await this.#postgres?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
