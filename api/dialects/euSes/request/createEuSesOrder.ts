import type { Caller } from "../../../apiKeys/caller.js";
import type { IdempotencyKey, Outcome } from "../../../idempotency/once.js";
import { createOrder } from "../../../orders/createOrder.js";
import type { Platform } from "../../../platform.js";
import { writeAsked } from "../askedRows.js";
import type { DocumentDigests } from "../documentDigests.js";
import { type EuSesOrderView, presentEuSesOrder } from "../presentOrder.js";
import { readEuSesOrder, withDigests } from "../readOrder.js";
import { readOrderRequest } from "./readOrderRequest.js";
import { unwrapped } from "./unwrapped.js";

/**
 * Creates an order that is asked for in this dialect.
 * @returns the order as it is now: of a repeated request too, that has changed nothing
 * @throws EuSesFailure, Failure
 */
export async function createEuSesOrder(
  platform: Platform,
  documentDigests: DocumentDigests,
  caller: Caller,
  body: unknown,
  idempotency: IdempotencyKey | null,
): Promise<Outcome<EuSesOrderView>> {
  const { order, asked, digests } = readOrderRequest(platform.limits, unwrapped(body));
  const { value, replayed } = await createOrder(
    platform,
    caller,
    order,
    idempotency,
    (created) => ({ orderId: created.order.id }),
    (transaction, orderId) => writeAsked(transaction, orderId, asked),
  );
  const read = await platform.database.withTenant(caller.tenantId, (transaction) =>
    readEuSesOrder(transaction, value.orderId, caller.mode),
  );
  read.documents.forEach(({ id, position }) => {
    const key = read.rows.find(({ documentId, revision }) => documentId === id && revision === 0)?.objectKey;
    const md5 = digests[position];
    if (key && md5) documentDigests.remember(key, md5);
  });
  const whole = await withDigests(platform.objectStore, documentDigests, read);
  return { value: presentEuSesOrder(platform, whole), replayed };
}
