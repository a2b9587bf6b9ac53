import type { Transaction } from "../database/transaction.js";
import type { Order } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { type OwnHeaders, sealHeaders } from "../webhooks/endpoints/sealedHeaders.js";
import { requireCallbackSecret } from "../webhooks/signatures/signingSecrets.js";
import type { Callback } from "./callback.js";
import { putCallbackRow } from "./callbackRows.js";
import { callbackLane } from "./lane.js";
import { sealCustom } from "./sealedCustom.js";

/** A callback as a caller asks for it. */
export interface NewCallback extends Pick<Callback, "url" | "form" | "encoding" | "field" | "retries"> {
  /** Null: as the form says. */
  readonly events: readonly string[] | null;
  /** In the clear. */
  readonly own: OwnHeaders;
  /** JSON text, in the clear; null: there is none. */
  readonly custom: string | null;
}

/**
 * Writes an order's callback, in place of the one before, in the transaction that makes the order or changes it: what is
 * told from here on is told it too. Headers, password and what is given back are sealed; there is a secret from now on
 * to sign its requests with.
 * @param createdAt of a new one; one that is replaced keeps its own
 */
export async function writeCallback(
  platform: Pick<Platform, "clock" | "random" | "secretBox" | "callbackForms">,
  transaction: Transaction,
  order: Pick<Order, "id" | "mode">,
  callback: NewCallback,
  createdAt: Date,
): Promise<Callback> {
  const { url, form, encoding, field, retries, events, own, custom } = callback;
  const row: Callback = {
    orderId: order.id,
    url,
    form,
    encoding,
    field,
    retries,
    headers: sealHeaders(platform, order.id, own),
    custom: custom === null ? null : sealCustom(platform, order.id, custom),
    events: events ?? platform.callbackForms[form].events,
    lane: callbackLane(transaction.tenantId, order.mode, url),
    createdAt,
  };
  await Promise.all([
    putCallbackRow(transaction, row),
    requireCallbackSecret(platform, transaction, order.mode),
  ]);
  return row;
}
