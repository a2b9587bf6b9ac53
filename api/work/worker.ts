import type { Platform } from "../platform.js";
import { sweep } from "./sweeper.js";

/** How long a worker that got nothing done waits before it looks again. */
const idleMs = 1000;

/** Sweeps until it is stopped. Any number of workers may run. */
export class Worker {
  #stopping = false;
  #wake: (() => void) | null = null;
  #running: Promise<void> | null = null;

  constructor(private readonly platform: Platform) {}

  start(): void {
    this.#running = this.#run();
  }

  /** Resolves when the piece of work at hand is done. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      let done = 0;
      try {
        done = await sweep(this.platform);
      } catch (error) {
        this.platform.log.error({ error }, "the sweep failed");
      }
      if (done === 0 && !this.#stopping) await this.#pause();
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
