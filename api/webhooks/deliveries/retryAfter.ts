import { readHttpDate } from "./httpDate.js";

/** However late somebody asks to be tried again. */
const mostMs = 86_400_000;

/**
 * Milliseconds that an answer asks us to wait before the next try (RFC 9110 10.2.3: seconds, or a date), a day at most.
 * @param value of the field Retry-After, if there is one
 * @returns 0 where nothing is asked that we understand
 */
export function retryAfterMs(value: string | undefined, now: Date): number {
  const text = value?.trim() ?? "";
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text) * 1000, mostMs);
  const date = readHttpDate(text, now);
  if (date === null) return 0;
  return Math.min(Math.max(date.getTime() - now.getTime(), 0), mostMs);
}
