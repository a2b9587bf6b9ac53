import type { Caller } from "../apiKeys/caller.js";
import { readEvidenceTerms } from "../evidence/evidenceState.js";
import { requireEvidence } from "../evidence/requireEvidence.js";
import { notFound } from "../failure/failure.js";
import { lockOrder, readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { checkUrl } from "../webhooks/endpoints/checkUrl.js";
import type { Callback } from "./callback.js";
import { cancelDeliveries, deleteCallbackRow, findCallback, moveDeliveries } from "./callbackRows.js";
import { type NewCallback, writeCallback } from "./newCallback.js";

/** @throws Failure `not_found` where there is no such order, or it has no callback */
export async function getCallback(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  orderId: string,
): Promise<Callback> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    await readOrder(transaction, orderId, mode);
    const callback = await findCallback(transaction, orderId);
    if (callback === null) throw notFound("callback");
    return callback;
  });
}

/**
 * Gives an order a callback, or another one in place of its own, whether it runs or has ended. What waits to be told
 * goes to the new one, in its form, when it is tried next; what was told is not told again.
 * @throws Failure `not_found`, `field_invalid`; `evidence_removed` of an order that was purged, whose callback nothing
 * would ever delete
 */
export async function putCallback(
  platform: Pick<Platform, "database" | "outboundHttp" | "callbackForms" | "clock" | "random" | "secretBox">,
  { tenantId, mode }: Caller,
  orderId: string,
  callback: NewCallback,
): Promise<Callback> {
  await checkUrl(platform, mode, callback.url, "url");
  return platform.database.withTenant(tenantId, async (transaction) => {
    // Under the order's lock no event of it is told meanwhile.
    const order = await lockOrder(transaction, orderId, mode);
    const [before, terms] = await Promise.all([
      findCallback(transaction, orderId),
      readEvidenceTerms(transaction, orderId),
    ]);
    requireEvidence(terms);
    const written = await writeCallback(platform, transaction, order, callback, platform.clock.now());
    if (before === null) return written;
    await moveDeliveries(transaction, written);
    return { ...written, createdAt: before.createdAt };
  });
}

/**
 * Takes an order's callback away: nothing that waits is told it any more. What came of earlier requests stays to be read.
 * @throws Failure `not_found` where there is no such order, or it has no callback
 */
export async function deleteCallback(
  platform: Pick<Platform, "database" | "clock">,
  { tenantId, mode }: Caller,
  orderId: string,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    await lockOrder(transaction, orderId, mode);
    if (!(await deleteCallbackRow(transaction, orderId))) throw notFound("callback");
    await cancelDeliveries(transaction, orderId, platform.clock.now());
  });
}
