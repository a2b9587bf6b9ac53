import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { ActingSigner } from "../signers/actingSigner.js";
import type { SignerSession } from "../signers/session.js";
import type { Visitor } from "../signers/visitor.js";
import { useCodes } from "./codeRows.js";
import { openSession } from "./givenCodes.js";
import { channelsOf } from "./history.js";
import { verifyCode } from "./verifyCode.js";

/**
 * Requires that a signer has given every code that they are asked for, and uses those up: under the lock on their
 * order, in the transaction of what they are good for.
 * @throws Failure `session_expired` when a code was used up or taken back, or its time is over, or when the signer's
 * authentication or link is another than when the session began
 */
export async function requireAuthenticated(
  transaction: Transaction,
  { signer }: Pick<ActingSigner, "signer">,
  session: SignerSession,
  now: Date,
): Promise<void> {
  const { codeIds, method } = session;
  const same =
    session.signerId === signer.id &&
    session.linkVersion === signer.linkVersion &&
    method === signer.authentication;
  if (!same) throw over("The session began before this signer was changed; begin another.");
  const channels = channelsOf(method);
  if (channels.length === 0) return;
  const used = await useCodes(transaction, signer.id, codeIds, now);
  if (!channels.every((channel) => used.some((code) => code.channel === channel))) {
    throw over("The code is used up or its time is over; have a new one sent.");
  }
}

/**
 * The session of a signer for whom the tenant acts, with the code that they were sent.
 * @param otp as they gave it; null where none is asked for, or all were given before
 * @throws Failure `otp_missing` where another code is asked for (`next` names its channel), and those of `verifyCode`
 */
export async function sessionForCaller(
  platform: Parameters<typeof verifyCode>[0],
  tenantId: string,
  orderId: string,
  signerId: string,
  otp: string | null,
  visitor: Visitor,
  mode: Mode,
): Promise<SignerSession> {
  if (otp === null) {
    return (await openSession(platform, tenantId, orderId, signerId, false, mode)).session;
  }
  const { session, next } = await verifyCode(platform, tenantId, orderId, signerId, otp, visitor, mode);
  if (session) return session;
  throw new Failure("otp_missing", `That code is right; have the one by ${next} sent, and give it as well.`, {
    extensions: { next },
  });
}

function over(message: string): Failure {
  return new Failure("session_expired", message);
}
