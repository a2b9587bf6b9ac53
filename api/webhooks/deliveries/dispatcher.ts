import { setTimeout as pause } from "node:timers/promises";
import { type Announced, AnnouncedTenants } from "../../database/announcedTenants.js";
import { Lane } from "../../work/lane.js";
import { Deliveries } from "./deliveries.js";
import { dueLanes, dueLanesOf, type Place, perLook } from "./dueLanes.js";

/** How often all lanes are looked at. */
const lookMs = 1000;

/** How long what is under way is waited for at the end: a process that is told to stop is given ten seconds. */
const mostStopMs = 8000;

/**
 * Makes the deliveries that are due, of all tenants, until it is stopped. Any number of processes may do so: a delivery
 * is claimed by one of them. It looks among all lanes each second, and among those of a tenant when something of theirs
 * was announced: however many lanes of others are in trouble, a change costs no look at them. It never waits for a
 * request before it makes others. What it does not get done is somebody's after its lease.
 */
export class Dispatcher {
  readonly #deliveries: Deliveries;
  readonly #looking: Lane;
  readonly #announced = new AnnouncedTenants();
  #lookAtAllAt = 0;
  /** Behind which lane the next look begins. */
  #next: Place | null = null;
  #stopping = false;
  #deaf: (() => void) | null = null;

  constructor(private readonly platform: ConstructorParameters<typeof Deliveries>[0]) {
    this.#looking = new Lane(() => this.#round(), platform.log);
    this.#deliveries = new Deliveries(platform, (tenants) => this.#lookSoon(tenants));
  }

  start(): void {
    this.#deaf = this.platform.database.onAnnounced("webhooks", (tenants) => this.#lookSoon(tenants));
    this.#looking.start();
  }

  /** Resolves when what is under way has come to its end and is noted; what takes too long is left to its lease. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#deaf?.();
    this.#deliveries.end();
    const late = new AbortController();
    await Promise.race([
      // A look may have to wait for a database that does not answer.
      this.#looking.stop().then(() => this.#deliveries.idle()),
      pause(mostStopMs, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    this.#deliveries.close();
  }

  /** Makes all that is due now, without having been started. Resolves when nothing is under way any more. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.#deliveries.claimed; ) {
      before = this.#deliveries.claimed;
      await this.#look();
      await this.#deliveries.idle();
    }
  }

  #lookSoon(tenants: Announced): void {
    this.#announced.add(tenants);
    this.#looking.wake();
  }

  async #round(): Promise<number> {
    const tenants = this.#announced.take();
    const now = performance.now();
    if (tenants === null || tenants.length === 0 || now >= this.#lookAtAllAt) {
      this.#lookAtAllAt = now + lookMs;
      await this.#look();
    } else if (!this.#deliveries.isFull) {
      this.#deliveries.lookedAt(tenants);
      await this.#serveAll(await dueLanesOf(this.platform, tenants));
    }
    // Lanes on which more is due go on by themselves: there is nothing to look for at once.
    return 0;
  }

  /**
   * Claims what is due on each lane that has slots, lane after lane, and begins it. Where the slots are taken before all
   * lanes had their turn, the next look begins behind those that it came by.
   */
  async #look(): Promise<void> {
    this.#deliveries.lookedAt(null);
    // From the middle to the end, and then from the beginning.
    for (let rounds = this.#next ? 2 : 1; rounds > 0 && !this.#stopping && !this.#deliveries.isFull; ) {
      const found = await dueLanes(this.platform, this.#next);
      await this.#serveAll(found);
      this.#next = found.length === perLook ? found.at(-1)! : null;
      if (this.#next === null) rounds -= 1;
    }
  }

  /** Each time another one is first: where there are not slots for all of them, none has to wait for ever. */
  async #serveAll(lanes: readonly Place[]): Promise<void> {
    const first = lanes.length > 1 ? this.platform.random.integer(lanes.length) : 0;
    const inTurn = [...lanes.slice(first), ...lanes.slice(0, first)];
    await Promise.all(inTurn.map((place) => this.#deliveries.serve(place)));
  }
}
