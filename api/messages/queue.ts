import type { Transaction } from "../database/transaction.js";
import { newUuid } from "../ids/id.js";
import type { Order, Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import type { MessageKind } from "./message.js";
import { insertMessages, type NewMessage } from "./messageRows.js";

type Needs = Pick<Platform, "clock" | "random">;

/**
 * Messages are asked for in the transaction of the change that they tell of, as rows, and sent after it has committed.
 * Nobody is written to where the order's caller does that itself, and nobody without an address. Each function
 * resolves to how many messages will be sent.
 */

/** Asks those whose turn has come. @param signers they alone, each just invited */
export async function queueInvitations(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
): Promise<number> {
  const asked = signers.filter((signer) => signer.role !== "copy");
  if (!order.notify || asked.length === 0) return 0;
  const named = order.delegation ? await namedByOthers(transaction, order.id, asked) : new Set();
  return queue(platform, transaction, order, asked, (signer) =>
    named.has(signer.id) ? "delegated" : "invitation",
  );
}

/** Ids of those of the signers who act in the place of one who named them. */
async function namedByOthers(
  transaction: Transaction,
  orderId: string,
  signers: readonly Signer[],
): Promise<Set<string>> {
  const named = await transaction.query<{ id: string }>(
    `SELECT replaced_by AS id FROM signers
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'delegated' AND replaced_by = ANY(:ids::uuid[])`,
    { orderId, ids: signers.map(({ id }) => id) },
  );
  return new Set(named.map(({ id }) => id));
}

/** Sends those whose link has changed the new one. @param signers they alone, and only those who are to act now */
export async function queueLinkChanged(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
): Promise<number> {
  return queue(platform, transaction, order, signers, () => "link_changed");
}

/** Reminds signers who are to act. @param signers they alone */
export async function queueReminders(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
): Promise<number> {
  return queue(platform, transaction, order, signers, () => "reminder");
}

/** Tells signers who were taken off that there is nothing more for them to do. @param signers they alone */
export async function queueRemoved(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
): Promise<number> {
  return queue(platform, transaction, order, signers.filter(wasInvited), () => "removed");
}

/**
 * Tells those who were invited that the order has ended, and the sender, unless it was the sender who ended it.
 * @param signers all of the order
 */
export async function queueEndMessages(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  end: "refused" | "cancelled" | "expired" | "failed",
): Promise<number> {
  // Whoever refused knows.
  const told = signers.filter(
    (signer) => wasInvited(signer) && isPresent(signer) && signer.state !== "refused",
  );
  const count = await queue(platform, transaction, order, told, () => end);
  return end === "cancelled" ? count : count + (await queueToSender(platform, transaction, order, end));
}

/** Tells signers, copies and the sender that everybody has signed. @param signers all of the order */
export async function queueCompleted(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
): Promise<number> {
  const [toSigners, toSender] = await Promise.all([
    queue(platform, transaction, withSigned(order), toldWhenSigned(order, signers), () => "completed"),
    queueToSender(platform, transaction, order, "completed"),
  ]);
  return toSigners + toSender;
}

/** An order that mails the signed documents writes to its signers for once. */
function withSigned(order: Order): Order {
  return { ...order, notify: order.notify || order.mailDocuments };
}

function toldWhenSigned(order: Order, signers: readonly Signer[]): Signer[] {
  // A text message takes no documents along.
  return signers.filter((signer) => isPresent(signer) && (order.notify || signer.email !== null));
}

async function queue(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  kindOf: (signer: Signer) => MessageKind,
): Promise<number> {
  if (!order.notify) return 0;
  const messages: NewMessage[] = signers
    .filter((signer) => signer.email !== null || signer.phone !== null)
    .map((signer) => ({
      id: newUuid(platform.clock, platform.random),
      signerId: signer.id,
      kind: kindOf(signer),
      channel: signer.email === null ? "sms" : "email",
    }));
  if (messages.length === 0) return 0;
  await insertMessages(transaction, order.id, messages, platform.clock.now());
  transaction.announce("messages");
  return messages.length;
}

/** Where the order names no sender's address, the profile's for notices takes its place, if there is one. */
async function queueToSender(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  kind: MessageKind,
): Promise<number> {
  if (!order.notify || (order.senderEmail === null && order.profileId === null)) return 0;
  const written = await transaction.query(
    `INSERT INTO messages (tenant_id, id, order_id, signer_id, kind, channel, state, created_at, lease_until)
     SELECT :tenant, :id::uuid, :orderId::uuid, NULL, :kind::text, 'email', 'pending', :now::timestamptz, :now::timestamptz
     WHERE :named::boolean OR EXISTS (
       SELECT FROM profiles WHERE tenant_id = :tenant AND id = :profileId AND jsonb_exists(sender, 'notices_to'))
     RETURNING id`,
    {
      id: newUuid(platform.clock, platform.random),
      orderId: order.id,
      kind,
      now: platform.clock.now(),
      named: order.senderEmail !== null,
      profileId: order.profileId,
    },
  );
  if (written.length > 0) transaction.announce("messages");
  return written.length;
}

function wasInvited(signer: Signer): boolean {
  return signer.invitedAt !== null && signer.role !== "copy";
}

function isPresent(signer: Signer): boolean {
  return signer.state !== "removed" && signer.state !== "delegated";
}
