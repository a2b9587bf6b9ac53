import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../api/main.js", import.meta.url));

export type Role = "all" | "api" | "worker";

/** One process of the real program, to be killed and started again. */
export class KillableProgram {
  #child: ChildProcess | null = null;
  /** What it wrote to its standard error since the first start. */
  complaints = "";

  /** @param directory where everything embedded is kept; processes may share it */
  constructor(
    private readonly directory: string,
    private readonly port: number,
    private readonly role: Role,
  ) {}

  /** Starts the program. Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        PARAPH_DIRECTORY: this.directory,
        PORT: String(this.port),
        ROLE: this.role,
        LOG_LEVEL: "error",
        RATE_LIMIT_PER_KEY: "1000000",
        RATE_LIMIT_PER_ADDRESS: "1000000",
        // Those whom it tells of things, and who keep documents, are on this machine.
        FETCH_ALLOW_RANGES: "127.0.0.0/8",
        FETCH_ALLOW_HTTP: "true",
      },
    });
    this.#child = child;
    child.stderr.on("data", (chunk: Buffer) => {
      this.complaints += chunk.toString();
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        if (/Paraph (is running|runs)/.test(chunk.toString())) resolve();
      });
      child.once("exit", (code) =>
        reject(new Error(`The ${this.role} process ended (${code}): ${this.complaints.slice(-2000)}`)),
      );
    });
  }

  /** Kills it so that it can finish nothing. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Lets it end in order. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.removeAllListeners("exit");
    child.kill(signal);
    await once(child, "exit");
  }
}
