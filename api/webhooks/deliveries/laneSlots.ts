import { Turns } from "./turns.js";

/** Requests at a time on one lane. */
export const mostOfLane = 10;

/**
 * Beside those under way a lane that answers fast has others claimed, which save statements: as many as it is told within
 * so many milliseconds, and no more than so many.
 */
const aheadMs = 200;
const mostAhead = 40;

/** What a tenant's lanes have under way in this process. */
export interface TenantSlots {
  readonly tenantId: string;
  /** Slots that are not free again. */
  taken: number;
  /** Lanes that are kept. */
  lanes: number;
  /** Whether a lane of its had none and got none, since they were last looked at. */
  isShort: boolean;
}

/** What a lane has under way in this process. */
export interface LaneSlots {
  readonly tenant: TenantSlots;
  /** UUID. */
  readonly lane: string;
  /** Slots that it holds. */
  held: number;
  /** Of the requests under way. */
  readonly requests: Turns;
  /** Milliseconds that an answer takes, the last ones counting most; null: not known, or the last one was a failure. */
  pace: number | null;
  /** How often something has failed: what was claimed before that and is not under way is given back. */
  failures: number;
  /** Whether more may be due than was claimed. */
  hasMore: boolean;
  /** Whether its slots are to be filled in a moment. */
  isWaiting: boolean;
  /** Its claims are made one after the other: how many are asked for, and the end of the last. */
  claims: number;
  claiming: Promise<unknown>;
}

/** A lane on which nothing is under way. */
export function idleLane(tenant: TenantSlots, lane: string): LaneSlots {
  return {
    tenant,
    lane,
    held: 0,
    requests: new Turns(mostOfLane),
    pace: null,
    failures: 0,
    hasMore: false,
    isWaiting: false,
    claims: 0,
    claiming: Promise.resolve(),
  };
}

/** How many a lane may have claimed beside those under way. */
export function aheadOf({ pace }: LaneSlots): number {
  return pace === null ? 0 : Math.min(Math.floor((mostOfLane * aheadMs) / Math.max(pace, 1)), mostAhead);
}

/** What an answer says of a lane's pace. @param ms that it took; null: it was a failure */
export function notePace(lane: LaneSlots, ms: number | null): void {
  if (ms === null) lane.failures += 1;
  lane.pace = ms === null || lane.pace === null ? ms : 0.8 * lane.pace + 0.2 * ms;
}
