import type { Writer } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import { fanOut, somethingOwed } from "./fanOut.js";
import { type NewNotification, notificationRow } from "./notification.js";

/**
 * Tells whoever listens of something that is no line of an audit trail, in the transaction of the change. Lines of
 * audit trails tell of themselves (`appendEvents`).
 */
export async function notify(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Writer,
  notification: NewNotification,
): Promise<void> {
  const time = platform.clock.now();
  await transaction.announcing("webhooks", statement, {
    rows: JSON.stringify([notificationRow(platform, notification, time)]),
    mode: notification.mode,
    orderId: notification.orderId ?? null,
    time,
  });
}

const statement = `
  WITH told AS (
    SELECT notification, type, sequence, payload FROM jsonb_to_recordset(:rows::jsonb)
      AS t (notification uuid, type text, sequence integer, payload text)
  ), ${fanOut}
  SELECT ${somethingOwed}`;
