import type { Clock } from "../../ports/clock.js";

/** The machine's own clock; keeping it right (NTP) is the operator's. */
export const systemClock: Clock = {
  now: () => new Date(),
};
