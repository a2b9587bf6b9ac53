import type { Transaction } from "../database/transaction.js";
import { lockOrder } from "../orders/orderRows.js";
import { readDue } from "./keptRows.js";
import { type PurgeNeeds, performPurge } from "./performPurge.js";
import { removeDocuments } from "./removeDocuments.js";
import { removeEvidence } from "./removeEvidence.js";

const system = { kind: "system" } as const;

/**
 * The sweeper's part: removes the documents of an order whose term for them is over. Its evidence file is made before.
 * @returns false where there was nothing to do: they are held, removed or not due, or the evidence is still to be made
 */
export async function removeDueDocuments(
  platform: PurgeNeeds,
  tenantId: string,
  orderId: string,
): Promise<boolean> {
  const purgeId = await platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId);
    const [due, pending] = await Promise.all([
      readDue(transaction, orderId),
      isEvidencePending(transaction, orderId),
    ]);
    if (due === null || due.held || due.documentsRemovedAt !== null || pending) return null;
    if (due.documentsDueAt > platform.clock.now()) return null;
    return (await removeDocuments(platform, transaction, order, "retention", system)).purgeId;
  });
  if (purgeId === null) return false;
  await performPurge(platform, tenantId, purgeId);
  return true;
}

/**
 * The sweeper's part: removes the evidence of an order whose last term is over, and its documents, should they still be
 * there because no evidence file could be made of them: nobody will ask for one any more.
 * @returns false where there was nothing to do, or only later
 */
export async function removeDueEvidence(
  platform: PurgeNeeds,
  tenantId: string,
  orderId: string,
): Promise<boolean> {
  const purges = await platform.database.withTenant(tenantId, async (transaction) => {
    const order = await lockOrder(transaction, orderId);
    const due = await readDue(transaction, orderId);
    if (due === null || due.held || due.evidenceRemovedAt !== null) return [];
    if (due.evidenceDueAt > platform.clock.now()) return [];
    const documents =
      due.documentsRemovedAt === null
        ? await removeDocuments(platform, transaction, order, "retention", system)
        : null;
    const evidence = await removeEvidence(platform, transaction, documents?.order ?? order);
    return [...(documents ? [documents.purgeId] : []), ...(evidence.atOnce ? [evidence.purgeId] : [])];
  });
  for (const purgeId of purges) await performPurge(platform, tenantId, purgeId);
  return purges.length > 0;
}

/** Whether an evidence file is still to be made of the order's documents. */
async function isEvidencePending(transaction: Transaction, orderId: string): Promise<boolean> {
  const row = await transaction.one(
    `SELECT order_id FROM evidence_files
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'`,
    { orderId },
  );
  return row !== null;
}
