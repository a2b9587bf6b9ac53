import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf, type NewEvent } from "../audit/append.js";
import { writeCallback } from "../callbacks/newCallback.js";
import type { Transaction } from "../database/transaction.js";
import { dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { insertDocuments } from "../documents/documentRows.js";
import { type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, publicId } from "../ids/id.js";
import { insertPlacements } from "../placements/insertPlacements.js";
import { requireDrawable } from "../placements/requireDrawable.js";
import { requireGiven } from "../placements/requireGiven.js";
import { resolveOrderPlacements } from "../placements/resolvePlacements.js";
import type { Platform } from "../platform.js";
import { applyProfile } from "../profiles/applyProfile.js";
import { resolveTerms } from "../retention/settings.js";
import { insertTerms } from "../search/orderTerms.js";
import { advanceOrder } from "../signers/advanceOrder.js";
import { tenantName } from "../tenants/tenant.js";
import { checkUrl } from "../webhooks/endpoints/checkUrl.js";
import { insertOrder, insertSigners, newSigners } from "./insertOrder.js";
import { checkNewOrder, expiryOf, type NewOrder } from "./newOrder.js";
import { newDocumentRow, newOrderRow } from "./newRows.js";
import type { OrderWithParts } from "./order.js";
import { orderCreated } from "./orderCreated.js";

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "remoteDocuments"
  | "outboundHttp"
  | "callbackForms"
  | "limits"
  | "typefaces"
  | "clock"
  | "random"
  | "secretBox"
>;

/**
 * Creates an order, whole or not at all: documents are taken in and stored first, then every row, event and the
 * answer to a repeat of the request are written in one transaction.
 * @param present turns the order into the answer that a repeat shall get as well
 * @param alongside what else is written in that transaction
 * @throws Failure
 */
export async function createOrder<View>(
  platform: Needs,
  caller: Caller,
  input: NewOrder,
  idempotency: IdempotencyKey | null,
  present: (order: OrderWithParts) => View,
  alongside?: (transaction: Transaction, orderId: string) => Promise<void>,
): Promise<Outcome<View>> {
  const replay = await findReplay<View>(platform, caller, idempotency);
  if (replay !== null) return { value: replay, replayed: true };

  checkNewOrder(platform.limits, input);
  input.signers.forEach((signer, index) => {
    requireGiven(signer.placements, `signers[${index}].placements`);
  });
  const { callback } = input;
  if (callback !== null) await checkUrl(platform, caller.mode, callback.url, "callback.url");
  const now = platform.clock.now();
  const expiresAt = expiryOf(input, now);
  const orderId = newUuid(platform.clock, platform.random);
  const documents: NewDocument[] = [];
  for (const document of input.documents) {
    documents.push(await prepareDocument(platform, caller.tenantId, orderId, document));
  }
  const placements = resolveOrderPlacements(input.signers, documents);
  requireDrawable(platform, input.signers, placements, documents);
  const keys = documents.map((document) => document.objectKey);
  try {
    await storeObjects(platform, caller.tenantId, documents.map(asObject));
    const outcome = await platform.database.withTenant(caller.tenantId, (transaction) => {
      // Read on the way, whether this is a repeat or not.
      const profile = applyProfile(transaction, caller.mode, input);
      const terms = resolveTerms(transaction, caller.mode, input.retention);
      const tenant = tenantName(transaction);
      tenant.catch(() => undefined);
      profile.catch(() => undefined);
      terms.catch(() => undefined);
      return once(platform, transaction, caller, idempotency, async () => {
        const { profileId, reminders } = await profile;
        const name = await tenant;
        const settled = { ...input, reminders };
        const order = newOrderRow(caller, orderId, settled, profileId, await terms, now, expiresAt);
        const added = newSigners(platform, actorOf(caller), orderId, input.signers);
        const written = added.map(({ signer }) => signer);
        const bySigner = new Map(written.map(({ id }, index) => [id, placements[index]!]));
        // They run in this order. Nobody else sees the order before it is whole: nothing of it is read again.
        const write = [
          keepObjects(platform, transaction, keys),
          insertOrder(transaction, order),
          // Before the first event, of which it is told too.
          callback && writeCallback(platform, transaction, order, callback, now),
          insertDocuments(transaction, orderId, documents, 0, now),
          insertSigners(platform, transaction, orderId, written),
          insertPlacements(platform, transaction, orderId, bySigner, documents),
          insertTerms(transaction, orderId, caller.mode, { ...input, documents }),
          appendEvents(platform, transaction, endOf(order), [
            orderCreated(caller, order, name),
            ...documents.map((document) => documentAdded(caller, document)),
            ...added.map(({ event }) => event),
            ...(input.draft ? [] : [{ type: "order.sent" as const, actor: actorOf(caller) }]),
          ]),
          alongside?.(transaction, orderId),
        ];
        const [{ signers }] = await Promise.all([
          // Begun behind them.
          advanceOrder(platform, transaction, order, written, now),
          ...write,
        ]);
        const rows = documents.map((document, index) => newDocumentRow(orderId, document, index));
        return present({ order, documents: rows, signers, kept: null });
      });
    });
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

/** A document as the object store takes it. */
export function asObject(document: NewDocument): { key: string; bytes: Uint8Array; contentType: string } {
  return { key: document.objectKey, bytes: document.bytes, contentType: "application/pdf" };
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
