import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import { deliveryReference } from "../delivery/reference.js";
import { countSend } from "../delivery/sendCaps.js";
import { testDelivery } from "../delivery/testAddresses.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { type Delivery, DeliveryError } from "../ports/delivery.js";
import { retryPause } from "../work/retryAt.js";
import { signedDocuments } from "./attachments.js";
import { type Circumstances, readCircumstances } from "./circumstances.js";
import type { Message } from "./message.js";
import { claimMessages, concludeMessages, type Outcome } from "./messageRows.js";
import { type Written, write } from "./write.js";

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "mailer"
  | "smsSender"
  | "mailFrom"
  | "publicUrl"
  | "secretBox"
  | "clock"
  | "random"
  | "log"
  | "limits"
>;

/** Messages of one order that are taken up together, and how many of them are handed over at a time. */
const together = 10;
const atATime = 4;
/** Longer than handing all of them over can take, by the providers' own time limits. */
const leaseSeconds = 180;
const giveUpDays = 3;

/**
 * Sends an order's messages that are due. May run twice, in two processes at once: each message is taken up by one of
 * them. Where a process dies between handing a message over and recording that, it is handed over again under the same
 * id, by which those who carry it can know it.
 * @returns how many came to an end
 */
export async function deliverMessages(platform: Needs, tenantId: string, orderId: string): Promise<number> {
  const now = platform.clock.now();
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const [messages, found] = await platform.database.withTenant(tenantId, (transaction) =>
    Promise.all([
      claimMessages(transaction, orderId, together, now, leaseUntil),
      readCircumstances(transaction, orderId),
    ]),
  );
  if (messages.length === 0) return 0;
  const attachments = messages.some(({ kind }) => kind === "completed")
    ? await signedDocuments(platform, tenantId, found)
    : [];
  const circumstances = { ...found, attachments };
  const outcomes: Tried[] = [];
  const waiting = [...messages];
  const work = async () => {
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      outcomes.push(await tryMessage(platform, tenantId, circumstances, message));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, messages.length) }, work));
  await record(platform, tenantId, circumstances, outcomes);
  return outcomes.filter(({ state }) => state !== "pending").length;
}

/** What became of a message, and where it went. */
interface Tried extends Outcome {
  readonly to: string | null;
}

async function tryMessage(
  platform: Needs,
  tenantId: string,
  circumstances: Circumstances,
  message: Message,
): Promise<Tried> {
  let to: string | null = null;
  try {
    const written = write(platform, circumstances, message);
    if (written === null) return { message, to, state: "dropped" };
    to = written.content.to;
    const { providerMessageId } = await hand(platform, tenantId, circumstances, written);
    return { message, to, state: "sent", providerMessageId };
  } catch (error) {
    return { message, to, ...afterFailure(platform, message, error) };
  }
}

async function hand(
  platform: Needs,
  tenantId: string,
  { order }: Circumstances,
  { channel, content }: Written,
): Promise<Delivery> {
  const test = testDelivery(order.mode, content.to);
  if (test === "rejected" || test === "unavailable") {
    throw new DeliveryError(test, "A test address for which this is what happens.");
  }
  if (test !== null) return { providerMessageId: null };
  const reference = deliveryReference(platform, "message", tenantId, content.id);
  if (channel === "email") {
    if (!platform.mailer) throw new DeliveryError("rejected", "No e-mail provider is configured.");
    return platform.mailer.send({ ...content, reference });
  }
  if (!platform.smsSender) throw new DeliveryError("rejected", "No SMS provider is configured.");
  await platform.database.withTenant(tenantId, (transaction) => countSend(platform, transaction, content.to));
  return platform.smsSender.send({ ...content, reference });
}

/** Tries again, later each time, for three days; what is refused for good is not tried again. */
function afterFailure(
  platform: Needs,
  message: Message,
  error: unknown,
): Pick<Outcome, "state" | "retryAt" | "error"> {
  const reason = error instanceof DeliveryError || error instanceof Failure ? error.code : "fault";
  platform.log.warn({ message: message.id, kind: message.kind, error }, "a message could not be sent");
  const now = platform.clock.now().getTime();
  const isOld = now - message.createdAt.getTime() > giveUpDays * 86_400_000;
  if (reason === "rejected" || isOld) return { state: "failed", error: reason };
  const asked = error instanceof Failure ? Number(error.extensions["retry_after"] ?? 0) : 0;
  const pause = Math.max(asked, retryPause(message.attempts));
  return { state: "pending", retryAt: new Date(now + pause * 1000), error: reason };
}

async function record(
  platform: Needs,
  tenantId: string,
  circumstances: Circumstances,
  outcomes: readonly Tried[],
): Promise<void> {
  const now = platform.clock.now();
  await platform.database.withTenant(tenantId, async (transaction) => {
    const [order, recorded] = await Promise.all([
      lockOrder(transaction, circumstances.order.id),
      concludeMessages(transaction, outcomes, now),
    ]);
    const events = outcomes
      .filter(({ message, state }) => recorded.has(message.id) && (state === "sent" || state === "failed"))
      .map((outcome) => eventOf(circumstances, outcome));
    if (events.length > 0) await appendEvents(platform, transaction.last, endOf(order), events);
  });
}

function eventOf(
  { signers }: Circumstances,
  { message, state, to, providerMessageId, error }: Tried,
): NewEvent {
  const signer = signers.find(({ id }) => id === message.signerId);
  return {
    type: state === "sent" ? "message.sent" : "message.failed",
    actor: { kind: "system" },
    data: {
      message: publicId("msg", message.id),
      kind: message.kind,
      channel: message.channel,
      ...(signer === undefined && { to: "sender" }),
      ...(state === "sent"
        ? { provider_message_id: providerMessageId ?? null }
        : { reason: error ?? "fault" }),
    },
    ...(signer && { signer, personal: { to } }),
  };
}
