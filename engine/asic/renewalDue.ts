import { ALGORITHM_DATES, type AlgorithmDate, reliedOnUntil } from "./algorithmDates.js";
import type { ContainerHorizon } from "./containerHorizon.js";

const DAY = 86_400_000;

/**
 * When the archive time-stamp of a container is to be renewed: before the certificate of its unit ends, and before the
 * first of its algorithms does (EN 319 162-1 Annex A.7).
 * @param marginDays how long before; renewing takes a time-stamp authority, and revocation data from after the time-stamp
 * @param table until when algorithms may be relied on
 * @returns a time before that of the time-stamp when it was made too late already: another unit or stronger algorithms
 *   are needed, since the same would be due again at once
 */
export function renewalDue(
  { certificateNotAfter, algorithms }: ContainerHorizon,
  marginDays: number,
  table: readonly AlgorithmDate[] = ALGORITHM_DATES,
): Date {
  const ends = algorithms.map(
    (algorithm) => reliedOnUntil(algorithm, table)?.getTime() ?? Number.POSITIVE_INFINITY,
  );
  return new Date(Math.min(certificateNotAfter.getTime(), ...ends) - marginDays * DAY);
}
