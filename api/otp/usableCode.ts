import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Channel } from "../orders/order.js";
import type { ActingSigner } from "../signers/actingSigner.js";
import { policyOfOrder } from "./checkSigner.js";
import type { CodeRow } from "./codeRows.js";
import { acceptedCode, channelsOf, newestCode, nextChannel, waitFor } from "./history.js";
import { lockedFailure } from "./refusals.js";

/**
 * Says why no try could be counted.
 * @param codes of the signer, newest first
 * @throws Failure `otp_not_needed`, `otp_missing`, `otp_locked`, `otp_expired`
 */
export async function requireAlive(
  transaction: Transaction,
  acting: ActingSigner,
  codes: readonly CodeRow[],
  now: Date,
): Promise<void> {
  const { authentication } = acting.signer;
  const [first] = channelsOf(authentication);
  if (first === undefined) throw new Failure("otp_not_needed", "This signer is asked for no code.");
  const next = nextChannel(authentication, codes, now);
  const code = newestCode(codes, next ?? first);
  const given = channelsOf(authentication).find((channel) => acceptedCode(codes, channel, now) !== null);
  if (code === null && given !== undefined) {
    throw new Failure("otp_missing", `The code by ${given} was given; have the one by ${next} sent.`);
  }
  const open = await openCode(transaction, acting, codes, code, now);
  if (open.tries >= open.maxTries) throw await lockedCode(transaction, acting, codes, open.channel, now);
  if (open.expiresAt <= now) {
    const minutes = Math.round((open.expiresAt.getTime() - open.createdAt.getTime()) / 60_000);
    throw new Failure("otp_expired", `The code was good for ${minutes} minutes; have a new one sent.`);
  }
}

/**
 * @returns the code, when it was sent and nothing has become of it that it could not be given after
 * @throws Failure `otp_missing`, `otp_locked`
 */
export async function openCode(
  transaction: Transaction,
  acting: ActingSigner,
  codes: readonly CodeRow[],
  code: CodeRow | null,
  now: Date,
): Promise<CodeRow> {
  switch (code?.state) {
    case "sent":
      return code;
    case "sending":
      throw new Failure("otp_missing", "The code is still on its way; try again in a moment.");
    case "locked":
      throw await lockedCode(transaction, acting, codes, code.channel, now);
    case "verified":
    case "used":
      if (code.reusable) return code;
      throw new Failure(
        "otp_missing",
        code.state === "used"
          ? "This code has been used; have a new one sent."
          : "This code was accepted before, and is not asked for again: act without it, or have a new one sent.",
      );
    default:
      throw new Failure("otp_missing", "No code is waiting for this signer; have one sent first.");
  }
}

/** The refusal of a code that was tried too often. */
export async function lockedCode(
  transaction: Transaction,
  { order, signer }: ActingSigner,
  codes: readonly CodeRow[],
  channel: Channel,
  now: Date,
): Promise<Failure> {
  const policy = await policyOfOrder(transaction, order);
  return lockedFailure(policy, waitFor(policy, codes, channel, signer.codesSince, now));
}
