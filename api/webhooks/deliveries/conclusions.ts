import type { Platform } from "../../platform.js";
import { concludeAttempts } from "./conclude.js";
import type { Outcome } from "./delivery.js";
import type { Turns } from "./turns.js";

type Needs = Parameters<typeof concludeAttempts>[0] & Pick<Platform, "log">;

/** What ends within so many milliseconds is noted together; what ends while that is being done, after it. */
const gatherMs = 3;
const mostTogether = 200;

/** As long as a delivery is ours. */
const retryMs = 1000;
const mostRetries = 60;

interface Waiting {
  readonly outcome: Outcome;
  readonly settled: () => void;
}

/** Notes what came of attempts, of each tenant as many together as there are. */
export class Conclusions {
  readonly #waiting = new Map<string, Waiting[]>();
  #closing = false;

  /** @param turns of the database */
  constructor(
    private readonly platform: Needs,
    private readonly turns: Turns,
  ) {}

  /**
   * Resolves when the outcome is noted; or when it cannot be and never will be, because the database is away for longer
   * than the delivery is ours. It is tried again then, with the same webhook-id.
   */
  note(tenantId: string, outcome: Outcome): Promise<void> {
    return new Promise((settled) => {
      const others = this.#waiting.get(tenantId);
      if (others) {
        others.push({ outcome, settled });
        return;
      }
      this.#waiting.set(tenantId, [{ outcome, settled }]);
      setTimeout(() => void this.#work(tenantId), gatherMs);
    });
  }

  /** What cannot be noted is not tried again from now on. */
  close(): void {
    this.#closing = true;
  }

  async #work(tenantId: string): Promise<void> {
    const waiting = this.#waiting.get(tenantId)!;
    while (waiting.length > 0) {
      await this.turns.take(() => this.#conclude(tenantId, waiting.splice(0, mostTogether)));
    }
    this.#waiting.delete(tenantId);
  }

  async #conclude(tenantId: string, together: readonly Waiting[]): Promise<void> {
    try {
      await concludeAttempts(
        this.platform,
        tenantId,
        together.map(({ outcome }) => outcome),
      );
    } catch (error) {
      this.#warn(tenantId, error, "what came of webhooks could not be noted");
      // One that cannot be noted must not keep the others from it.
      for (const one of together) this.#again(tenantId, one);
      return;
    }
    for (const { settled } of together) settled();
  }

  #again(tenantId: string, { outcome, settled }: Waiting): void {
    const tryAgain = async (left: number) => {
      try {
        await this.turns.take(() => concludeAttempts(this.platform, tenantId, [outcome]));
        settled();
      } catch (error) {
        if (!this.#closing && left > 0) {
          setTimeout(tryAgain, retryMs, left - 1);
          return;
        }
        this.#warn(tenantId, error, "what came of a webhook could not be noted: it is told once more");
        settled();
      }
    };
    if (this.#closing) settled();
    else void tryAgain(mostRetries);
  }

  /** In a process that is being stopped the database may be closed already. */
  #warn(tenant: string, error: unknown, message: string): void {
    if (!this.#closing) this.platform.log.warn({ tenant, error }, message);
  }
}
