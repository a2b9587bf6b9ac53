import type { Reached } from "./errorClass.js";

/** How it goes with a lane: with an endpoint, or with the callbacks of one origin. */
export interface LaneState {
  /** The first failure after the last success. */
  readonly failingSince: Date | null;
  /** Attempts in a row that say that it cannot be reached. */
  readonly failures: number;
  /** When somebody was told that it fails. */
  readonly warnedAt: Date | null;
  /**
   * The circuit. Null: closed. Until this time: open, nothing is tried. After it: half open, one delivery is tried first,
   * and whoever tries it sets a new time here, to keep the others away meanwhile.
   */
  readonly openUntil: Date | null;
  /** How often it was opened in a row. */
  readonly openings: number;
}

/** Of a lane that has no row. */
export const allIsWell: LaneState = {
  failingSince: null,
  failures: 0,
  warnedAt: null,
  openUntil: null,
  openings: 0,
};

/** What one attempt has shown. */
export interface Observation {
  readonly reached: Reached;
  /** It was the one that goes first through a circuit half open. */
  readonly isProbe: boolean;
}

const failuresToOpen = 5;
const firstOpeningMs = 5_000;
const longestOpeningMs = 600_000;

/**
 * What an attempt does to the state of its lane. Only what cannot be reached opens a circuit: five times in a row for
 * five seconds, and for twice as long, up to ten minutes, each time that the one that goes first fails. Attempts that were
 * under way when it opened open it no further. Any answer that is not overload or fault closes it.
 * @returns the same object where nothing changes
 */
export function afterAttempt(state: LaneState, { reached, isProbe }: Observation, now: Date): LaneState {
  if (reached === "unknown") return state;
  if (reached === "delivered") return isWell(state) ? state : allIsWell;
  const failingSince = state.failingSince ?? now;
  if (reached === "refused") {
    const isClosed = state.openUntil === null && state.failures === 0 && state.openings === 0;
    if (isClosed && state.failingSince !== null) return state;
    return { failingSince, warnedAt: state.warnedAt, failures: 0, openUntil: null, openings: 0 };
  }
  if (state.openUntil !== null) return isProbe ? opened({ ...state, failingSince }, now) : state;
  const failures = state.failures + 1;
  const next = { ...state, failingSince, failures };
  return failures < failuresToOpen ? next : opened(next, now);
}

function opened(state: LaneState, now: Date): LaneState {
  const ms = Math.min(firstOpeningMs * 2 ** state.openings, longestOpeningMs);
  return { ...state, openUntil: new Date(now.getTime() + ms), openings: state.openings + 1 };
}

function isWell({ failingSince, failures, warnedAt, openUntil, openings }: LaneState): boolean {
  return failingSince === null && failures === 0 && warnedAt === null && openUntil === null && openings === 0;
}

const day = 86_400_000;
const warnAfterMs = day;
const disableAfterMs = 5 * day;

/** What nothing but failure since some time has for a consequence, where there is one now. */
export function dueConsequence({ failingSince, warnedAt }: LaneState, now: Date): "warn" | "disable" | null {
  if (failingSince === null) return null;
  const ms = now.getTime() - failingSince.getTime();
  if (ms >= disableAfterMs) return "disable";
  return ms >= warnAfterMs && warnedAt === null ? "warn" : null;
}

/** When an endpoint of which nothing but failure comes will be disabled. */
export function disabledFrom(failingSince: Date): Date {
  return new Date(failingSince.getTime() + disableAfterMs);
}
