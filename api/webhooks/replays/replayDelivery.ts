import type { Caller, Mode } from "../../apiKeys/caller.js";
import { readCallbacks } from "../../callbacks/callbackRows.js";
import type { Transaction } from "../../database/transaction.js";
import { notFound } from "../../failure/failure.js";
import { type IdempotencyKey, type Outcome, once } from "../../idempotency/once.js";
import type { Platform } from "../../platform.js";
import type { Delivery } from "../history/delivery.js";
import { findDelivery } from "../history/deliveryRows.js";
import { keptSince } from "../history/keptDays.js";
import { findNotification, type WholeNotification } from "../history/notificationRows.js";
import { requireOrder } from "../history/requireDestination.js";
import { requireReplayable } from "./requireReplayable.js";
import { takenUp } from "./takeUp.js";

/** To whom one notification is to be told once more. */
export interface ReplayedDelivery {
  readonly kind: "endpoint" | "callback";
  /** UUID of the endpoint, or of the order whose callback it is. */
  readonly destination: string;
  readonly notificationId: string;
}

type Needs = Pick<Platform, "database" | "clock" | "secretBox">;

/**
 * Has a notification told to a destination once more, or for the first time where it was never owed to it: it is due
 * now, with the whole schedule before it and the same `webhook-id`. One that is on its way already stays one.
 * @throws Failure `not_found`, `endpoint_disabled`
 */
export async function replayDelivery<View>(
  platform: Needs,
  caller: Caller,
  wanted: ReplayedDelivery,
  idempotency: IdempotencyKey | null,
  present: (delivery: Delivery) => View,
): Promise<Outcome<View>> {
  const { destination, notificationId, kind } = wanted;
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      const now = platform.clock.now();
      const notification = await findNotification(transaction, caller.mode, notificationId);
      const lane =
        kind === "endpoint"
          ? (await requireReplayable(transaction, caller.mode, destination)).id
          : await laneOfCallback(transaction, caller.mode, destination, notification);
      if (notification === null || notification.occurredAt <= keptSince(now)) throw notFound("notification");
      await transaction.query(statement, { ...wanted, lane, now }).catch(refuseForgotten);
      transaction.announce("webhooks");
      return present((await findDelivery(transaction, destination, notificationId))!);
    }),
  );
}

const statement = `
  INSERT INTO webhook_deliveries AS d (tenant_id, destination, notification_id, kind, lane, state, due_at, created_at)
  VALUES (:tenant, :destination, :notificationId, :kind, :lane, 'pending', :now, :now)
  ON CONFLICT (tenant_id, destination, notification_id) DO UPDATE SET ${takenUp}`;

/** What was found is forgotten or purged by now, which the delivery's foreign key says. @throws Failure `not_found` */
function refuseForgotten(error: unknown): never {
  const isForgotten = error instanceof Error && "code" in error && error.code === foreignKeyViolation;
  throw isForgotten ? notFound("notification") : error;
}

/** PostgreSQL, appendix A, class 23. */
const foreignKeyViolation = "23503";

/** An order's callback is told of that order alone. @throws Failure `not_found` */
async function laneOfCallback(
  transaction: Transaction,
  mode: Mode,
  orderId: string,
  notification: WholeNotification | null,
): Promise<string> {
  const [, [callback]] = await Promise.all([
    requireOrder(transaction, mode, orderId),
    readCallbacks(transaction, [orderId]),
  ]);
  if (callback === undefined) throw notFound("callback");
  if (notification?.orderId !== orderId) throw notFound("notification");
  return callback.lane;
}
