import type { Authentication, Channel } from "../orders/order.js";
import type { CodeRow } from "./codeRows.js";
import { codeWindowSeconds, type OtpPolicy } from "./policy.js";

/** The channels on which a signer is asked for a code, in their order. */
export function channelsOf(authentication: Authentication): readonly Channel[] {
  switch (authentication) {
    case "email":
    case "sms":
      return [authentication];
    case "both":
      return ["email", "sms"];
    case "none":
      return [];
  }
}

/** The code that was given on a channel and still counts, if there is one. */
export function acceptedCode(codes: readonly CodeRow[], channel: Channel, now: Date): CodeRow | null {
  return (
    codes.find(
      (code) => code.channel === channel && code.state === "verified" && sessionEnd(code) > now.getTime(),
    ) ?? null
  );
}

/** Until when a given code allows its signer to act, in milliseconds. */
export function sessionEnd(code: CodeRow): number {
  return code.verifiedAt === null ? 0 : code.verifiedAt.getTime() + code.sessionSeconds * 1000;
}

/** The channel whose code is asked for next; null when all have been given. */
export function nextChannel(
  authentication: Authentication,
  codes: readonly CodeRow[],
  now: Date,
): Channel | null {
  return channelsOf(authentication).find((channel) => acceptedCode(codes, channel, now) === null) ?? null;
}

const open = new Set(["sending", "sent", "verified"]);

/** The newest code on a channel: the open one where there is one, because clocks are set back. */
export function newestCode(codes: readonly CodeRow[], channel: Channel): CodeRow | null {
  const own = codes.filter((code) => code.channel === channel);
  return own.find((code) => open.has(code.state)) ?? own[0] ?? null;
}

/** Seconds until another code can be sent on a channel, and which rule makes it wait. */
export interface Wait {
  readonly seconds: number;
  readonly because: "none" | "pause" | "all_used";
}

/**
 * How long a signer has to wait for another code on a channel.
 * @param codes those of the last 24 hours, newest first
 * @param since from when on they count, after a lock was lifted
 */
export function waitFor(
  policy: OtpPolicy,
  codes: readonly CodeRow[],
  channel: Channel,
  since: Date | null,
  now: Date,
): Wait {
  const newest = newestCode(codes, channel);
  // A code that failed to leave costs no pause: its signer has nothing in hand.
  const pause =
    newest && newest.state !== "failed" ? secondsUntil(newest.createdAt, policy.pauseSeconds, now) : 0;
  const counted = codes.filter(
    (code) =>
      code.channel === channel &&
      secondsUntil(code.createdAt, codeWindowSeconds, now) > 0 &&
      (since === null || code.createdAt > since),
  );
  // When that one is a day old, one code fewer counts than the most that are.
  const oldest = counted[policy.maxCodes - 1];
  const day = oldest ? secondsUntil(oldest.createdAt, codeWindowSeconds, now) : 0;
  if (day > 0) return { seconds: Math.max(day, pause), because: "all_used" };
  return pause > 0 ? { seconds: pause, because: "pause" } : { seconds: 0, because: "none" };
}

function secondsUntil(from: Date, seconds: number, now: Date): number {
  return Math.ceil((from.getTime() + seconds * 1000 - now.getTime()) / 1000);
}
