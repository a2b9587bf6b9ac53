import type { Log } from "../ports/log.js";

/** How long a lane that got nothing done waits before it looks again. */
const idleMs = 1000;

/** Long enough for the answer of the request that woke it to leave first. */
const wakeMs = 5;

/** Works round after round until it is stopped. */
export class Lane {
  #stopping = false;
  #woken = false;
  #wake: ((afterMs: number) => void) | null = null;
  #running: Promise<void> | null = null;

  /** @param round does what is due, and says how many pieces of work it got done */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  /** There is something to do: not to wait, or not to stop with the round at hand. */
  wake(): void {
    this.#woken = true;
    this.#wake?.(wakeMs);
  }

  /** Resolves when the round at hand is done. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.(0);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      let done = 0;
      this.#woken = false;
      try {
        done = await this.round();
      } catch (error) {
        this.log.error({ error }, "a round of work failed");
      }
      if (done === 0 && !this.#stopping) await this.#pause(this.#woken ? wakeMs : idleMs);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      let dueAt = performance.now() + ms;
      let timer = setTimeout(resolve, ms);
      this.#wake = (afterMs) => {
        // Never later: whoever is woken all the time must not wait for ever.
        if (performance.now() + afterMs >= dueAt) return;
        dueAt = performance.now() + afterMs;
        clearTimeout(timer);
        timer = setTimeout(resolve, afterMs);
      };
    });
  }
}
