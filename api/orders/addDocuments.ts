import type { Caller } from "../apiKeys/caller.js";
import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import { requireDocumentsThere } from "../awaitedDocuments/requireThere.js";
import type { Transaction } from "../database/transaction.js";
import { dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { documentAdded } from "../documents/documentAdded.js";
import { insertDocuments } from "../documents/documentRows.js";
import { asObject, type DocumentInput, type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { appearanceObjects } from "../placements/appearanceObjects.js";
import { insertPlacements } from "../placements/insertPlacements.js";
import { type AddedPlacements, requireRoomForAdded, resolveAdded } from "../placements/placementsInAdded.js";
import type { Platform } from "../platform.js";
import { requireInTime } from "./moveOrder.js";
import type { Order, OrderWithParts } from "./order.js";
import { lockOrder, readDocuments, readOrder, readSigners, withParts } from "./orderRows.js";

type Needs = Pick<
  Platform,
  "database" | "objectStore" | "remoteDocuments" | "limits" | "typefaces" | "clock" | "random" | "secretBox"
>;

/**
 * Writes what goes with documents that are just being added, under the lock on their order.
 * @returns its lines of the audit trail, behind those of the documents
 */
export type WrittenAlongside = (
  transaction: Transaction,
  order: Order,
  documents: readonly NewDocument[],
) => Promise<readonly NewEvent[]>;

/**
 * Adds documents to a draft, all or none, with what its signers get in them.
 * @param placed placements of signers that the order has, in these documents
 * @param alongside what else is written in that transaction
 * @throws Failure `not_found` for a signer that it has not, `placement_invalid`,
 *   `order_state_conflict` when the order is no draft any more, or its time is over
 */
export async function addDocuments<View>(
  platform: Needs,
  caller: Caller,
  orderId: string,
  inputs: readonly DocumentInput[],
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  placed: readonly AddedPlacements[] = [],
  alongside: WrittenAlongside = async () => [],
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };
  if (inputs.length === 0) {
    throw new Failure("field_invalid", "documents must hold at least one document.", { param: "documents" });
  }
  // Refused before a byte is read; asked again under the lock, because the order may move on meanwhile.
  const { before, signers } = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await readOrder(transaction, orderId, caller.mode);
    requireDraft(order, platform.clock.now());
    const documents = await readDocuments(transaction, [orderId]);
    const known = placed.length === 0 ? [] : await readSigners(transaction, [orderId]);
    return { before: documents.length, signers: known };
  });
  requireRoomForDocuments(platform, before, inputs.length);

  const documents: NewDocument[] = [];
  for (const input of inputs)
    documents.push(await prepareDocument(platform, caller.tenantId, orderId, input));
  const placements = resolveAdded(platform, signers, placed, documents, "placements");
  const images = appearanceObjects(platform, caller.tenantId, orderId, [...placements.values()]);
  const objects = [...documents.map(asObject), ...images.objects];
  const keys = objects.map(({ key }) => key);
  try {
    await storeObjects(platform, caller.tenantId, objects);
    const outcome = await platform.database.withTenant(caller.tenantId, (transaction) =>
      once(platform, transaction, caller, idempotency, async () => {
        const order = await lockOrder(transaction, orderId, caller.mode);
        requireDraft(order, platform.clock.now());
        const already = await readDocuments(transaction, [orderId]);
        requireRoomForDocuments(platform, already.length, documents.length);
        const current = placed.length === 0 ? [] : await readSigners(transaction, [orderId]);
        await requireRoomForAdded(transaction, orderId, current, placements, "placements");
        await keepObjects(platform, transaction, keys);
        await insertDocuments(transaction, orderId, documents, already.length, platform.clock.now());
        await insertPlacements(platform, transaction, orderId, placements, documents, images.keys);
        const events = await alongside(transaction, order, documents);
        await appendEvents(platform, transaction, endOf(order), [
          ...documents.map((document) => documentAdded(caller, document)),
          ...events,
        ]);
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
  requireDocumentsThere(order, "it takes no others");
}

/** @throws Failure `field_invalid` */
function requireRoomForDocuments(platform: Pick<Platform, "limits">, present: number, more: number): void {
  const { documentsPerOrder } = platform.limits;
  if (present + more > documentsPerOrder) {
    throw new Failure("field_invalid", `An order holds at most ${documentsPerOrder} documents.`, {
      param: "documents",
      extensions: { limit: documentsPerOrder },
    });
  }
}
