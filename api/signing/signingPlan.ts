import type { Transaction } from "../database/transaction.js";
import { type Revision, readLatestRevisions } from "../documents/documentRows.js";
import { requireSame } from "../documents/fetchDocument.js";
import { claimRevisionPlaces, type RevisionPlaces } from "../documents/revisionPlaces.js";
import type { Order, OrderDocument, Placement, Signer } from "../orders/order.js";
import { readDocuments, readOrder, readOrderPlacements, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { isPresent } from "../signers/signingOrder.js";
import type { DocumentToSign } from "./makeSignatures.js";
import { readSigning, type Signing } from "./signingRows.js";
import { abandonSigning } from "./unfinished.js";

/** All that a signing is made of, as it was read. */
export interface SigningPlan {
  readonly signing: Signing;
  readonly order: Order;
  readonly signer: Signer;
  readonly signers: readonly Signer[];
  readonly documents: readonly OrderDocument[];
  readonly revisions: readonly Revision[];
  /** Of all signers. */
  readonly placements: readonly Placement[];
  /** Where the signed documents are going to lie. */
  readonly places: RevisionPlaces;
}

/** What a plan is made of, besides the signing itself. */
export type PlanRows = Pick<SigningPlan, "order" | "signers" | "documents" | "revisions" | "placements">;

/**
 * Makes the plan of a signing from what was read in this transaction, and claims the places of what it will make.
 * @param rows all documents of the order
 */
export async function makePlan(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  signing: Signing,
  rows: PlanRows,
): Promise<SigningPlan> {
  const documents = rows.documents.filter(({ kind }) => kind === "sign");
  const signed = rows.revisions.filter(({ documentId }) => documents.some(({ id }) => id === documentId));
  return {
    ...rows,
    signing,
    signer: rows.signers.find(({ id }) => id === signing.signerId)!,
    documents,
    places: await claimRevisionPlaces(platform, transaction, signing.orderId, signed),
  };
}

/**
 * Reads what a signing needs; a signing whose order has ended meanwhile is ended as well.
 * @returns null where nothing is to be done any more
 */
export async function readPlan(
  platform: Pick<Platform, "database" | "clock" | "random">,
  tenantId: string,
  signingId: string,
): Promise<SigningPlan | null> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const signing = await readSigning(transaction, signingId);
    if (signing?.state !== "pending") return null;
    const { orderId } = signing;
    const [order, signers, documents, revisions, placements] = await Promise.all([
      readOrder(transaction, orderId),
      readSigners(transaction, [orderId]),
      readDocuments(transaction, [orderId]),
      readLatestRevisions(transaction, orderId),
      readOrderPlacements(transaction, orderId),
    ]);
    if (!isRunning(order.state)) {
      await abandonSigning(transaction, signing, platform.clock.now());
      return null;
    }
    return makePlan(platform, transaction, signing, { order, signers, documents, revisions, placements });
  });
}

/** Reads a document as it stands before this signature. @throws Error when the store has not what was stored */
export async function readDocument(
  platform: Pick<Platform, "objectStore">,
  plan: SigningPlan,
  document: OrderDocument,
): Promise<DocumentToSign> {
  const revision = plan.revisions.find((candidate) => candidate.documentId === document.id)!;
  const bytes = await platform.objectStore.get(revision.objectKey);
  requireSame(bytes, revision.sha256, revision.objectKey);
  const placements = plan.placements.filter((candidate) => candidate.documentId === document.id);
  return { document, revision: revision.revision, bytes, placements: present(plan.signers, placements) };
}

/**
 * Placements of those who have left the order stay blank: nothing is made of them. Those of somebody who came between two
 * reads, and is not among the signers yet, are made: after the first signature it would be too late.
 */
function present(signers: readonly Signer[], placements: readonly Placement[]): Placement[] {
  const gone = new Set(signers.filter(({ state }) => !isPresent(state)).map(({ id }) => id));
  return placements.filter(({ signerId }) => !gone.has(signerId));
}

/** The signer's own, in all documents. */
export function ownPlacements({ placements, signer }: SigningPlan): Placement[] {
  return placements.filter(({ signerId }) => signerId === signer.id);
}
