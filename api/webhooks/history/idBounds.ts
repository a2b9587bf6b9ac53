/**
 * Ids are UUIDs of version 7 (RFC 9562): their first 48 bits are a time in milliseconds. What happened in a span of time
 * is so found by the index that a list is read by, and by no other.
 *
 * An id is made a moment before or after the time that it is written down with; the bounds leave a minute for that, and
 * whoever uses them compares the time itself as well.
 */
const slackMs = 60_000;
const mostMs = 2 ** 48 - 1;

/** The least of all ids, and the greatest. */
export const leastId = "00000000-0000-0000-0000-000000000000";
export const greatestId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** An id before which nothing stands that happened at a time or later. */
export function idNotAfter(time: Date): string {
  return withTime(time.getTime() - slackMs, leastId);
}

/** An id behind which nothing stands that happened at a time or before. */
export function idNotBefore(time: Date): string {
  return withTime(time.getTime() + slackMs, greatestId);
}

function withTime(milliseconds: number, id: string): string {
  const bounded = Math.min(Math.max(Math.trunc(milliseconds), 0), mostMs);
  const digits = bounded.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}${id.slice(13)}`;
}

/** @returns when an id was made */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
