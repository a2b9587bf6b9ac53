import type { Mode } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import { newUuid } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { type ActingSigner, lockActingSigner, lockSigner } from "../signers/actingSigner.js";
import { consentText } from "../signing/consent.js";
import { tenantName } from "../tenants/tenant.js";
import { drawCode, hashCode, maskAddress } from "./code.js";
import { insertCode, moveCode, readCode, readNewestCode, replaceOpenCodes } from "./codeRows.js";
import { type CodeSent, handOver, type PendingCode, requireChannel } from "./handOver.js";
import { hadAllCodes, requirePause } from "./pace.js";
import { otpPolicy } from "./policy.js";

type Needs = Pick<
  Platform,
  "database" | "mailer" | "smsSender" | "mailFrom" | "clock" | "random" | "secretBox" | "log"
>;

/** Seconds that handing a code to its provider may take before it counts as cut off. */
const sendLeaseSeconds = 60;

/**
 * Sends a signer a code, in place of any earlier one. Its row is committed before it is handed over; a process that
 * dies in between leaves it "sending", and `replaceCutOffCode` then sends another.
 * @throws Failure `otp_too_soon`, `otp_too_many_codes`, `channel_not_configured`, `otp_delivery_failed`,
 * `otp_delivery_unavailable`, and those of a signer who may not act
 */
export async function sendCode(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  mode?: Mode,
): Promise<CodeSent> {
  const pending = await platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    const acting = await lockActingSigner(transaction, orderId, signerId, now, mode);
    requireChannel(platform, acting.signer.authentication);
    const newest = await readNewestCode(transaction, signerId);
    // A code that failed to leave costs no pause: its signer has nothing in hand.
    if (newest && newest.state !== "failed") requirePause(newest.createdAt, now);
    if (await hadAllCodes(transaction, signerId, now)) {
      throw new Failure(
        "otp_too_many_codes",
        `${otpPolicy.maxCodes} codes were sent within 24 hours, the most that are; the next can be sent tomorrow.`,
        { extensions: { limit: otpPolicy.maxCodes, retry_after: 3600 } },
      );
    }
    await replaceOpenCodes(transaction, signerId);
    const sender = await tenantName(transaction);
    const pendingCode = makeCode(platform, acting, sender, now);
    await insertCode(transaction, pendingCode.row);
    return pendingCode.pending;
  });
  await handOver(platform, tenantId, orderId, signerId, pending);
  const { channel, sentTo, expiresAt, resendAfterSeconds } = pending;
  return { channel, sentTo, expiresAt, resendAfterSeconds };
}

/**
 * The sweeper's part: a code whose sending was cut off is never sent again; a new one takes its place, as long as the
 * signer may have one.
 */
export async function replaceCutOffCode(platform: Needs, tenantId: string, codeId: string): Promise<void> {
  const replaced = await platform.database.withTenant(tenantId, async (transaction) => {
    const code = await readCode(transaction, codeId);
    if (code?.state !== "sending") return null;
    const acting = await lockSigner(transaction, code.orderId, code.signerId);
    if (!(await moveCode(transaction, codeId, "sending", "replaced"))) return null;
    const now = platform.clock.now();
    const done =
      acting.signer.state === "signed" || acting.order.endedAt !== null || acting.order.expiresAt <= now;
    // Where handing over fails for good, this end is what keeps us from sending a message a minute.
    if (done || (await hadAllCodes(transaction, code.signerId, now))) return null;
    const next = makeCode(platform, acting, await tenantName(transaction), now);
    await insertCode(transaction, next.row);
    await appendEvents(platform, transaction, endOf(acting.order), [
      { type: "code.replaced", actor: { kind: "system" }, signer: acting.signer },
    ]);
    return { ...next.pending, orderId: code.orderId, signerId: code.signerId };
  });
  if (replaced) await handOver(platform, tenantId, replaced.orderId, replaced.signerId, replaced);
}

function makeCode(platform: Needs, acting: ActingSigner, sender: string, now: Date) {
  const { order, signer, documents } = acting;
  const to = (signer.authentication === "email" ? signer.email : signer.phone)!;
  const codeId = newUuid(platform.clock, platform.random);
  const code = drawCode(platform, otpPolicy.digits);
  const expiresAt = new Date(now.getTime() + otpPolicy.lifeSeconds * 1000);
  const binding = {
    codeId,
    orderId: order.id,
    signerId: signer.id,
    documents,
    consentText: consentText(order.consentText, signer.language),
  };
  const pending: PendingCode = {
    codeId,
    code,
    to,
    channel: signer.authentication,
    sentTo: maskAddress(to),
    language: signer.language,
    orderTitle: order.title,
    sender,
    expiresAt,
    resendAfterSeconds: otpPolicy.pauseSeconds,
  };
  const row = {
    id: codeId,
    orderId: order.id,
    signerId: signer.id,
    channel: signer.authentication,
    codeHash: hashCode(platform, binding, code),
    maxTries: otpPolicy.maxTries,
    createdAt: now,
    expiresAt,
    leaseUntil: new Date(now.getTime() + sendLeaseSeconds * 1000),
  };
  return { pending, row };
}
