import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Channel } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { Visitor } from "../signers/visitor.js";
import { readTyped } from "./alphabet.js";
import { hashCode, sameCode } from "./code.js";
import { type CodeRow, countTry, markVerified, moveCode } from "./codeRows.js";
import { type GivenCodes, sessionOf } from "./givenCodes.js";
import { nextChannel } from "./history.js";
import { bindingOf } from "./newCode.js";
import { readCodesAndFields } from "./sendingState.js";
import { lockedCode, openCode, requireAlive } from "./usableCode.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** What a signer has reached by giving a code: another one is asked for, or they may act. */
export type VerifiedCode =
  | { readonly next: Channel; readonly session: null; readonly sessionExpiresAt: null }
  | ({ readonly next: null } & GivenCodes);

/**
 * Checks a code. The try is counted under the lock on the order, and nobody learns how it came out before that is
 * committed, so that neither two requests at once nor a crash give a try for nothing.
 * @param typed as the signer typed it; blanks and hyphens are passed over
 * @throws Failure `otp_missing`, `otp_expired`, `otp_locked`, `otp_wrong` (with `remaining_attempts`)
 */
export async function verifyCode(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  typed: string,
  visitor: Visitor,
  mode?: Mode,
): Promise<VerifiedCode> {
  const outcome = await platform.database.withTenant(tenantId, (transaction) =>
    compare(platform, transaction, orderId, signerId, typed, visitor, mode),
  );
  // Thrown here, so that what was recorded of a wrong code is committed.
  if (outcome instanceof Failure) throw outcome;
  return outcome;
}

async function compare(
  platform: Needs,
  transaction: Transaction,
  orderId: string,
  signerId: string,
  typed: string,
  visitor: Visitor,
  mode: Mode | undefined,
): Promise<VerifiedCode | Failure> {
  const now = platform.clock.now();
  // Run in this order: what is counted and read here is so under the lock.
  const [acting, counted, { codes, fields }] = await Promise.all([
    lockActingSigner(transaction, orderId, signerId, now, mode),
    countTry(transaction, orderId, signerId, mode ?? null, now),
    readCodesAndFields(transaction, signerId, now),
  ]);
  const { order, signer } = acting;
  if (counted === null) {
    await requireAlive(transaction, acting, codes, now);
    throw new Failure("otp_missing", "No code is waiting for this signer; have one sent first.");
  }
  const found = codes.find(({ id }) => id === counted.id) ?? null;
  const code = await openCode(transaction, acting, codes, found, now);
  const content = hashCode(platform, bindingOf(acting, fields, code.id), readTyped(code.alphabet, typed));
  const right = sameCode(code.codeHash, content);
  const remaining = counted.maxTries - counted.tries;
  const dies = !right && remaining === 0 && code.state === "sent";
  const known = codes.map((other) =>
    other === code && right ? { ...code, state: "verified" as const, verifiedAt: now } : other,
  );
  const next = right ? nextChannel(signer.authentication, known, now) : null;
  const data = { otp: publicId("otp", code.id), channel: code.channel };
  await Promise.all([
    ...(right ? [markVerified(transaction.last, code.id, now)] : []),
    ...(dies ? [moveCode(transaction, code.id, ["sent"], "locked")] : []),
    appendEvents(platform, transaction.last, endOf(order), [
      {
        type: right ? "code.verified" : dies ? "code.locked" : "code.refused",
        actor: visitor.actor(signerId),
        signer,
        data: right ? { ...data, next } : { ...data, remaining_attempts: remaining },
        personal: visitor.personal(),
      },
    ]),
  ]);
  if (right) {
    return next === null
      ? { next, ...sessionOf(signer, known, now) }
      : { next, session: null, sessionExpiresAt: null };
  }
  return remaining === 0
    ? lockedCode(transaction, acting, codes, code.channel, now)
    : wrong(code, typed, remaining);
}

function wrong({ alphabet }: CodeRow, typed: string, remaining: number): Failure {
  const hint =
    alphabet === "uppercase" && typed !== typed.toUpperCase() ? " It is typed in capital letters." : "";
  return new Failure("otp_wrong", `That is not the code that was sent.${hint}`, {
    param: "otp",
    extensions: { remaining_attempts: remaining },
  });
}
