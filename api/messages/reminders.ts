import type { Order, Signer } from "../orders/order.js";

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/**
 * When a signer is reminded first. Real time: a test order's clock that is moved on moves it nearer.
 * @param invitedAt when their turn came
 * @returns null where the order has no reminders
 */
export function firstReminderAt(
  order: Pick<Order, "notify" | "reminderDays" | "reminderCount">,
  invitedAt: Date,
): Date | null {
  if (!order.notify || order.reminderDays === null || (order.reminderCount ?? 0) < 1) return null;
  return new Date(invitedAt.getTime() + order.reminderDays * dayMs);
}

/**
 * When a signer is reminded again, after one more reminder at `now`.
 * @param sent how many they have had by then
 */
export function nextReminderAt(
  order: Pick<Order, "notify" | "reminderDays" | "reminderCount">,
  sent: number,
  now: Date,
): Date | null {
  return sent >= (order.reminderCount ?? 0) ? null : firstReminderAt(order, now);
}

/** Whether a reminder still has a reason: their turn has come, and they have not acted. */
export function isAwaited(signer: Pick<Signer, "state" | "invitedAt" | "role">): boolean {
  const open = signer.state === "waiting" || signer.state === "opened";
  return open && signer.invitedAt !== null && signer.role !== "copy";
}
