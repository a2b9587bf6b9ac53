import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { type Order, orderNow, type Signer } from "../orders/order.js";
import { lockOrder, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import { type MessageRow, readNewestMessage } from "./messageRows.js";
import { queueReminders } from "./queue.js";
import { isAwaited, nextReminderAt } from "./reminders.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** Seconds between two reminders that a caller asks for. */
const pauseSeconds = 3600;

/**
 * The sweeper's part: reminds a signer whose reminder is due. Nothing is sent when the order has ended, the signer has
 * acted, or another process was first.
 * @returns whether there was anything to do
 */
export async function remindDue(platform: Needs, tenantId: string, signerId: string): Promise<boolean> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const row = await transaction.one<{ orderId: string }>(
      `SELECT order_id AS "orderId" FROM signers WHERE tenant_id = :tenant AND id = :signerId`,
      { signerId },
    );
    if (!row) return false;
    const [order, signers] = await Promise.all([
      lockOrder(transaction, row.orderId),
      readSigners(transaction, [row.orderId]),
    ]);
    const now = platform.clock.now();
    const signer = signers.find(({ id }) => id === signerId);
    if (!signer?.nextReminderAt || signer.nextReminderAt > now) return false;
    const inTime = isRunning(order.state) && order.expiresAt > orderNow(order, now);
    const mostSent = signer.remindersSent >= (order.reminderCount ?? 0);
    if (!inTime || !isAwaited(signer) || mostSent) {
      await setReminders(transaction, signer, signer.remindersSent, null);
      return true;
    }
    const sent = signer.remindersSent + 1;
    await setReminders(transaction, signer, sent, nextReminderAt(order, sent, now));
    await remind(platform, transaction, order, signer, {
      actor: { kind: "system" },
      data: { automatic: true, number: sent },
    });
    return true;
  });
}

/**
 * Reminds a signer because the tenant asks for it, once an hour at most. Those that go by themselves are counted from
 * it on, so that nobody gets two on one day.
 * @throws Failure `rate_limited`, `order_state_conflict` where the order writes to nobody, `signer_not_signing` for a
 * signer without an address, and those of a signer who may not act
 */
export async function remindOnDemand<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  signerId: string,
  idempotency: IdempotencyKey | null,
  present: (message: MessageRow) => View,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const now = platform.clock.now();
      const { order, signer } = await lockActingSigner(transaction, orderId, signerId, now, caller.mode);
      if (!order.notify) {
        throw new Failure(
          "order_state_conflict",
          "The order has notify false: its messages are its caller's own.",
        );
      }
      if (signer.email === null && signer.phone === null) {
        throw new Failure(
          "signer_not_signing",
          "This signer has neither an e-mail address nor a phone number.",
        );
      }
      requirePause(await readNewestMessage(transaction, orderId, signerId, "reminder"), now);
      if (signer.nextReminderAt !== null) {
        const next = nextReminderAt(order, signer.remindersSent, now);
        await setReminders(transaction, signer, signer.remindersSent, next);
      }
      await remind(platform, transaction, order, signer, {
        actor: actorOf(caller),
        data: { automatic: false },
      });
      return present((await readNewestMessage(transaction, orderId, signerId, "reminder"))!);
    }),
  );
}

function requirePause(newest: MessageRow | null, now: Date): void {
  if (!newest) return;
  const wait = Math.ceil((newest.createdAt.getTime() + pauseSeconds * 1000 - now.getTime()) / 1000);
  if (wait > 0) {
    throw new Failure(
      "rate_limited",
      `This signer was reminded less than an hour ago; again in ${wait} seconds.`,
      { extensions: { limit: 1, retry_after: wait } },
    );
  }
}

async function remind(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signer: Signer,
  event: Pick<NewEvent, "actor" | "data">,
): Promise<void> {
  if ((await queueReminders(platform, transaction, order, [signer])) === 0) return;
  await appendEvents(platform, transaction, endOf(order), [{ type: "reminder.sent", signer, ...event }]);
}

async function setReminders(
  transaction: Transaction,
  signer: Signer,
  sent: number,
  next: Date | null,
): Promise<void> {
  await transaction.query(
    `UPDATE signers SET reminders_sent = :sent, next_reminder_at = :next
     WHERE tenant_id = :tenant AND id = :id AND reminders_sent = :before`,
    { id: signer.id, before: signer.remindersSent, sent, next },
  );
}
