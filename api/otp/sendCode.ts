import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { countSend } from "../delivery/sendCaps.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Channel } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { Visitor } from "../signers/visitor.js";
import { insertCode, replaceOpenCodes } from "./codeRows.js";
import { handOver, requireChannel } from "./handOver.js";
import { channelsOf, nextChannel, waitFor } from "./history.js";
import { type CodeSent, newCode, type PendingCode } from "./newCode.js";
import { effectivePolicy } from "./policy.js";
import { requireNoWait } from "./refusals.js";
import { readSendingState } from "./sendingState.js";
import type { OtpSettings } from "./settings.js";

type Needs = Pick<
  Platform,
  "database" | "mailer" | "smsSender" | "mailFrom" | "clock" | "random" | "secretBox" | "log" | "limits"
>;

/**
 * Sends a signer a code, in place of any earlier one: the next of those that they are asked for, or the first anew
 * when all were given. Its row is committed before it is handed over; a process that dies in between leaves it
 * "sending", and `replaceCutOffCode` then sends another.
 * @param visitor who asks for it
 * @throws Failure `otp_not_needed`, `otp_too_soon`, `otp_too_many_codes`, `sms_limit_reached`, `channel_not_configured`,
 * `otp_delivery_failed`, `otp_delivery_unavailable`, and those of a signer who may not act
 */
export async function sendCode(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  visitor: Visitor,
  mode?: Mode,
): Promise<CodeSent> {
  const pending = await platform.database.withTenant(tenantId, (transaction) =>
    prepareCode(platform, transaction, orderId, signerId, visitor, mode),
  );
  await handOver(platform, tenantId, pending);
  return pending.sent;
}

async function prepareCode(
  platform: Needs,
  transaction: Transaction,
  orderId: string,
  signerId: string,
  visitor: Visitor,
  mode: Mode | undefined,
): Promise<PendingCode> {
  const now = platform.clock.now();
  // Run in this order: what is read here is read under the lock.
  const [acting, state] = await Promise.all([
    lockActingSigner(transaction, orderId, signerId, now, mode),
    readSendingState(transaction, orderId, signerId, now),
  ]);
  const { order, signer } = acting;
  const [first] = channelsOf(signer.authentication);
  if (first === undefined) {
    throw new Failure("otp_not_needed", "This signer is asked for no code; open a session, or sign.");
  }
  const next = nextChannel(signer.authentication, state.codes, now);
  const channel = next ?? first;
  const policy = effectivePolicy(state.profile.otp, order.otp as OtpSettings | null);
  const wait = waitFor(policy, state.codes, channel, signer.codesSince, now);
  const { pending, row } = newCode(platform, transaction.tenantId, acting, policy, state, channel, now);
  if (pending.test === null) requireChannel(platform, channel);
  requireNoWait(policy, wait);
  await Promise.all([
    countCode(platform, transaction, pending),
    // Where all had been given, none of them counts any more.
    replaceOpenCodes(transaction.last, signerId, next),
    insertCode(transaction.last, row),
    appendEvents(platform, transaction.last, endOf(order), [
      {
        type: "code.requested",
        actor: visitor.actor(signerId),
        signer,
        data: { otp: publicId("otp", row.id), channel, expires_at: row.expiresAt.toISOString() },
        personal: visitor.personal(),
      },
    ]),
  ]);
  return pending;
}

/** Counts a text message that a carrier is paid for. @throws Failure `sms_limit_reached` */
export async function countCode(
  platform: Pick<Platform, "limits" | "secretBox" | "clock">,
  transaction: Transaction,
  { sent, test, message }: { sent: { channel: Channel }; test: PendingCode["test"]; message: { to: string } },
): Promise<void> {
  if (sent.channel === "sms" && test === null) await countSend(platform, transaction, message.to);
}
