import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type SinkWish = "count" | "take";

/** Of each path, the `webhook-id` of each request and when it came, in milliseconds since 1970. */
export type Arrivals = Readonly<Record<string, readonly (readonly [id: string, at: number])[]>>;

const program = fileURLToPath(new URL("./sinkProgram.js", import.meta.url));

/** A program that is told things, in a process of its own. It keeps connections open. */
export class Sink {
  private constructor(
    private readonly child: ChildProcess,
    /** http, without a slash at its end. */
    readonly origin: string,
  ) {}

  static async start(): Promise<Sink> {
    const child = fork(program, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const [port] = (await once(child, "message")) as [number];
    return new Sink(child, `http://127.0.0.1:${port}`);
  }

  /** What came since the last time. */
  take(): Promise<Arrivals> {
    return this.ask<Arrivals>("take");
  }

  /** Resolves when so many requests have come to each of these paths. @throws Error when it takes too long */
  async hasCome(paths: readonly string[], each: number, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    for (;;) {
      const counts = await this.ask<Record<string, number>>("count");
      if (paths.every((path) => (counts[path] ?? 0) >= each)) return;
      if (performance.now() > end) throw new Error(`Not all has come: ${JSON.stringify(counts)}`);
      await wait(20);
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }

  private async ask<T>(wish: SinkWish): Promise<T> {
    const answer = once(this.child, "message");
    this.child.send(wish);
    return ((await answer) as [T])[0];
  }
}
