import type { Caller } from "../apiKeys/caller.js";
import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { performSeal } from "../sealing/performSeal.js";
import { everybodyDone } from "../signers/signingOrder.js";
import type { Order, OrderWithParts, Signer } from "./order.js";
import { lockOrder, readOrder, readSigners, withParts } from "./orderRows.js";

/** What a use case needs that changes an order and may be the last thing that it waited for. */
export type ChangeNeeds = Parameters<typeof performSeal>[0];

/** What a change did. */
export interface Change {
  /** Its lines of the audit trail, in order. */
  readonly events: readonly NewEvent[];
  /** Everybody is done by it: the order is to be sealed. */
  readonly allDone?: boolean;
}

/**
 * One change of one order by its tenant: locked, changed, told in its audit trail and answered in one transaction.
 * @param present turns the order into the answer that a repeat of the request shall get as well
 * @param change is given the order and all of its signers, under the lock
 * @throws Failure `not_found`, and those of the change
 */
export async function changeOrder<View>(
  platform: ChangeNeeds,
  caller: Caller,
  orderId: string,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  change: (transaction: Transaction, order: Order, signers: readonly Signer[]) => Promise<Change>,
): Promise<Outcome<View>> {
  let toSeal = false;
  const outcome = await platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const order = await lockOrder(transaction, orderId, caller.mode);
      const { events, allDone } = await change(transaction, order, await readSigners(transaction, [orderId]));
      if (events.length > 0) await appendEvents(platform, transaction, endOf(order), events);
      toSeal = allDone === true;
      const [whole] = await withParts(transaction, [await readOrder(transaction, orderId)]);
      return present(whole!);
    }),
  );
  // What fails is logged, and tried again by the sweeper: the change is made.
  if (toSeal) await performSeal(platform, caller.tenantId, orderId).catch(() => undefined);
  return outcome;
}

/** Whether all signers are done and only the sealing is left; from then on nothing can be changed. */
export function isBeingSealed(order: Pick<Order, "state">, signers: readonly Signer[]): boolean {
  return order.state === "in_progress" && everybodyDone(signers);
}
