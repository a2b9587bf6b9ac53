import type { Random } from "../../ports/random.js";

/** Seconds that a delivery waits after each try that failed. Ten tries in all: the first is made at once. */
export const standardPauses: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** By how much a pause may be longer than it stands there, so that what failed together does not come back together. */
const mostJitter = 0.1;
const jitterSteps = 10_000;

/** Whole milliseconds of each pause, all drawn out by one factor of 1 to 1.1. @param pauses seconds */
export function drawnOut(pauses: readonly number[], random: Random): number[] {
  const factor = 1 + (mostJitter * random.integer(jitterSteps + 1)) / jitterSteps;
  return pauses.map((seconds) => Math.round(seconds * factor * 1000));
}
