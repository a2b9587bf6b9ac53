import type { Caller, Mode } from "../../apiKeys/caller.js";
import type { FormNeeds } from "../../callbacks/callbackForm.js";
import type { Transaction } from "../../database/transaction.js";
import { readDocuments, readOrder, readOrderPlacements, readSigners } from "../../orders/orderRows.js";
import type { Platform } from "../../platform.js";
import { readAsked } from "./askedRows.js";
import { readCodeTries } from "./codeTries.js";
import type { DocumentDigests } from "./documentDigests.js";
import type { Revision } from "./files.js";
import type { EuSesOrder } from "./presentOrder.js";
import { type RevisionRow, readRevisions } from "./revisionRows.js";

/** All that this dialect tells of an order, but for the digests of its documents. */
export interface ReadOrder extends Omit<EuSesOrder, "revisions"> {
  readonly rows: readonly RevisionRow[];
}

/** Reads an order for this dialect, in one round trip. @throws Failure `not_found` */
export async function readEuSesOrder(
  transaction: Transaction,
  orderId: string,
  mode?: Mode,
): Promise<ReadOrder> {
  const [order, documents, signers, placements, rows, codeTries, asked] = await Promise.all([
    readOrder(transaction, orderId, mode),
    readDocuments(transaction, [orderId]),
    readSigners(transaction, [orderId]),
    readOrderPlacements(transaction, orderId),
    readRevisions(transaction, orderId),
    readCodeTries(transaction, orderId),
    readAsked(transaction, orderId),
  ]);
  return { order, documents, signers, placements, rows, codeTries, asked };
}

/** All that this dialect tells a caller of an order. @throws Failure `not_found` */
export async function readWhole(
  platform: Pick<Platform, "database" | "objectStore">,
  digests: DocumentDigests,
  { tenantId, mode }: Caller,
  orderId: string,
): Promise<EuSesOrder> {
  const read = await platform.database.withTenant(tenantId, (transaction) =>
    readEuSesOrder(transaction, orderId, mode),
  );
  return withDigests(platform.objectStore, digests, read);
}

/** Adds the digests of what is told of its documents, one after the other: no more than one document is in memory. */
export async function withDigests(
  objectStore: FormNeeds["objectStore"],
  digests: DocumentDigests,
  { rows, ...order }: ReadOrder,
): Promise<EuSesOrder> {
  const revisions: Revision[] = [];
  for (const { objectKey, ...revision } of rows) {
    // Signed revisions are told of only when no other follows.
    if (revision.revision > 0 && order.order.state !== "completed") continue;
    revisions.push({ ...revision, md5: objectKey && (await digests.of(objectStore, objectKey)) });
  }
  return { ...order, revisions };
}
