import { setTimeout as pause } from "node:timers/promises";
import { Lane } from "../work/lane.js";
import { type FetchNeeds, fetchOrder } from "./fetchOrder.js";

/** Orders whose documents one process fetches at a time, in all and of one tenant. */
const atATime = 12;
const ofEachTenant = 4;

/** How long what is under way is waited for at the end: a process that is told to stop is given ten seconds. */
const mostStopMs = 8000;

const beforeAll = "00000000-0000-0000-0000-000000000000";

interface Due {
  readonly tenantId: string;
  readonly orderId: string;
}

/**
 * Fetches the documents that orders await, of all tenants, until it is stopped. Any number of processes may do so: an
 * order is claimed by one of them. It never waits for one order's documents before it begins with another's, and a tenant
 * whose servers are slow keeps no other tenant's orders waiting. What it does not get done is somebody's after its lease.
 */
export class AwaitedFetches {
  readonly #looking: Lane;
  /** Orders under way, and whose they are. */
  readonly #underWay = new Map<string, { readonly tenantId: string; readonly end: Promise<void> }>();
  /** Behind which tenant the next look begins. */
  #next = beforeAll;
  #stopping = false;
  #deaf: (() => void) | null = null;

  constructor(private readonly platform: FetchNeeds) {
    this.#looking = new Lane(() => this.#look(), platform.log);
  }

  start(): void {
    this.#deaf = this.platform.database.onAnnounced("documents", () => this.#looking.wake());
    this.#looking.start();
  }

  /** Resolves when what is under way has come to its end; what takes too long is left to its lease. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#deaf?.();
    const late = new AbortController();
    await Promise.race([
      this.#looking.stop().then(() => this.#idle()),
      pause(mostStopMs, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }

  /** Does all that is due now, without having been started. Resolves when nothing is under way any more. */
  async settle(): Promise<void> {
    while ((await this.#look()) > 0) await this.#idle();
  }

  /** Begins what is due and has room. @returns 0 where there is nothing more to look for now */
  async #look(): Promise<number> {
    const free = atATime - this.#underWay.size;
    if (free <= 0 || this.#stopping) return 0;
    const found = await this.#due(this.#next);
    // Where the tenants behind the last look's are done, those before them have their turn.
    const due = found.length === 0 && this.#next !== beforeAll ? await this.#due(beforeAll) : found;
    const begun = due.filter((one) => this.#begin(one)).length;
    const isFull = this.#underWay.size >= atATime;
    const areMore = due.length === atATime;
    if (!isFull) this.#next = areMore ? due.at(-1)!.tenantId : beforeAll;
    // Where tenants that have no room fill a look, others' orders stand behind them.
    return areMore && !isFull ? due.length : begun;
  }

  #due(after: string): Promise<Due[]> {
    return this.platform.database.lookup<Due>(
      `SELECT tenant_id AS "tenantId", order_id AS "orderId" FROM due_awaited_orders(:after, :at, :ofEach, :atMost)`,
      { after, at: this.platform.clock.now(), ofEach: ofEachTenant, atMost: atATime },
    );
  }

  /** @returns whether there was room for it */
  #begin({ tenantId, orderId }: Due): boolean {
    const underWay = [...this.#underWay.values()];
    const hasRoom =
      underWay.length < atATime &&
      underWay.filter((other) => other.tenantId === tenantId).length < ofEachTenant;
    if (!hasRoom || this.#underWay.has(orderId)) return false;
    const end = fetchOrder(this.platform, tenantId, orderId).then(
      () => this.#ended(orderId),
      () => this.#ended(orderId),
    );
    this.#underWay.set(orderId, { tenantId, end });
    return true;
  }

  /** There is room now for what had none. */
  #ended(orderId: string): void {
    this.#underWay.delete(orderId);
    if (!this.#stopping) this.#looking.wake();
  }

  async #idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all([...this.#underWay.values()].map(({ end }) => end));
  }
}
