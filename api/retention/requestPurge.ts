import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { endWithout, readEvidenceFile } from "../evidence/evidenceRows.js";
import { readEvidenceTerms } from "../evidence/evidenceState.js";
import { Failure } from "../failure/failure.js";
import { lockOrder } from "../orders/orderRows.js";
import { readDue } from "./keptRows.js";
import { type PurgeNeeds, performPurge } from "./performPurge.js";
import type { Purge } from "./purge.js";
import { readPurge, readPurges } from "./purgeRows.js";
import { removeDocuments } from "./removeDocuments.js";

/**
 * Removes an ended order's documents before their term is over, because its tenant asks for it. Asking again is answered
 * with the purge that there is.
 * @returns the purge: done, or pending where the store could not delete everything yet, which is tried again
 * @throws Failure `not_found`, `order_state_conflict` for an order that has not ended, `legal_hold`, `evidence_pending`
 * as long as the evidence file is to be made of the documents
 */
export async function purgeDocuments(platform: PurgeNeeds, caller: Caller, orderId: string): Promise<Purge> {
  const { tenantId } = caller;
  const { purge, isNew } = await platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId, caller.mode);
    if (order.endedAt === null) {
      throw new Failure("order_state_conflict", `The order is ${order.state}; its documents are needed.`, {
        extensions: { state: order.state },
      });
    }
    const earlier = (await readPurges(transaction, orderId)).find(({ subject }) => subject === "documents");
    if (earlier) return { purge: earlier, isNew: false };
    await requireRemovable(transaction, orderId);
    const actor = actorOf(caller);
    const { purgeId } = await removeDocuments(platform, transaction, order, "request", actor);
    return { purge: await readPurge(transaction, purgeId), isNew: true };
  });
  if (!isNew) return purge;
  // What fails is logged, and tried again by the sweeper: the documents are out of reach.
  return performPurge(platform, tenantId, purge.id).catch(() =>
    platform.database.withTenant(tenantId, (transaction) => readPurge(transaction, purge.id)),
  );
}

async function requireRemovable(transaction: Transaction, orderId: string): Promise<void> {
  const [due, file, terms] = await Promise.all([
    readDue(transaction, orderId),
    readEvidenceFile(transaction, orderId),
    readEvidenceTerms(transaction, orderId),
  ]);
  if (due?.held) {
    throw new Failure("legal_hold", "A legal hold stands on the order; nothing of it is deleted.");
  }
  if (file?.state !== "pending") return;
  if (terms?.acted) {
    throw new Failure(
      "evidence_pending",
      "The order's evidence file is not made yet, and needs the documents; ask again when it is.",
    );
  }
  await endWithout(transaction, orderId);
}
