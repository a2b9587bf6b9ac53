import type { Transaction } from "../database/transaction.js";
import { queueInvitations } from "../messages/queue.js";
import { firstReminderAt } from "../messages/reminders.js";
import type { Order, Signer } from "../orders/order.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { requestSeal } from "../sealing/sealRows.js";
import { markInvited, markNotInvited } from "./signerRows.js";
import { everybodyDone, turnOf } from "./signingOrder.js";

/** What followed from a change. */
export interface Advance {
  /** All signers of the order, as they are now. */
  readonly signers: readonly Signer[];
  /** Everybody is done: the order is to be sealed, with `performSeal`, as soon as this transaction has committed. */
  readonly allDone: boolean;
}

/**
 * Draws the consequences of whatever happened to an order's signers, in the transaction of it and under the lock on
 * the order: those whose turn has come are invited, and when everybody is done the order is to be sealed. To be called
 * after each act and each change; where nothing follows it costs nothing, and calling it twice changes nothing.
 * @param order in the state that it has by now; nothing follows while it is a draft, or once it has ended
 * @param signers all of the order, as they are after the change
 */
export async function advanceOrder(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  now: Date,
): Promise<Advance> {
  if (!isRunning(order.state)) return { signers, allDone: false };
  if (everybodyDone(signers)) {
    await requestSeal(transaction, order.id, now);
    return { signers, allDone: true };
  }
  const invited = signers
    .filter((signer) => signer.invitedAt === null && turnOf(signers, signer) === "now")
    .map((signer) => ({ ...signer, invitedAt: now, nextReminderAt: firstReminderAt(order, now) }));
  // Whoever was invited and has been put into a later group is invited anew when their turn comes.
  const early = signers
    .filter((signer) => signer.invitedAt !== null && turnOf(signers, signer) === "later")
    .map((signer) => ({ ...signer, invitedAt: null, nextReminderAt: null }));
  const reminders = new Map(invited.map((signer) => [signer.id, signer.nextReminderAt]));
  await Promise.all([
    ...(early.length > 0
      ? [
          markNotInvited(
            transaction,
            early.map(({ id }) => id),
          ),
        ]
      : []),
    ...(invited.length > 0
      ? [markInvited(transaction, reminders, now), queueInvitations(platform, transaction, order, invited)]
      : []),
  ]);
  const changed = new Map([...invited, ...early].map((signer) => [signer.id, signer]));
  return { signers: signers.map((signer) => changed.get(signer.id) ?? signer), allDone: false };
}
