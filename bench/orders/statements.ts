import { open } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { BenchService } from "./service.js";

/** What the service said to PostgreSQL in a while. */
export interface Statements {
  /** Messages with statements, those that begin and end transactions included; each is a round trip at most. */
  readonly messages: number;
  readonly transactions: number;
  readonly texts: readonly string[];
}

const quiet = "ALTER SYSTEM RESET log_statement; ALTER SYSTEM RESET log_line_prefix; SELECT pg_reload_conf()";

/** Lets PostgreSQL write every statement of the service into its log, for counting; not while anything is measured. */
export class StatementCounter {
  private place = 0;

  private constructor(
    private readonly admin: pg.Client,
    private readonly path: string,
  ) {}

  static async start(service: BenchService): Promise<StatementCounter> {
    const admin = new pg.Client({ connectionString: service.adminUrl, application_name: "bench" });
    await admin.connect();
    await admin.query("ALTER SYSTEM SET log_statement = 'all'");
    await admin.query("ALTER SYSTEM SET log_line_prefix = '%a '");
    await admin.query("SELECT pg_reload_conf()");
    // Each process takes the new setting when its next statement comes.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const counter = new StatementCounter(admin, join(service.directory, "postgres", "server.log"));
    await counter.take();
    return counter;
  }

  /** What was said since the last time, the worker's looks for due work left out. */
  async take(): Promise<Statements> {
    const file = await open(this.path);
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(size - this.place);
      await file.read(bytes, 0, bytes.length, this.place);
      this.place = size;
      const texts = statementsIn(bytes.toString("utf8"));
      return {
        messages: texts.length,
        transactions: texts.filter((text) => /^(BEGIN|START TRANSACTION)\b/i.test(text)).length,
        texts,
      };
    } finally {
      await file.close();
    }
  }

  async stop(): Promise<void> {
    for (const statement of quiet.split("; ")) await this.admin.query(statement);
    await this.admin.end();
  }
}

/** A statement of several lines goes on in lines that begin with a tab. */
function statementsIn(log: string): string[] {
  return log
    .replaceAll("\n\t", " ")
    .split("\n")
    .map((line) => /^paraph LOG: {2}(?:execute [^:]+|statement): (.*)$/.exec(line)?.[1])
    .filter((text): text is string => text !== undefined && !text.includes("due_work"))
    .map((text) => text.replace(/\s+/g, " ").trim());
}
