import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { systemClock } from "../../api/adapters/clock/system.js";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../api/adapters/embeddedPostgres/index.js";
import { systemRandom } from "../../api/adapters/random/system.js";
import type { Mode } from "../../api/apiKeys/caller.js";
import { openDatabase } from "../../api/database/pool.js";
import { createTenant } from "../../api/tenants/createTenant.js";
import { type ProcessorTime, processorTime } from "./processorTime.js";

/** As scripts/program.mjs and the Dockerfile start it. */
const asStarted = ["--enable-source-maps", "--min-semi-space-size=16"];

export interface ServiceOptions {
  /** The checkout whose compiled service is started. */
  readonly checkout: string;
  /** Where the service's CPU profiles are written when it ends. */
  readonly profile?: string;
  /** Further settings of the service. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings of PostgreSQL, as `name = value`. */
  readonly postgresSettings?: readonly string[];
  /** Whether API and worker are a process each. */
  readonly isApart?: boolean;
}

/** The service as somebody would start it, in processes of its own, with everything embedded, in a new directory. */
export class BenchService {
  private constructor(
    readonly baseUrl: string,
    readonly directory: string,
    /** A postgres:// URL of the superuser. */
    readonly adminUrl: string,
    private readonly servers: readonly ChildProcess[],
    private readonly postgres: EmbeddedPostgres,
    private readonly postmaster: number,
  ) {}

  static async start(options: ServiceOptions): Promise<BenchService> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-bench-"));
    const servers: ChildProcess[] = [];
    try {
      const postgresDirectory = join(directory, "postgres");
      await configurePostgres(postgresDirectory, options.postgresSettings ?? []);
      servers.push(startServer(options, directory, options.isApart ? "api" : "all"));
      const baseUrl = await addressOf(servers[0]!);
      if (options.isApart) {
        servers.push(startServer(options, directory, "worker"));
        await addressOf(servers[1]!);
      }
      const postgres = await startEmbeddedPostgres({ directory: postgresDirectory, fsync: true });
      const pidFile = await readFile(join(postgresDirectory, "data", "postmaster.pid"), "utf8");
      const adminUrl = new URL(postgres.adminUrl);
      adminUrl.pathname = "/paraph";
      return new BenchService(
        baseUrl,
        directory,
        adminUrl.href,
        servers,
        postgres,
        Number.parseInt(pidFile, 10),
      );
    } catch (error) {
      for (const server of servers) server.kill("SIGTERM");
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
  }

  processorTime(): ProcessorTime {
    return processorTime(
      this.servers.map(({ pid }) => pid!),
      this.postmaster,
    );
  }

  /** The most memory that the service's processes have had so far, each, in megabytes (proc(5), VmHWM). */
  async mostMemory(): Promise<number[]> {
    return Promise.all(
      this.servers.map(async ({ pid }) => {
        const status = await readFile(`/proc/${pid}/status`, "utf8");
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1000;
      }),
    );
  }

  /** Makes a tenant as the service does, as the service's role. */
  async tenant(mode: Mode): Promise<{ tenantId: string; apiKey: string }> {
    const url = new URL(this.adminUrl);
    url.searchParams.set("options", "-c role=paraph_app");
    const database = await openDatabase(url.href, 1);
    try {
      return await createTenant({ database, clock: systemClock, random: systemRandom }, "Bench", mode);
    } finally {
      await database.close();
    }
  }

  /** Ends the service, and removes all that it kept. */
  async stop(): Promise<void> {
    for (const server of this.servers) {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
    }
    await this.postgres.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

function startServer(options: ServiceOptions, directory: string, role: string): ChildProcess {
  const { checkout, profile, env } = options;
  const flags = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(profile)}`];
  const most = String(10_000_000);
  const server = spawn(
    process.execPath,
    [...asStarted, ...flags, join(resolve(checkout), "dist", "api", "main.js")],
    {
      cwd: checkout,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PARAPH_DIRECTORY: directory,
        PORT: "0",
        ROLE: role,
        RATE_LIMIT_PER_KEY: most,
        RATE_LIMIT_PER_ADDRESS: most,
        ...env,
      },
    },
  );
  const complaints: string[] = [];
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    // The log is written and read as it would be; only what is worse than its usual lines is told.
    for (const line of text.split("\n"))
      if (!line.startsWith('{"level":30') && line !== "") complaints.push(line);
  });
  server.once("exit", (code) => {
    if (code !== 0) process.stderr.write(`The service ended: ${complaints.slice(-5).join("\n")}\n`);
  });
  return server;
}

/** Some settings hold from PostgreSQL's start on only. */
async function configurePostgres(directory: string, settings: readonly string[]): Promise<void> {
  if (settings.length === 0) return;
  const postgres = await startEmbeddedPostgres({ directory, fsync: true });
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  for (const setting of settings) await admin.query(`ALTER SYSTEM SET ${setting}`);
  await admin.end();
  await postgres.stop();
}

/** Waits for the text that says where the service is reached, or that the worker runs. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = "";
    server.once("exit", () => failed(new Error("The service did not start.")));
    server.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      const address = /API docs +(http:\/\/[^/]+)\/|(runs as a worker)/.exec(text);
      if (address !== null) found(address[1] ?? "");
    });
  });
}
