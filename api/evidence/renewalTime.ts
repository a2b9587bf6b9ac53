const dayMs = 86_400_000;

/** How long before its time-stamp can be checked no more a container is renewed. */
const marginDays = 365;

/** Where less than the margin is left from the beginning, as with other people's time-stamps: how soon at the latest. */
const soonDays = 30;

/**
 * When a container's time-stamps are to be renewed: a year before the first of its unit's certificate and its algorithms
 * ends, but not before a month has gone by, or half of what is left.
 * @param end of the time-stamp's use
 */
export function renewalTime(end: Date, now: Date): Date {
  const left = Math.max(0, end.getTime() - now.getTime());
  const early = end.getTime() - marginDays * dayMs;
  const soon = now.getTime() + Math.max(dayMs, Math.min(soonDays * dayMs, left / 2));
  return new Date(Math.max(early, soon));
}
