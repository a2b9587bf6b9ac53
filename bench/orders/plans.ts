import { open } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { BenchService } from "./service.js";

/** A statement as PostgreSQL ran it: what EXPLAIN (ANALYZE, BUFFERS) says of it. */
export interface RunStatement {
  readonly text: string;
  /** Pages of 8 kB that were looked at, in memory or on disk. */
  readonly buffers: number;
  /** The plan with its figures, as JSON. */
  readonly plan: object;
}

interface Plan {
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
}

const settings = [
  "session_preload_libraries = 'auto_explain'",
  "auto_explain.log_min_duration = 0",
  "auto_explain.log_analyze = on",
  "auto_explain.log_buffers = on",
  "auto_explain.log_timing = off",
  "auto_explain.log_format = 'json'",
  "log_line_prefix = '%a '",
];

/** Lets PostgreSQL write the plan of every statement of the service into its log; not while anything is measured. */
export class PlanReader {
  private place = 0;

  private constructor(
    private readonly admin: pg.Client,
    private readonly path: string,
  ) {}

  static async start(service: BenchService): Promise<PlanReader> {
    const admin = new pg.Client({ connectionString: service.adminUrl, application_name: "bench" });
    await admin.connect();
    for (const setting of settings) await admin.query(`ALTER SYSTEM SET ${setting}`);
    await reconnect(admin);
    return new PlanReader(admin, join(service.directory, "postgres", "server.log"));
  }

  /** The statements of what was done since the last time; the worker's looks for due work are left out. */
  async take(): Promise<RunStatement[]> {
    const file = await open(this.path);
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(size - this.place);
      await file.read(bytes, 0, bytes.length, this.place);
      this.place = size;
      return plansIn(bytes.toString("utf8"));
    } finally {
      await file.close();
    }
  }

  async stop(): Promise<void> {
    for (const setting of settings) await this.admin.query(`ALTER SYSTEM RESET ${setting.split(" ")[0]}`);
    await reconnect(this.admin);
    await this.admin.end();
  }
}

/** Throws the service out of all its connections: only new ones take the setting. */
async function reconnect(admin: pg.Client): Promise<void> {
  await admin.query("SELECT pg_reload_conf()");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'paraph' AND pid <> pg_backend_pid()",
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
}

function plansIn(log: string): RunStatement[] {
  return log
    .replaceAll("\n\t", " ")
    .split("\n")
    .map((line) => /^paraph LOG: +duration: [\d.]+ ms +plan: *(\{.*\})$/.exec(line)?.[1])
    .filter((json) => json !== undefined)
    .map((json) => JSON.parse(json) as { "Query Text": string; Plan: Plan })
    .filter(({ "Query Text": text }) => !text.includes("due_work") && !text.includes("public.orders o"))
    .map(({ "Query Text": text, Plan: plan }) => ({
      text,
      buffers: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
      plan,
    }));
}
