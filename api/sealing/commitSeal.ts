import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { keepObjects } from "../documents/claims.js";
import { publicId } from "../ids/id.js";
import { queueCompleted } from "../messages/queue.js";
import { moveOrder } from "../orders/moveOrder.js";
import { lockOrder, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import type { SealedDocument } from "./sealDocument.js";
import { endSeal, insertSealedRevisions, readSeal } from "./sealRows.js";
import { lowestOf, type UnsealedDocument } from "./unsealed.js";

/** A sealed document, stored. */
export interface StoredSeal extends SealedDocument {
  readonly objectKey: string;
}

const actor = { kind: "system" } as const;

/**
 * Commits a seal with all that follows from it: the sealed revisions, the order completed, its events, and who is
 * told of it.
 * @param unsealed documents that stay as they are, because they cannot be sealed
 * @returns false when it had ended before, so that the objects are nobody's
 */
export async function commitSeal(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  orderId: string,
  sealed: readonly StoredSeal[],
  unsealed: readonly UnsealedDocument[] = [],
): Promise<boolean> {
  const now = platform.clock.now();
  const [order, seal, signers] = await Promise.all([
    lockOrder(transaction, orderId),
    // Read behind the lock: whoever ends a seal holds it.
    readSeal(transaction, orderId),
    readSigners(transaction, [orderId]),
  ]);
  if (seal?.state !== "pending") return false;
  if (!isRunning(order.state)) {
    await endSeal(transaction, orderId, "abandoned", now);
    return false;
  }
  const keys = sealed.map(({ objectKey }) => objectKey);
  const revisions = sealed.map(({ document, revision, objectKey, bytes, sha256After, level }) => ({
    documentId: document.id,
    revision,
    objectKey,
    bytes: bytes.length,
    sha256: sha256After,
    level,
  }));
  await Promise.all([
    keepObjects(platform, transaction, keys),
    insertSealedRevisions(transaction, revisions, now),
    endSeal(transaction, orderId, "done", now),
    moveOrder(transaction, order, "complete", { at: now }),
    appendEvents(platform, transaction, endOf(order), [
      ...sealed.map(documentSealed),
      orderCompleted(sealed, unsealed),
    ]),
    queueCompleted(platform, transaction, order, signers),
  ]);
  return true;
}

/** Where a document could not be sealed, it says so, and the lowest level that the order's signatures are left with. */
function orderCompleted(sealed: readonly SealedDocument[], unsealed: readonly UnsealedDocument[]): NewEvent {
  const [first] = unsealed;
  if (first === undefined) return { type: "order.completed", actor };
  return {
    type: "order.completed",
    actor,
    data: { level: lowestOf([...sealed, ...unsealed]), unsealed: first.refusal },
  };
}

function documentSealed({
  document,
  revision,
  bytes,
  level,
  sha256Before,
  sha256After,
}: SealedDocument): NewEvent {
  return {
    type: "document.sealed",
    actor,
    data: {
      document: publicId("doc", document.id),
      revision,
      level,
      bytes: bytes.length,
      sha256_before: Buffer.from(sha256Before).toString("hex"),
      sha256_after: Buffer.from(sha256After).toString("hex"),
    },
  };
}
