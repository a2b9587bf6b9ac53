import type { Caller } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { type EvidenceTerms, readEvidenceTerms } from "../evidence/evidenceState.js";
import { requireEvidence } from "../evidence/requireEvidence.js";
import { Failure } from "../failure/failure.js";
import type { Order } from "../orders/order.js";
import { lockOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { readKept } from "../retention/keptRows.js";

/**
 * Asks for an ended order's evidence to be deposited with its documents, for the full term. The sweeper makes it; until
 * then the documents stay. Asking again changes nothing.
 * @throws Failure `not_found`, `order_state_conflict` for an order that has not ended or in which nobody did anything,
 * `document_removed`, `evidence_removed`
 */
export async function requestDeposit(
  platform: Pick<Platform, "database" | "clock">,
  { tenantId, mode }: Pick<Caller, "tenantId" | "mode">,
  orderId: string,
): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    // Run in this order: a purge holds the lock on the order, too.
    const [order, terms, [kept]] = await Promise.all([
      lockOrder(transaction, orderId, mode),
      readEvidenceTerms(transaction, orderId),
      readKept(transaction, [orderId]),
    ]);
    requireDepositable(order, terms);
    if (kept?.documentsRemovedAt && !order.archive) {
      throw new Failure("document_removed", "The order's documents were removed; they cannot be deposited.");
    }
    await markDeposited(transaction, orderId, platform.clock.now());
  });
}

function requireDepositable(order: Order, terms: EvidenceTerms | null): void {
  requireEvidence(terms);
  if (terms?.acted) return;
  const why =
    terms === null
      ? `The order is ${order.state}; set retention.archive to have it deposited when it ends.`
      : "Nobody signed, approved or refused in the order; there is nothing to deposit.";
  throw new Failure("order_state_conflict", why, { extensions: { state: order.state } });
}

async function markDeposited(transaction: Transaction, orderId: string, now: Date): Promise<void> {
  await Promise.all([
    transaction.query(
      `UPDATE orders SET archive = true WHERE tenant_id = :tenant AND id = :orderId AND NOT archive`,
      { orderId },
    ),
    // One that is being made already becomes a deposit; one that is stored gets a further revision.
    transaction.query(
      `UPDATE evidence_files SET archive = true, archive_asked_at = :now, state = 'pending',
         lease_until = CASE WHEN state = 'pending' THEN lease_until ELSE :now::timestamptz END
       WHERE tenant_id = :tenant AND order_id = :orderId AND NOT archive AND state IN ('pending', 'stored')`,
      { orderId, now },
    ),
  ]);
}
