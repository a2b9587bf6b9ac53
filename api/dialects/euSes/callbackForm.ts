import type { Callback } from "../../callbacks/callback.js";
import type { CallbackForm, ToldNotification } from "../../callbacks/callbackForm.js";
import { retryPauses } from "../../callbacks/retryPauses.js";
import { openCustom } from "../../callbacks/sealedCustom.js";
import type { Transaction } from "../../database/transaction.js";
import { isRunning } from "../../orders/state.js";
import { everybodyDone } from "../../signers/signingOrder.js";
import { DocumentDigests } from "./documentDigests.js";
import { type EuSesOrder, presentEuSesOrder } from "./presentOrder.js";
import { readEuSesOrder, withDigests } from "./readOrder.js";
import { euSesState } from "./state.js";

/** Events by which an order ends. */
const ends = ["order.completed", "order.refused", "order.cancelled", "order.expired", "order.failed"];

/** Events by which somebody has done their part: the first of them changes the state, if it is not the last as well. */
const parts = ["signer.signed", "signer.approved"];

/**
 * What this dialect's `callback.url` is told: the order, at each change of its state. No further try unless the callback
 * asks for some (`retry`, 0 by default); each try has 30 seconds.
 */
export function euSesForm(): CallbackForm {
  const digests = new DocumentDigests();
  return {
    events: ["order.sent", ...parts, ...ends],
    timeoutMs: 30_000,
    pauses: ({ retries }) => retryPauses(retries ?? 0),
    async body(needs, tenantId, callback, notification) {
      const read = await needs.database.withTenant(tenantId, async (transaction) => {
        const order = await readEuSesOrder(transaction, callback.orderId);
        return (await isChange(transaction, order, notification)) ? order : null;
      });
      if (read === null) return null;
      const order = await withDigests(needs.objectStore, digests, read);
      return {
        ...euSesBody(
          callback,
          presentEuSesOrder(needs, order),
          openCustom(needs, callback.orderId, callback.custom),
        ),
        isRendered: true,
      };
    },
  };
}

/**
 * Whether an event has changed the dialect's state, and has not been overtaken: whatever came after it has a notification
 * of its own.
 */
async function isChange(
  transaction: Transaction,
  { order, signers }: Pick<EuSesOrder, "order" | "signers">,
  { type, sequence }: ToldNotification,
): Promise<boolean> {
  if (ends.includes(type)) return true;
  if (!isRunning(order.state)) return false;
  if (type === "order.sent") return euSesState(order, signers) === "WAIT_SIGN";
  if (!parts.includes(type) || everybodyDone(signers)) return false;
  const earlier = await transaction.query(
    `SELECT FROM events
     WHERE tenant_id = :tenant AND order_id = :orderId AND seq < :sequence AND type = ANY(:parts::text[]) LIMIT 1`,
    { orderId: order.id, sequence, parts },
  );
  return earlier.length === 0;
}

/**
 * The body of a request: JSON with two members, or a form with two fields that hold JSON.
 * @param custom JSON text that the caller has given
 */
export function euSesBody(
  { encoding, field }: Pick<Callback, "encoding" | "field">,
  order: unknown,
  custom: string,
): { body: string; contentType: string } {
  const name = field ?? "data";
  const data = JSON.stringify(order);
  return encoding === "form"
    ? {
        body: new URLSearchParams([
          [name, data],
          ["custom", custom],
        ]).toString(),
        contentType: "application/x-www-form-urlencoded",
      }
    : { body: `{${JSON.stringify(name)}:${data},"custom":${custom}}`, contentType: "application/json" };
}
