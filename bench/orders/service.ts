import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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
  /** Where the service's CPU profile is written when it ends. */
  readonly profile?: string;
}

/** The service as somebody would start it, in a process of its own, with everything embedded, in a new directory. */
export class BenchService {
  private constructor(
    readonly baseUrl: string,
    readonly directory: string,
    /** A postgres:// URL of the superuser. */
    readonly adminUrl: string,
    private readonly server: ChildProcess,
    private readonly postgres: EmbeddedPostgres,
    private readonly postmaster: number,
  ) {}

  static async start({ checkout, profile }: ServiceOptions): Promise<BenchService> {
    const directory = await mkdtemp(join(tmpdir(), "paraph-bench-"));
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
          RATE_LIMIT_PER_KEY: most,
          RATE_LIMIT_PER_ADDRESS: most,
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
    const baseUrl = await addressOf(server).catch(async (error: unknown) => {
      await rm(directory, { recursive: true, force: true });
      throw error;
    });
    const postgresDirectory = join(directory, "postgres");
    const postgres = await startEmbeddedPostgres({ directory: postgresDirectory, fsync: true });
    const pidFile = await readFile(join(postgresDirectory, "data", "postmaster.pid"), "utf8");
    const adminUrl = new URL(postgres.adminUrl);
    adminUrl.pathname = "/paraph";
    return new BenchService(
      baseUrl,
      directory,
      adminUrl.href,
      server,
      postgres,
      Number.parseInt(pidFile, 10),
    );
  }

  processorTime(): ProcessorTime {
    return processorTime(this.server.pid!, this.postmaster);
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
    const ended = once(this.server, "exit");
    this.server.kill("SIGTERM");
    await ended;
    await this.postgres.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Waits for the text that says where the service is reached. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = "";
    server.once("exit", () => failed(new Error("The service did not start.")));
    server.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      const address = /API docs +(http:\/\/[^/]+)\//.exec(text)?.[1];
      if (address !== undefined) found(address);
    });
  });
}
