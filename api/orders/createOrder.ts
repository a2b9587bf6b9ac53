import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, type NewEvent } from "../audit/append.js";
import { dropObjects, keepObjects, storeObjects } from "../documents/claims.js";
import { insertDocuments } from "../documents/documentRows.js";
import { type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { checkPlacements } from "../documents/placementCheck.js";
import { Failure } from "../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { insertOrder, insertPlacements, insertSigners } from "./insertOrder.js";
import { checkNewOrder, expiryOf, type NewOrder } from "./newOrder.js";
import type { OrderWithParts } from "./order.js";
import { readOrder, withParts } from "./orderRows.js";

type Needs = Pick<
  Platform,
  "database" | "objectStore" | "remoteDocuments" | "limits" | "clock" | "random" | "secretBox"
>;

/**
 * Creates an order, whole or not at all: documents are taken in and stored first, then every row, event and the
 * answer to a repeat of the request are written in one transaction.
 * @param present turns the order into the answer that a repeat shall get as well
 * @throws Failure
 */
export async function createOrder<View>(
  platform: Needs,
  caller: Caller,
  input: NewOrder,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };

  checkNewOrder(platform.limits, input);
  const now = platform.clock.now();
  const expiresAt = expiryOf(input, now);
  const orderId = newUuid(platform.clock, platform.random);
  const documents: NewDocument[] = [];
  for (const document of input.documents) {
    documents.push(await prepareDocument(platform, caller.tenantId, orderId, document));
  }
  checkPlacements(input, documents);
  const keys = documents.map((document) => document.objectKey);
  try {
    await storeObjects(platform, caller.tenantId, documents.map(asObject));
    const outcome = await platform.database.withTenant(caller.tenantId, (transaction) =>
      once(platform, transaction, caller, idempotency, async () => {
        await keepObjects(platform, transaction, keys);
        await insertOrder(transaction, caller, orderId, input, now, expiresAt);
        await insertDocuments(transaction, orderId, documents, 0, now);
        const signerEvents = await insertSigners(platform, transaction, caller, orderId, input.signers);
        await insertPlacements(transaction, orderId, input.signers, signerEvents, documents);
        await appendEvents(platform, transaction, { orderId, length: 0, head: Buffer.alloc(32) }, [
          {
            type: "order.created",
            actor: actorOf(caller),
            data: { mode: caller.mode, title: input.title, expires_at: expiresAt.toISOString() },
          },
          ...documents.map((document) => documentAdded(caller, document)),
          ...signerEvents.map(({ event }) => event),
          ...(input.draft ? [] : [{ type: "order.sent" as const, actor: actorOf(caller) }]),
        ]);
        const [order] = await withParts(transaction, [await readOrder(transaction, orderId)]);
        return present(order!);
      }),
    );
    if (outcome.replayed) await dropQuietly(platform, caller.tenantId, keys);
    return outcome;
  } catch (error) {
    await dropQuietly(platform, caller.tenantId, keys);
    throw error;
  }
}

/** The line of the audit trail for a document that was taken in. */
export function documentAdded(caller: Caller, document: NewDocument): NewEvent {
  return {
    type: "document.added",
    actor: actorOf(caller),
    data: {
      document: publicId("doc", document.id),
      kind: document.kind,
      name: document.name,
      pages: document.pages,
      bytes: document.bytes.length,
      sha256: document.sha256.toString("hex"),
    },
  };
}

export function asObject(document: NewDocument): { key: string; bytes: Uint8Array; contentType: string } {
  return { key: document.objectKey, bytes: document.bytes, contentType: "application/pdf" };
}

/** Clears away after a refusal; what cannot be deleted now stays claimed, and the sweeper deletes it. */
export async function dropQuietly(platform: Needs, tenantId: string, keys: readonly string[]): Promise<void> {
  await dropObjects(platform, tenantId, keys).catch(() => undefined);
}

/** @throws Failure `field_invalid` */
export function requireRoomForDocuments(
  platform: Pick<Platform, "limits">,
  present: number,
  more: number,
): void {
  const { documentsPerOrder } = platform.limits;
  if (present + more > documentsPerOrder) {
    throw new Failure("field_invalid", `An order holds at most ${documentsPerOrder} documents.`, {
      param: "documents",
      extensions: { limit: documentsPerOrder },
    });
  }
}
