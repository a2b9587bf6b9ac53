import type { Caller } from "../../../apiKeys/caller.js";
import type { IdempotencyKey } from "../../../idempotency/once.js";
import { newUuid } from "../../../ids/id.js";
import { createOrder } from "../../../orders/createOrder.js";
import type { Platform } from "../../../platform.js";
import { insertCertSignOrder } from "../certSignRows.js";
import { decimalId } from "../decimalId.js";
import { inTheseWords, orderFields } from "../inTheseWords.js";
import { requireFree, withFreeNumbers } from "../takenId.js";
import { type OrderAnswer, presentOrder } from "./presentOrder.js";
import { readOrderRequest } from "./readOrderRequest.js";

/**
 * createEphemeralOrder: a draft with one signer, whose documents follow.
 * @throws CertSignFailure `EXTERNAL_ID_TAKEN` for an external id that the mode has an order of; Failure
 */
export async function createCertSignOrder(
  platform: Platform,
  caller: Caller,
  body: unknown,
  idempotency: IdempotencyKey | null,
): Promise<OrderAnswer> {
  const { externalId, otp, order } = readOrderRequest(body);
  const { mode } = caller;
  return inTheseWords(orderFields, () =>
    withFreeNumbers(async () => {
      const id = newUuid(platform.clock, platform.random);
      const own = { orderId: id, mode, externalId, otp };
      const input = { ...order, id, title: externalId ?? `Order ${decimalId(id)}` };
      const { value } = await createOrder(
        platform,
        caller,
        input,
        idempotency,
        (created) => presentOrder({ ...created, own, requests: [], code: null, deposit: null }),
        async (transaction) =>
          requireFree(await insertCertSignOrder(transaction, own), "externalOrderRequestId"),
      );
      return value;
    }),
  );
}
