import type { Json } from "../../engine/hashchain/canonicalJson.js";
import { appendEvents, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Channel } from "../orders/order.js";
import type { Platform } from "../platform.js";
import type { DeliveryReport } from "../ports/deliveryReports.js";
import { lockOrderChain } from "../signers/lockChain.js";
import { type MessageReference, readReference } from "./reference.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** A message that a report is about. */
interface Reported {
  readonly orderId: string;
  readonly signerId: string | null;
  readonly channel: Channel;
  /** What it was sent for; null for a code. */
  readonly kind: string | null;
}

/**
 * Records what a provider says became of a message, and tells of it in the order's trail. Reports come late, twice and
 * in any order: only one that goes further than what is known changes anything, and a bounce goes further than a
 * delivery, because mail servers take in what they then return.
 * @returns whether it was news
 */
export async function recordDelivery(platform: Needs, report: DeliveryReport): Promise<boolean> {
  const reference = readReference(platform, report.reference);
  if (reference === null) return false;
  return platform.database.withTenant(reference.tenantId, async (transaction) => {
    const reported = await readReported(transaction, reference);
    if (reported === null) return false;
    const now = platform.clock.now();
    const at = report.at === null || report.at > now ? now : report.at;
    const [{ end, signer }, changed] = await Promise.all([
      lockOrderChain(transaction, reported.orderId, reported.signerId),
      advance(transaction, reference, report.state, at),
    ]);
    if (!changed) return false;
    // That the provider has taken it is known from its answer.
    if (report.state === "accepted") return true;
    const data: Record<string, Json> = {
      channel: reported.channel,
      state: report.state,
      at: at.toISOString(),
    };
    const event: Pick<NewEvent, "type" | "data"> =
      reported.kind === null
        ? { type: "code.delivery", data: { otp: publicId("otp", reference.id), ...data } }
        : {
            type: "message.delivery",
            data: { message: publicId("msg", reference.id), kind: reported.kind, ...data },
          };
    await appendEvents(platform, transaction, end, [
      { ...event, actor: { kind: "system" }, ...(signer && { signer }) },
    ]);
    return true;
  });
}

async function readReported(
  transaction: Transaction,
  { kind, id }: MessageReference,
): Promise<Reported | null> {
  return transaction.one<Reported>(
    kind === "code"
      ? `SELECT order_id AS "orderId", signer_id AS "signerId", channel, NULL AS kind
         FROM otp_codes WHERE tenant_id = :tenant AND id = :id`
      : `SELECT order_id AS "orderId", signer_id AS "signerId", channel, kind
         FROM messages WHERE tenant_id = :tenant AND id = :id`,
    { id },
  );
}

const order = "ARRAY['accepted', 'deferred', 'delivered', 'undelivered', 'bounced']";

/** @returns whether the message had not come that far */
async function advance(
  transaction: Transaction,
  { kind, id }: MessageReference,
  state: DeliveryReport["state"],
  at: Date,
): Promise<boolean> {
  const moved = await transaction.one(
    `UPDATE ${kind === "code" ? "otp_codes" : "messages"} SET delivery = :state, delivery_at = :at
     WHERE tenant_id = :tenant AND id = :id
       AND (delivery IS NULL OR array_position(${order}, delivery) < array_position(${order}, :state::text))
     RETURNING id`,
    { id, state, at },
  );
  return moved !== null;
}
