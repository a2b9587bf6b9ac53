import type { Caller } from "../apiKeys/caller.js";
import { actorOf, appendEvents, endOf } from "../audit/append.js";
import { awaitedRows, awaiting, insertAwaited } from "../awaitedDocuments/insertAwaited.js";
import { planDocuments } from "../awaitedDocuments/planDocuments.js";
import { writeCallback } from "../callbacks/newCallback.js";
import type { Transaction } from "../database/transaction.js";
import { dropQuietly, keepObjects, storeObjects } from "../documents/claims.js";
import { documentAdded } from "../documents/documentAdded.js";
import { insertDocuments } from "../documents/documentRows.js";
import { asObject, type NewDocument, prepareDocument } from "../documents/newDocument.js";
import { checkPage } from "../hostedPage/checkPage.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid } from "../ids/id.js";
import { appearanceObjects } from "../placements/appearanceObjects.js";
import { insertPlacements } from "../placements/insertPlacements.js";
import { requireForms } from "../placements/placementForm.js";
import { requireDrawable, requireTextsDrawable } from "../placements/requireDrawable.js";
import { requireGiven } from "../placements/requireGiven.js";
import { resolveOrderPlacements } from "../placements/resolvePlacements.js";
import type { Platform } from "../platform.js";
import { applyProfile } from "../profiles/applyProfile.js";
import { asProofObject } from "../proofFolder/proofFolder.js";
import { takeProofFolder } from "../proofFolder/takeProofFolder.js";
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
  checkPage(input.page, caller.mode, "page");
  input.signers.forEach((signer, index) => {
    requireGiven(signer.placements, `signers[${index}].placements`);
  });
  const { callback } = input;
  if (callback !== null) await checkUrl(platform, caller.mode, callback.url, "callback.url");
  const now = platform.clock.now();
  const expiresAt = expiryOf(input, now);
  const orderId = input.id ?? newUuid(platform.clock, platform.random);
  const proof = input.proofFolder
    ? takeProofFolder(caller.tenantId, orderId, input.proofFolder, "proof_folder")
    : null;
  const documents: NewDocument[] = [];
  const { given, positions, awaited } = await planDocuments(platform, input);
  const isAwaiting = awaited.length > 0;
  if (isAwaiting) {
    requireForms(
      input.signers,
      input.documents.map(({ kind }) => kind),
    );
    const placed = input.signers.flatMap(({ placements }, signer) =>
      placements.map((placement, at) => ({ ...placement, param: `signers[${signer}].placements[${at}]` })),
    );
    requireTextsDrawable(platform, placed);
  }
  for (const document of given) {
    documents.push(await prepareDocument(platform, caller.tenantId, orderId, document));
  }
  // As long as a document is awaited nothing is placed in any.
  const placements = isAwaiting
    ? input.signers.map(() => [])
    : resolveOrderPlacements(input.signers, documents);
  requireDrawable(platform, input.signers, placements, documents);
  const images = appearanceObjects(platform, caller.tenantId, orderId, placements);
  const objects = [...documents.map(asObject), ...images.objects, ...(proof ? [asProofObject(proof)] : [])];
  const keys = objects.map(({ key }) => key);
  try {
    await storeObjects(platform, caller.tenantId, objects);
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
        const asked = newOrderRow(
          caller,
          orderId,
          settled,
          profileId,
          await terms,
          now,
          expiresAt,
          proof?.folder ?? null,
        );
        const order = isAwaiting ? awaiting(asked) : asked;
        const added = newSigners(platform, actorOf(caller), orderId, input.signers);
        const written = added.map(({ signer }) => signer);
        const bySigner = new Map(written.map(({ id }, index) => [id, placements[index]!]));
        // They run in this order. Nobody else sees the order before it is whole: nothing of it is read again.
        const write = [
          keepObjects(platform, transaction, keys),
          insertOrder(transaction, order),
          // Before the first event, of which it is told too.
          callback && writeCallback(platform, transaction, order, callback, now),
          insertDocuments(transaction, orderId, documents, positions, now),
          insertSigners(platform, transaction, orderId, written),
          isAwaiting &&
            insertAwaited(
              platform,
              transaction,
              caller,
              orderId,
              awaited,
              written.map(({ id }, index) => ({
                signerId: id,
                placements: input.signers[index]!.placements,
              })),
              !input.draft,
            ),
          insertPlacements(platform, transaction, orderId, bySigner, documents, images.keys),
          insertTerms(transaction, orderId, caller.mode, {
            ...input,
            documents: [...documents, ...awaited],
            profileId,
          }),
          appendEvents(platform, transaction, endOf(order), [
            orderCreated(caller, order, name),
            ...documents.map((document) => documentAdded(caller, document)),
            ...added.map(({ event }) => event),
            ...(order.state === "draft" ? [] : [{ type: "order.sent" as const, actor: actorOf(caller) }]),
          ]),
          alongside?.(transaction, orderId),
        ];
        const [{ signers }] = await Promise.all([
          // Begun behind them.
          advanceOrder(platform, transaction, order, written, now),
          ...write,
        ]);
        const rows = documents.map((document, index) => newDocumentRow(orderId, document, positions[index]!));
        return present({
          order,
          documents: rows,
          awaited: awaitedRows(orderId, awaited),
          signers,
          kept: null,
        });
      });
    });
    if (outcome.replayed) await dropQuietly(platform, caller.tenantId, keys);
    return outcome;
  } catch (error) {
    await dropQuietly(platform, caller.tenantId, keys);
    throw error;
  }
}
