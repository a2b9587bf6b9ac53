import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import { Failure } from "../failure/failure.js";
import type { Authentication } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { DeliveryError } from "../ports/delivery.js";
import { lockSigner } from "../signers/actingSigner.js";
import { moveCode } from "./codeRows.js";
import { codeEmail, codeSms } from "./message.js";
import { otpPolicy } from "./policy.js";

type Needs = Pick<
  Platform,
  "database" | "mailer" | "smsSender" | "mailFrom" | "clock" | "random" | "secretBox" | "log"
>;

export interface CodeSent {
  readonly channel: Authentication;
  /** Masked. */
  readonly sentTo: string;
  readonly expiresAt: Date;
  readonly resendAfterSeconds: number;
}

/** A code that stands in the database as "sending", and exists in clear only here. */
export interface PendingCode extends CodeSent {
  readonly codeId: string;
  readonly code: string;
  readonly to: string;
  readonly language: string;
  readonly orderTitle: string;
  readonly sender: string;
}

/**
 * Hands the code to its provider and records what became of it.
 * @throws Failure `otp_delivery_failed`, `otp_delivery_unavailable`
 */
export async function handOver(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  pending: PendingCode,
): Promise<void> {
  const message = {
    id: pending.codeId,
    to: pending.to,
    code: pending.code,
    orderTitle: pending.orderTitle,
    sender: pending.sender,
    language: pending.language,
    minutes: otpPolicy.lifeSeconds / 60,
  };
  try {
    const delivery =
      pending.channel === "email"
        ? await requireChannel(platform, "email").send(codeEmail(message, platform.mailFrom))
        : await requireChannel(platform, "sms").send(codeSms(message));
    await conclude(platform, tenantId, orderId, signerId, pending, "sent", {
      type: "code.sent",
      data: { channel: pending.channel, provider_message_id: delivery.providerMessageId },
    });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    platform.log.warn(
      { order: orderId, channel: pending.channel, error: error.code },
      "a code could not be sent",
    );
    await conclude(platform, tenantId, orderId, signerId, pending, "failed", {
      type: "code.send_failed",
      data: { channel: pending.channel, reason: error.code },
    });
    throw error.code === "rejected"
      ? new Failure("otp_delivery_failed", `The code could not be delivered to ${pending.sentTo}.`, {
          cause: error,
        })
      : new Failure(
          "otp_delivery_unavailable",
          "The code could not be sent just now; try again in a moment.",
          {
            cause: error,
            extensions: { retry_after: 5 },
          },
        );
  }
}

async function conclude(
  platform: Needs,
  tenantId: string,
  orderId: string,
  signerId: string,
  pending: PendingCode,
  state: "sent" | "failed",
  event: Pick<NewEvent, "type" | "data">,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const acting = await lockSigner(transaction, orderId, signerId);
    // Replaced meanwhile: the sweeper thought this process dead, and a newer code is on its way.
    if (!(await moveCode(transaction, pending.codeId, "sending", state))) return;
    await appendEvents(platform, transaction, endOf(acting.order), [
      { ...event, actor: { kind: "system" }, signer: acting.signer, personal: { to: pending.to } },
    ]);
  });
}

/** @throws Failure `channel_not_configured` */
export function requireChannel(platform: Needs, channel: "email"): NonNullable<Needs["mailer"]>;
export function requireChannel(platform: Needs, channel: "sms"): NonNullable<Needs["smsSender"]>;
export function requireChannel(platform: Needs, channel: Authentication): object;
export function requireChannel(platform: Needs, channel: Authentication): object {
  const provider = channel === "email" ? platform.mailer : platform.smsSender;
  if (!provider) {
    throw new Failure(
      "channel_not_configured",
      `No provider for codes by ${channel} is configured on this server.`,
    );
  }
  return provider;
}
