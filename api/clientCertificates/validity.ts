import { Failure } from "../failure/failure.js";

const dayMs = 86_400_000;
const usualDays = 365;
const mostDays = 3 * 365;

/**
 * The last second of a new certificate: when it was asked to end, else after a year, and never after a key that it hangs
 * on. Certificates have no fractions of seconds (RFC 5280 4.1.2.5.1).
 * @param asked null: not said
 * @param ends of the key that it acts for, and of the caller's
 * @throws Failure `field_invalid`
 */
export function lastSecond(asked: Date | null, now: Date, ends: readonly (Date | null)[]): Date {
  const param = "expires_at";
  const last = Math.min(...ends.map((end) => end?.getTime() ?? Number.POSITIVE_INFINITY));
  if (asked === null) return wholeSecond(Math.min(now.getTime() + usualDays * dayMs, last));
  const end = wholeSecond(asked.getTime());
  if (end <= now) throw new Failure("field_invalid", "expires_at must lie in the future.", { param });
  if (asked.getTime() > now.getTime() + mostDays * dayMs) {
    throw new Failure("field_invalid", `expires_at must lie within three years (${mostDays} days).`, {
      param,
      extensions: { limit: mostDays },
    });
  }
  if (asked.getTime() > last) {
    const message =
      "expires_at must not lie after the end of the certificate's key, or of the key that asks.";
    throw new Failure("field_invalid", message, { param });
  }
  return end;
}

const wholeSecond = (time: number): Date => new Date(Math.floor(time / 1000) * 1000);
