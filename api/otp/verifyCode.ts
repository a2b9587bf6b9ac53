import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { Visitor } from "../signers/visitor.js";
import { consentText } from "../signing/consent.js";
import { hashCode, sameCode } from "./code.js";
import { type CodeRow, countTry, moveCode, readCode, readNewestCode } from "./codeRows.js";
import { otpPolicy } from "./policy.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

export interface VerifiedCode {
  readonly codeId: string;
  /** Until when its signer may sign with it. */
  readonly sessionExpiresAt: Date;
}

/**
 * Checks a code. The try is committed before the comparison, so that two requests at once, or a crash, can never
 * give a try for nothing.
 * @throws Failure `otp_missing`, `otp_expired`, `otp_locked`, `otp_wrong` (with `remaining_attempts`)
 */
export async function verifyCode(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  code: string,
  visitor: Visitor,
  mode?: Mode,
): Promise<VerifiedCode> {
  const counted = await platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    await lockActingSigner(transaction, orderId, signerId, now, mode);
    const newest = await readNewestCode(transaction, signerId);
    requireAlive(newest, now);
    return countTry(transaction, newest.id, now);
  });
  if (counted === null) throw locked();

  const outcome = await platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const { order, signer, documents } = await lockActingSigner(transaction, orderId, signerId, now, mode);
    // Verified, locked or replaced by another request since: this try stays counted, and nothing is compared.
    requireOpen(await readCode(transaction, counted.id));
    const binding = {
      codeId: counted.id,
      orderId,
      signerId,
      documents,
      consentText: consentText(order.consentText, signer.language),
    };
    const right = sameCode(counted.codeHash, hashCode(platform, binding, code));
    const remaining = counted.maxTries - counted.tries;
    const state = right ? "verified" : remaining === 0 ? "locked" : "sent";
    if (state !== "sent") await moveCode(transaction, counted.id, "sent", state, right ? now : null);
    await appendEvents(platform, transaction, endOf(order), [
      {
        type: right ? "code.verified" : state === "locked" ? "code.locked" : "code.refused",
        actor: visitor.actor(signerId),
        signer,
        data: { channel: counted.channel, ...(!right && { remaining_attempts: remaining }) },
        personal: visitor.personal(),
      },
    ]);
    return { right, remaining, now };
  });
  if (!outcome.right) {
    if (outcome.remaining === 0) throw locked();
    throw new Failure("otp_wrong", "That is not the code that was sent.", {
      param: "otp",
      extensions: { remaining_attempts: outcome.remaining, remainingAttempts: outcome.remaining },
    });
  }
  return {
    codeId: counted.id,
    sessionExpiresAt: new Date(outcome.now.getTime() + otpPolicy.sessionSeconds * 1000),
  };
}

/** @throws Failure that says why the code takes no more tries */
function requireAlive(code: CodeRow | null, now: Date): asserts code is CodeRow {
  requireOpen(code);
  if (code.tries >= code.maxTries) throw locked();
  if (code.expiresAt <= now) {
    throw new Failure(
      "otp_expired",
      `The code was good for ${otpPolicy.lifeSeconds / 60} minutes; have a new one sent.`,
    );
  }
}

/** @throws Failure unless the code was sent and nothing has become of it yet */
function requireOpen(code: CodeRow | null): asserts code is CodeRow {
  switch (code?.state) {
    case "sent":
      return;
    case "sending":
      throw new Failure("otp_missing", "The code is still on its way; try again in a moment.");
    case "locked":
      throw locked();
    case "verified":
      throw new Failure("otp_missing", "This code has been used; have a new one sent.");
    default:
      throw new Failure("otp_missing", "No code is waiting for this signer; have one sent first.");
  }
}

function locked(): Failure {
  return new Failure("otp_locked", "The code was tried too often; have a new one sent.", {
    extensions: { remaining_attempts: 0, remainingAttempts: 0 },
  });
}
