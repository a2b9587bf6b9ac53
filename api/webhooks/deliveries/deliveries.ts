import type { Platform } from "../../platform.js";
import { attempt } from "./attempt.js";
import { type Claimed, claimDeliveries } from "./claim.js";
import { Conclusions } from "./conclusions.js";
import { notTried, type Outcome } from "./delivery.js";
import type { Place } from "./dueLanes.js";
import { type LaneSlots, notePace } from "./laneSlots.js";
import { Slots } from "./slots.js";
import { Turns } from "./turns.js";

type Needs = Parameters<typeof attempt>[0] & Pick<Platform, "database">;

/** Claims, and transactions that note what came of attempts, at a time: others need the database as well. */
const claimsAtATime = 3;
const conclusionsAtATime = 3;

/** Longer than an attempt can take (five seconds for its body, thirty for the request), and noting what came of it. */
const attemptMs = 40_000;

/** What this process has claimed: made lane by lane, each going on by itself until nothing more is due on it. */
export class Deliveries {
  readonly #slots = new Slots();
  readonly #claims = new Turns(claimsAtATime);
  readonly #conclusions: Conclusions;
  #claimed = 0;
  #ending = false;

  /** @param roomAgain called when there are slots again for lanes that had none, with whose these are; null: anybody's */
  constructor(
    private readonly platform: Needs,
    private readonly roomAgain: (tenants: readonly string[] | null) => void,
  ) {
    this.#conclusions = new Conclusions(platform, new Turns(conclusionsAtATime));
  }

  /** How many were claimed so far. */
  get claimed(): number {
    return this.#claimed;
  }

  /** Whether no lane can be given a slot. */
  get isFull(): boolean {
    return this.#slots.isFull;
  }

  /** The lanes of these tenants are about to be served. @param tenants null: those of all */
  lookedAt(tenants: readonly string[] | null): void {
    this.#slots.lookedAt(tenants);
  }

  /** Claims what is due on a lane, as far as it has slots, and begins it. Resolves when it is claimed. */
  serve({ tenantId, lane }: Place): Promise<void> {
    return this.#serve(this.#slots.of(tenantId, lane));
  }

  /** Resolves when nothing is under way, and nothing is about to be. */
  idle(): Promise<void> {
    return this.#slots.idle();
  }

  /** Nothing more is begun; what is claimed and not begun is given back. */
  end(): void {
    this.#ending = true;
  }

  /** What is not noted now is not noted any more. */
  close(): void {
    this.#conclusions.close();
  }

  /** After whoever is just serving that lane; together with whoever waits for that. */
  async #serve(lane: LaneSlots): Promise<void> {
    if (lane.claims > 1) {
      await lane.claiming;
      return;
    }
    lane.claims += 1;
    lane.claiming = lane.claiming.then(() => this.#claims.take(() => this.#fill(lane)));
    await lane.claiming;
    lane.claims -= 1;
    this.#slots.forgetIdle(lane);
  }

  async #fill(lane: LaneSlots): Promise<void> {
    const slots = this.#ending ? 0 : this.#slots.take(lane);
    lane.hasMore = slots === 0;
    if (slots === 0) return;
    const claimed = await this.#claim(lane, slots);
    lane.hasMore = claimed.length === slots;
    this.#claimed += claimed.length;
    this.#slots.leave(lane, slots - claimed.length);
    this.#free(lane, slots - claimed.length);
    for (const one of claimed) void this.#deliver(lane, one);
  }

  async #claim({ tenant, lane }: LaneSlots, atMost: number): Promise<readonly Claimed[]> {
    const { platform } = this;
    const { tenantId } = tenant;
    try {
      return await claimDeliveries(platform, tenantId, lane, atMost, platform.clock.now());
    } catch (error) {
      platform.log.warn({ tenant: tenantId, error }, "webhooks that are due could not be claimed");
      return [];
    }
  }

  async #deliver(lane: LaneSlots, claimed: Claimed): Promise<void> {
    const { isProbe } = claimed.delivery;
    const { failures } = lane;
    const outcome = await lane.requests.take(() => this.#outcomeOf(lane, claimed, failures));
    if (outcome === null) {
      this.#leave(lane);
      this.#free(lane, 1);
      return;
    }
    // What failed, or went first, may close the lane or open it: nothing follows before that is noted.
    const isFollowed = outcome.verdict === "delivered" && !isProbe;
    if (isFollowed) this.#leave(lane);
    await this.#conclusions.note(lane.tenant.tenantId, outcome);
    lane.hasMore ||= isProbe || outcome.verdict === "released";
    if (!isFollowed) this.#leave(lane);
    this.#free(lane, 1);
  }

  /**
   * @param failures of the lane when it was claimed: what has waited for its turn since one more is given back
   * @returns null: it went wrong in a way that nobody has thought of, and is left to its lease
   */
  async #outcomeOf(
    lane: LaneSlots,
    { delivery, destination }: Claimed,
    failures: number,
  ): Promise<Outcome | null> {
    const left = delivery.leaseUntil.getTime() - this.platform.clock.now().getTime();
    if (this.#ending || lane.failures !== failures || left < attemptMs) return notTried(delivery, "released");
    if (!destination) return notTried(delivery, "cancelled");
    try {
      const outcome = await attempt(this.platform, lane.tenant.tenantId, delivery, destination);
      const isFailure = outcome.verdict === "failed";
      if (outcome.attempt) notePace(lane, isFailure ? null : outcome.attempt.timing.total);
      return outcome;
    } catch (error) {
      this.platform.log.error({ notification: delivery.notification.id, error }, "an attempt went wrong");
      return null;
    }
  }

  #free(lane: LaneSlots, count: number): void {
    const short = this.#slots.free(lane, count);
    if (count > 0 && (short === null || short.length > 0)) this.roomAgain(short);
  }

  #leave(lane: LaneSlots): void {
    this.#slots.leave(lane);
    if (lane.hasMore && !this.#ending) this.#slots.refill(lane, () => this.#serve(lane));
    this.#slots.forgetIdle(lane);
  }
}
