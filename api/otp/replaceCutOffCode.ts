import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import type { FailureCode } from "../failure/codes.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { type ActingSigner, lockSigner, requireMayAct } from "../signers/actingSigner.js";
import { type CodeRow, insertCode, moveCode, readCode } from "./codeRows.js";
import { handOver } from "./handOver.js";
import { channelsOf, waitFor } from "./history.js";
import { newCode, type PendingCode } from "./newCode.js";
import { effectivePolicy } from "./policy.js";
import { countCode } from "./sendCode.js";
import { readSendingState } from "./sendingState.js";
import type { OtpSettings } from "./settings.js";

type Needs = Parameters<typeof handOver>[0] & Pick<Platform, "limits">;

/**
 * The sweeper's part: a code whose sending was cut off is never sent again; a new one takes its place, as long as the
 * signer may have one. Where none does, the code has failed, and the trail says why there is no other.
 */
export async function replaceCutOffCode(platform: Needs, tenantId: string, codeId: string): Promise<void> {
  const withTenant = (work: (transaction: Transaction) => Promise<PendingCode | null>) =>
    platform.database.withTenant(tenantId, work);
  let next: PendingCode | null = null;
  try {
    next = await withTenant((transaction) => replace(platform, transaction, codeId));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // No text message may go to that number now; its signer can ask for one later.
    const { code: reason } = error;
    await withTenant(async (transaction) => {
      const code = await readCode(transaction, codeId);
      if (code?.state === "sending") await fail(platform, transaction, code, reason);
      return null;
    });
  }
  if (next) await handOver(platform, tenantId, next);
}

async function replace(
  platform: Needs,
  transaction: Transaction,
  codeId: string,
): Promise<PendingCode | null> {
  const code = await readCode(transaction, codeId);
  if (code?.state !== "sending") return null;
  const acting = await lockSigner(transaction, code.orderId, code.signerId);
  const now = platform.clock.now();
  if (!stillAsked(acting, code, now)) return fail(platform, transaction, code, "otp_not_needed");
  const { order, signer } = acting;
  const state = await readSendingState(transaction, order.id, signer.id, now);
  const policy = effectivePolicy(state.profile.otp, order.otp as OtpSettings | null);
  // Where handing over fails for good, this end is what keeps us from sending a message a minute.
  const { because } = waitFor(policy, state.codes, code.channel, signer.codesSince, now);
  if (because === "all_used") return fail(platform, transaction, code, "otp_too_many_codes");
  // Another process was there first.
  if (!(await moveCode(transaction, codeId, ["sending"], "replaced"))) return null;
  const { pending, row } = newCode(platform, transaction.tenantId, acting, policy, state, code.channel, now);
  await Promise.all([
    countCode(platform, transaction, pending),
    insertCode(transaction, row),
    appendEvents(platform, transaction, endOf(order), [
      {
        type: "code.replaced",
        actor: { kind: "system" },
        signer,
        data: {
          otp: publicId("otp", codeId),
          by: publicId("otp", row.id),
          channel: code.channel,
          expires_at: row.expiresAt.toISOString(),
        },
      },
    ]),
  ]);
  return pending;
}

/** Gives a code up that no other follows. @param why there is no other */
async function fail(
  platform: Needs,
  transaction: Transaction,
  { id, orderId, signerId, channel }: CodeRow,
  why: FailureCode,
): Promise<null> {
  const { order, signer } = await lockSigner(transaction, orderId, signerId);
  if (!(await moveCode(transaction, id, ["sending"], "failed"))) return null;
  await appendEvents(platform, transaction, endOf(order), [
    {
      type: "code.send_failed",
      actor: { kind: "system" },
      signer,
      data: { otp: publicId("otp", id), channel, reason: "cut_off", not_replaced: why },
    },
  ]);
  return null;
}

/** Whether the signer may still act, and is asked for a code on that channel. */
function stillAsked(acting: ActingSigner, { channel }: CodeRow, now: Date): boolean {
  try {
    requireMayAct(acting, now);
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
  return channelsOf(acting.signer.authentication).includes(channel);
}
