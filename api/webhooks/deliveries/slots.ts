import { aheadOf, idleLane, type LaneSlots, mostOfLane, type TenantSlots } from "./laneSlots.js";

/** What this process has claimed at a time. */
const mostInAll = 500;

/** A lane may hold these parts of what its tenant may have more, for requests and ahead of them: the less, the less. */
const partOfRoom = 10;
const partOfRoomAhead = 5;

/** How long a lane gathers slots that become free, to fill them together. */
const refillMs = 2;

/**
 * The slots of this process, shared out among tenants and their lanes. A tenant holds no more than it leaves free: one
 * alone half of all, two a third each; and with one for each lane that would have none, twice as much at most. So there
 * are always some for whoever comes next, however many lanes of others have come to a standstill (the dynamic threshold
 * by which switches share out their memory).
 */
export class Slots {
  readonly #lanes = new Map<string, LaneSlots>();
  readonly #tenants = new Map<string, TenantSlots>();
  #taken = 0;
  /** Whether a lane that had none got none, because not one was free. */
  #isShort = false;
  /** Refills that were asked for and have not ended. */
  #refills = 0;
  #whenIdle: (() => void)[] = [];

  /** Whether not one is free. */
  get isFull(): boolean {
    return this.#taken >= mostInAll;
  }

  of(tenantId: string, lane: string): LaneSlots {
    const key = tenantId + lane;
    const kept = this.#lanes.get(key);
    if (kept) return kept;
    const tenant = this.#tenants.get(tenantId) ?? { tenantId, taken: 0, lanes: 0, isShort: false };
    this.#tenants.set(tenantId, tenant);
    tenant.lanes += 1;
    const slots = idleLane(tenant, lane);
    this.#lanes.set(key, slots);
    return slots;
  }

  /**
   * Takes for a lane as many as it may have more: ten for requests and some ahead of them, where there is room for that.
   * @returns how many, none included
   */
  take(lane: LaneSlots): number {
    const { tenant } = lane;
    const free = mostInAll - this.#taken;
    const room = this.#roomFor(lane);
    const more = Math.max(Math.min(this.#shareOf(lane) - lane.held, room), 0);
    if (lane.held === 0 && more === 0) {
      if (free === 0) this.#isShort = true;
      else tenant.isShort = true;
    }
    lane.held += more;
    tenant.taken += more;
    this.#taken += more;
    return more;
  }

  /** How many more its tenant may have. */
  #roomFor({ tenant, held }: LaneSlots): number {
    const free = mostInAll - this.#taken;
    const least = held === 0 && free > 0 && tenant.taken < 2 * free ? 1 : 0;
    return Math.max(Math.floor((free - tenant.taken) / 2), least);
  }

  /** How many a lane may have: ahead of its requests only where there is room for them. */
  #shareOf(lane: LaneSlots): number {
    const room = this.#roomFor(lane);
    const requests = Math.min(Math.max(Math.floor(room / partOfRoom), 1), mostOfLane);
    if (requests < mostOfLane) return requests;
    return mostOfLane + Math.min(aheadOf(lane), Math.floor(room / partOfRoomAhead));
  }

  /** The lane may have others in their place; they are not free yet. */
  leave(lane: LaneSlots, count = 1): void {
    lane.held -= count;
  }

  /**
   * They are free.
   * @returns whose lanes were short of slots: the UUIDs of tenants; null: anybody's
   */
  free({ tenant }: LaneSlots, count: number): readonly string[] | null {
    const anybody = this.isFull || this.#isShort;
    const short = tenant.isShort ? [tenant.tenantId] : [];
    this.#taken -= count;
    tenant.taken -= count;
    this.#forgetIdleTenant(tenant);
    this.#noteIdle();
    return anybody ? null : short;
  }

  /** The lanes of these tenants are about to be looked at: who is short is found out anew. @param tenants null: of all */
  lookedAt(tenants: readonly string[] | null): void {
    if (tenants === null) this.#isShort = false;
    for (const tenantId of tenants ?? this.#tenants.keys()) {
      const tenant = this.#tenants.get(tenantId);
      if (tenant) tenant.isShort = false;
    }
  }

  /**
   * A lane's slots are to be filled in a moment, if it is time for that. Not while others are short of them: whoever has
   * some would always come before those who have none, and its turn comes with theirs when all are looked at.
   * @param fill does so
   */
  refill(lane: LaneSlots, fill: () => Promise<unknown>): void {
    if (this.isFull || this.#isShort || lane.tenant.isShort) return;
    // What is claimed ahead is claimed in few and large pieces.
    const enough = Math.max((this.#shareOf(lane) + mostOfLane) / 2, mostOfLane);
    if (lane.isWaiting || lane.held >= enough) return;
    lane.isWaiting = true;
    this.#refills += 1;
    setTimeout(async () => {
      lane.isWaiting = false;
      await fill();
      this.#refills -= 1;
      this.#noteIdle();
    }, refillMs);
  }

  /** A lane of which nothing is under way or asked for is not kept. */
  forgetIdle(lane: LaneSlots): void {
    const { tenant } = lane;
    if (lane.held > 0 || lane.claims > 0 || lane.isWaiting) return;
    if (this.#lanes.get(tenant.tenantId + lane.lane) !== lane) return;
    this.#lanes.delete(tenant.tenantId + lane.lane);
    tenant.lanes -= 1;
    this.#forgetIdleTenant(tenant);
  }

  #forgetIdleTenant({ tenantId, taken, lanes }: TenantSlots): void {
    if (taken === 0 && lanes === 0) this.#tenants.delete(tenantId);
  }

  /** Resolves when none is taken, and none is about to be. */
  async idle(): Promise<void> {
    if (!this.#isIdle) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  get #isIdle(): boolean {
    return this.#taken === 0 && this.#refills === 0;
  }

  #noteIdle(): void {
    if (this.#isIdle) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}
