import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { documentRemoved } from "../documents/documentRows.js";
import type { FetchedDocument } from "../documents/fetchDocument.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { OrderDocument } from "../orders/order.js";
import { readDocuments, readOrder, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { readKept } from "../retention/keptRows.js";
import { type ActingSigner, lockSigner, requirePresent, requireTurn } from "./actingSigner.js";
import { recordBack, recordOut } from "./deliveryRows.js";
import { isOpenOrder, isUndecided, type LinkHolder, recordOpening } from "./openLink.js";
import { activeGroup, isDone, turnOf } from "./signingOrder.js";
import type { Visitor } from "./visitor.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** A document that is handed to a signer: revision 0 to be read, a later one to be kept. */
interface Delivered extends Pick<FetchedDocument, "revision" | "sha256"> {
  readonly id: string;
}

/**
 * The documents of a signer's order, for links to them.
 * @throws Failure `signer_removed`, `signer_not_yet` as long as others come first, `order_state_conflict` for a draft,
 * `document_removed` when they are not kept any more
 */
export async function readDocumentsFor(
  platform: Pick<Platform, "database">,
  { tenantId, orderId, signerId }: LinkHolder,
): Promise<readonly OrderDocument[]> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, signers, documents, [kept]] = await Promise.all([
      readOrder(transaction, orderId),
      readSigners(transaction, [orderId]),
      readDocuments(transaction, [orderId]),
      readKept(transaction, [orderId]),
    ]);
    const signer = signers.find(({ id }) => id === signerId)!;
    requireTurnCome({ order, signers, signer });
    if (kept?.documentsRemovedAt) throw documentRemoved();
    return documents;
  });
}

/**
 * Records that a document's bytes were handed to a signer: the first time that each was given to be read, and once
 * for each of their browsers that they were given back signed. A trail must not grow with every reload.
 * @throws Failure `signer_removed`, `signer_not_yet`, `order_state_conflict` for a draft
 */
export async function recordDelivery(
  platform: Needs,
  { tenantId, orderId, signerId }: LinkHolder,
  documentId: string,
  fetched: Pick<FetchedDocument, "revision" | "sha256">,
  visitor: Visitor,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const acting = await lockSigner(transaction, orderId, signerId);
    requireTurnCome(acting);
    const record = fetched.revision === 0 ? handedOut : handedBack;
    const events = await record(
      transaction,
      acting,
      { ...fetched, id: documentId },
      visitor,
      platform.clock.now(),
    );
    if (events.length > 0) await appendEvents(platform, transaction.last, endOf(acting.order), events);
  });
}

/**
 * Whoever comes later is given no document, as it came or signed, not even when the order has ended before their turn,
 * and a copy none before the order is completed; nobody is as long as the order is a draft.
 */
function requireTurnCome({ order, signers, signer }: Omit<ActingSigner, "documents">): void {
  requirePresent(signer);
  if (order.state === "draft") {
    throw new Failure("order_state_conflict", "The order is a draft; its documents do not stand yet.", {
      extensions: { state: order.state },
    });
  }
  if (turnOf(signers, signer) === "later") requireTurn(signers, signer);
  if (signer.role === "copy" && order.state !== "completed") {
    throw new Failure("signer_not_yet", "A copy receives the documents when the order is completed.", {
      extensions: { active_group: activeGroup(signers), state: order.state },
    });
  }
}

async function handedOut(
  transaction: Transaction,
  acting: ActingSigner,
  document: Delivered,
  visitor: Visitor,
  now: Date,
): Promise<NewEvent[]> {
  const { order, signer } = acting;
  if (signer.handedOutAt !== null || signer.role === "copy") return [];
  if (!isUndecided(signer) || !isOpenOrder(order, now)) return [];
  // A page of somebody else's making comes here without having opened ours.
  const opening = recordOpening(transaction, acting, visitor, now);
  const [isFirst] = await Promise.all([recordOut(transaction, signer, document.id, now), opening?.recorded]);
  const opened = opening ? [opening.event] : [];
  if (!isFirst) return opened;
  return [
    ...opened,
    {
      type: "documents.handed_out",
      actor: visitor.actor(signer.id),
      signer,
      data: toldOf(document),
      personal: visitor.personal(),
    },
  ];
}

async function handedBack(
  transaction: Transaction,
  { signer }: ActingSigner,
  document: Delivered,
  visitor: Visitor,
  now: Date,
): Promise<NewEvent[]> {
  if (!isDone(signer.state) && signer.role !== "copy") return [];
  if (!(await recordBack(transaction, signer, document.id, visitor.session ?? "", now))) return [];
  return [
    {
      type: "documents.handed_back",
      actor: visitor.actor(signer.id),
      signer,
      data: { ...toldOf(document), revision: document.revision },
      personal: visitor.personal(),
    },
  ];
}

function toldOf({ id, sha256 }: Delivered): { document: string; sha256: string } {
  return { document: publicId("doc", id), sha256: Buffer.from(sha256).toString("hex") };
}
