import type { Caller } from "../apiKeys/caller.js";
import { appendEvents, endOf } from "../audit/append.js";
import { dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { insertDocuments } from "../documents/documentRows.js";
import { type DocumentInput, type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import type { Platform } from "../platform.js";
import { asObject, documentAdded, requireRoomForDocuments } from "./createOrder.js";
import { requireInTime } from "./moveOrder.js";
import type { Order, OrderWithParts } from "./order.js";
import { lockOrder, readDocuments, readOrder, withParts } from "./orderRows.js";

type Needs = Pick<
  Platform,
  "database" | "objectStore" | "remoteDocuments" | "limits" | "clock" | "random" | "secretBox"
>;

/**
 * Adds documents to a draft, all or none.
 * @throws Failure `order_state_conflict` when the order is no draft any more, or its time is over
 */
export async function addDocuments<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  inputs: readonly DocumentInput[],
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  if (inputs.length === 0) {
    throw new Failure("field_invalid", "documents must hold at least one document.", { param: "documents" });
  }
  // Refused before a byte is read; asked again under the lock, because the order may move on meanwhile.
  const before = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await readOrder(transaction, orderId, caller.mode);
    requireDraft(order, platform.clock.now());
    return (await readDocuments(transaction, [orderId])).length;
  });
  requireRoomForDocuments(platform, before, inputs.length);

  const documents: NewDocument[] = [];
  for (const input of inputs)
    documents.push(await prepareDocument(platform, caller.tenantId, orderId, input));
  const keys = documents.map((document) => document.objectKey);
  try {
    await storeObjects(platform, caller.tenantId, documents.map(asObject));
    const outcome = await platform.database.withTenant(caller.tenantId, (transaction) =>
      once(platform, transaction, caller, idempotency, async () => {
        const order = await lockOrder(transaction, orderId, caller.mode);
        requireDraft(order, platform.clock.now());
        const already = await readDocuments(transaction, [orderId]);
        requireRoomForDocuments(platform, already.length, documents.length);
        await keepObjects(platform, transaction, keys);
        await insertDocuments(transaction, orderId, documents, already.length, platform.clock.now());
        await appendEvents(
          platform,
          transaction,
          endOf(order),
          documents.map((document) => documentAdded(caller, document)),
        );
        const [whole] = await withParts(transaction, [await readOrder(transaction, orderId)]);
        return present(whole!);
      }),
    );
    if (outcome.replayed) await dropQuietly(platform, caller.tenantId, keys);
    return outcome;
  } catch (error) {
    await dropQuietly(platform, caller.tenantId, keys);
    throw error;
  }
}

function requireDraft(order: Order, now: Date): void {
  if (order.state !== "draft") {
    throw new Failure(
      "order_state_conflict",
      `The order is ${order.state}; only a draft takes more documents.`,
      {
        extensions: { state: order.state },
      },
    );
  }
  requireInTime(order, now);
}
