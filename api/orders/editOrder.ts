import type { Json } from "../../engine/hashchain/canonicalJson.js";
import type { Caller } from "../apiKeys/caller.js";
import { actorOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { IdempotencyKey, Outcome } from "../idempotency/once.js";
import { publicId } from "../ids/id.js";
import { dayMs, firstReminderAt, isAwaited } from "../messages/reminders.js";
import type { OtpSettings } from "../otp/settings.js";
import type { Platform } from "../platform.js";
import { applyProfile } from "../profiles/applyProfile.js";
import { checkTerms, type RequestedTerms } from "../retention/terms.js";
import { replaceTerms } from "../search/orderTerms.js";
import { setReminders } from "../signers/signerRows.js";
import { type ChangeNeeds, changeOrder, isBeingSealed } from "./changeOrder.js";
import { requireInTime, requireMove } from "./moveOrder.js";
import { checkLabels, checkMetadata } from "./newOrder.js";
import type { Order, OrderWithParts, Signer } from "./order.js";
import { readDocuments } from "./orderRows.js";

/** What a caller changes of an order; what is undefined stays as it is. */
export interface OrderEdit {
  readonly title?: string | undefined;
  readonly message?: string | null | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly externalId?: string | null | undefined;
  /** Null: no reminders any more. */
  readonly reminders?: { readonly days: number; readonly count: number } | null | undefined;
  /** Before anybody has opened the order. */
  readonly retention?: RequestedTerms | undefined;
  /** Code or public id of another application profile; null: the default one of the order's mode. */
  readonly profile?: string | null | undefined;
}

/**
 * Changes what an order says of itself; its title and its message only while it is a draft, because signers have been
 * told of them.
 * @throws Failure `order_state_conflict`, `field_invalid`
 */
export async function editOrder<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  edit: OrderEdit,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  return changeOrder(
    platform,
    caller,
    orderId,
    idempotency,
    present,
    async (transaction, order, signers) => ({
      events: await applyEdit(platform, transaction, caller, order, signers, edit),
    }),
  );
}

/**
 * As `editOrder`, in the transaction of another change of the same order.
 * @param order locked
 * @returns the line of its audit trail, or none where nothing is changed
 * @throws Failure `order_state_conflict`, `field_invalid`
 */
export async function applyEdit(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  caller: Caller,
  order: Order,
  signers: readonly Signer[],
  edit: OrderEdit,
): Promise<NewEvent[]> {
  checkLabels(edit.labels ?? []);
  checkMetadata(edit.metadata ?? {});
  const now = platform.clock.now();
  requireMove(order, "change", isBeingSealed(order, signers));
  requireInTime(order, now);
  requireDraftFor(order, edit);
  requireUnopened(order, edit);
  const after = { ...edited(order, edit), ...(await otherProfile(transaction, order, signers, edit)) };
  const changed = (Object.keys(edit) as (keyof OrderEdit)[]).filter(
    (field) => edit[field] !== undefined && (field !== "profile" || after.profileId !== order.profileId),
  );
  if (changed.length === 0) return [];
  if (edit.retention !== undefined) {
    const { retainDocuments: documents, retainEvidence: evidence, archive } = after;
    checkTerms({ documents, evidence, archive }, "retention");
  }
  await updateOrder(transaction, after);
  const documents = await readDocuments(transaction, [order.id]);
  await replaceTerms(transaction, order.id, order.mode, { ...after, signers, documents });
  if (edit.reminders !== undefined) await remindAnew(transaction, order, after, signers, now);
  const names = changed.map((field) => (field === "externalId" ? "external_id" : field));
  const data = { fields: names, ...told(edit, after) };
  return [{ type: "order.changed", actor: actorOf(caller), data }];
}

/** @throws Failure `field_invalid` for a profile that there is not, or that the order's codes do not go with */
async function otherProfile(
  transaction: Transaction,
  { mode, otp }: Order,
  signers: readonly Signer[],
  { profile }: OrderEdit,
): Promise<Pick<Order, "profileId"> | null> {
  if (profile === undefined) return null;
  const asked = { profile, otp: otp as OtpSettings | null, reminders: null, signers };
  return { profileId: (await applyProfile(transaction, mode, asked)).profileId };
}

/** What the audit trail told of the order when it was made, as it is from now on. */
function told(edit: OrderEdit, after: Order): Record<string, Json> {
  return {
    ...(edit.title !== undefined && { title: after.title }),
    ...(edit.profile !== undefined && { profile: after.profileId && publicId("prf", after.profileId) }),
    ...(edit.reminders !== undefined && {
      reminder_days: after.reminderDays,
      reminder_count: after.reminderCount,
    }),
    ...(edit.retention !== undefined && {
      retain_documents: after.retainDocuments,
      retain_evidence: after.retainEvidence,
      archive: after.archive,
    }),
  };
}

/** @throws Failure `order_state_conflict` */
function requireDraftFor(order: Order, edit: OrderEdit): void {
  const field = edit.title !== undefined ? "title" : edit.message !== undefined ? "message" : null;
  if (field === null || order.state === "draft") return;
  throw new Failure(
    "order_state_conflict",
    `The order is ${order.state}; ${field} changes in a draft only.`,
    {
      param: field,
      extensions: { state: order.state },
    },
  );
}

/** What signers have begun to act on is kept as they were told. @throws Failure `order_state_conflict` */
function requireUnopened(order: Order, edit: OrderEdit): void {
  if (edit.retention === undefined || order.state === "draft" || order.state === "ready") return;
  throw new Failure(
    "order_state_conflict",
    `The order is ${order.state}; retention changes before it is opened only.`,
    { param: "retention", extensions: { state: order.state } },
  );
}

function edited(order: Order, edit: OrderEdit): Order {
  const { reminders, retention } = edit;
  return {
    ...order,
    title: edit.title ?? order.title,
    message: edit.message === undefined ? order.message : edit.message,
    labels: edit.labels ?? order.labels,
    metadata: edit.metadata ?? order.metadata,
    externalId: edit.externalId === undefined ? order.externalId : edit.externalId,
    ...(reminders !== undefined && {
      reminderDays: reminders?.days ?? null,
      reminderCount: reminders?.count ?? null,
    }),
    retainDocuments: retention?.documents ?? order.retainDocuments,
    retainEvidence: retention?.evidence ?? order.retainEvidence,
    archive: retention?.archive ?? order.archive,
  };
}

async function updateOrder(transaction: Transaction, order: Order): Promise<void> {
  await transaction.query(
    `UPDATE orders SET title = :title, message = :message, labels = :labels::text[], metadata = :metadata::jsonb,
       external_id = :externalId, profile_id = :profileId, reminder_days = :reminderDays, reminder_count = :reminderCount,
       retain_documents = :retainDocuments, retain_evidence = :retainEvidence, archive = :archive
     WHERE tenant_id = :tenant AND id = :id`,
    { ...order, metadata: JSON.stringify(order.metadata) },
  );
}

/** Those whose turn it is are reminded as the order says now. */
async function remindAnew(
  transaction: Transaction,
  before: Order,
  after: Order,
  signers: readonly Signer[],
  now: Date,
): Promise<void> {
  const reminders = new Map<string, Date | null>();
  for (const signer of signers) {
    if (isAwaited(signer)) reminders.set(signer.id, nextUnder(before, after, signer, now));
  }
  if (reminders.size > 0) await setReminders(transaction, reminders);
}

/** Counted from what the one before was counted from; from now where there was none, so that nobody is written to at once. */
function nextUnder(before: Order, after: Order, signer: Signer, now: Date): Date | null {
  if (signer.remindersSent >= (after.reminderCount ?? 0)) return null;
  const { nextReminderAt } = signer;
  if (nextReminderAt === null || before.reminderDays === null) return firstReminderAt(after, now);
  return firstReminderAt(after, new Date(nextReminderAt.getTime() - before.reminderDays * dayMs));
}
