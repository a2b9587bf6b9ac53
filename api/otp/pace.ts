import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { countCodesSince } from "./codeRows.js";
import { otpPolicy } from "./policy.js";

/** Whether a signer has had as many codes as the policy allows in its window. */
export async function hadAllCodes(transaction: Transaction, signerId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - otpPolicy.windowSeconds * 1000);
  return (await countCodesSince(transaction, signerId, since)) >= otpPolicy.maxCodes;
}

/** @throws Failure `otp_too_soon` with the seconds that are left of the pause after a code */
export function requirePause(lastSentAt: Date, now: Date): void {
  const wait = Math.ceil((lastSentAt.getTime() + otpPolicy.pauseSeconds * 1000 - now.getTime()) / 1000);
  if (wait > 0) {
    throw new Failure(
      "otp_too_soon",
      `A code was sent a moment ago; another can be sent in ${wait} seconds.`,
      {
        extensions: { retry_after: wait },
      },
    );
  }
}
