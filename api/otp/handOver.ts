import { setTimeout as pause } from "node:timers/promises";
import { appendEvents, type NewEvent } from "../audit/append.js";
import { recordDelivery } from "../delivery/recordDelivery.js";
import { slowMs } from "../delivery/testAddresses.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Channel } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { DeliveryError } from "../ports/delivery.js";
import { lockChain } from "../signers/lockChain.js";
import { markSent, moveCode } from "./codeRows.js";
import { codeEmail, codeSms } from "./message.js";
import type { PendingCode } from "./newCode.js";

type Needs = Pick<
  Platform,
  "database" | "mailer" | "smsSender" | "mailFrom" | "clock" | "random" | "secretBox" | "log"
>;

/**
 * Hands the code to its provider and records what became of it.
 * @throws Failure `otp_delivery_failed`, `otp_delivery_unavailable`
 */
export async function handOver(platform: Needs, tenantId: string, pending: PendingCode): Promise<void> {
  const { channel, sentTo } = pending.sent;
  let providerMessageId: string | null;
  try {
    providerMessageId = await carry(platform, pending);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    platform.log.warn({ order: pending.orderId, channel, error: error.code }, "a code could not be sent");
    await conclude(platform, tenantId, pending, { reason: error.code });
    throw deliveryFailure(error, sentTo);
  }
  await conclude(platform, tenantId, pending, { providerMessageId });
  if (pending.test === "bounced") {
    const at = platform.clock.now();
    await recordDelivery(platform, { reference: pending.message.reference, state: "bounced", at });
  }
}

/** @returns the provider's own id of the message; null for a test address, which no provider carries to */
async function carry(platform: Needs, { test, message, sent }: PendingCode): Promise<string | null> {
  if (test === "rejected" || test === "unavailable") {
    throw new DeliveryError(test, `A test address that is ${test}.`);
  }
  if (test === "slow") await pause(slowMs);
  if (test !== null) return null;
  const { providerMessageId } =
    sent.channel === "email"
      ? await requireChannel(platform, "email").send(codeEmail(message, platform.mailFrom))
      : await requireChannel(platform, "sms").send(codeSms(message));
  return providerMessageId;
}

async function conclude(
  platform: Needs,
  tenantId: string,
  { orderId, signerId, message, sent }: PendingCode,
  outcome: { readonly providerMessageId: string | null } | { readonly reason: string },
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const failed = "reason" in outcome;
    // The second waits for the first, which takes the lock.
    const [{ end, signer }, concluded] = await Promise.all([
      lockChain(transaction, orderId, signerId),
      failed
        ? moveCode(transaction, message.id, ["sending"], "failed")
        : markSent(transaction, message.id, outcome.providerMessageId),
    ]);
    // Replaced meanwhile: the sweeper thought this process dead, and a newer code is on its way.
    if (!concluded) return;
    const data = { otp: publicId("otp", message.id), channel: sent.channel };
    const event: Pick<NewEvent, "type" | "data"> = failed
      ? { type: "code.send_failed", data: { ...data, reason: outcome.reason } }
      : { type: "code.sent", data: { ...data, provider_message_id: outcome.providerMessageId } };
    await appendEvents(platform, transaction.last, end, [
      { ...event, actor: { kind: "system" }, signer, personal: { to: message.to, masked: sent.sentTo } },
    ]);
  });
}

function deliveryFailure(error: DeliveryError, sentTo: string): Failure {
  return error.code === "rejected"
    ? new Failure("otp_delivery_failed", `The code could not be delivered to ${sentTo}.`, { cause: error })
    : new Failure("otp_delivery_unavailable", "The code could not be sent just now; try again in a moment.", {
        cause: error,
        extensions: { retry_after: 5 },
      });
}

/** @throws Failure `channel_not_configured` */
export function requireChannel(platform: Needs, channel: "email"): NonNullable<Needs["mailer"]>;
export function requireChannel(platform: Needs, channel: "sms"): NonNullable<Needs["smsSender"]>;
export function requireChannel(platform: Needs, channel: Channel): object;
export function requireChannel(platform: Needs, channel: Channel): object {
  const provider = channel === "email" ? platform.mailer : platform.smsSender;
  if (!provider) {
    throw new Failure(
      "channel_not_configured",
      `No provider for codes by ${channel} is configured on this server.`,
    );
  }
  return provider;
}
