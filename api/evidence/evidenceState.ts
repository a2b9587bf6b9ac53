import type { Transaction } from "../database/transaction.js";

/** What decides over an order's evidence file beside the order itself. */
export interface EvidenceTerms {
  /** The instant at which the evidence is to be deleted; a legal hold keeps it longer. */
  readonly evidenceDueAt: Date;
  readonly evidenceRemovedAt: Date | null;
  /** Whether anybody signed, approved or refused. */
  readonly acted: boolean;
}

/** Reads it; null for an order that has not ended. */
export async function readEvidenceTerms(
  transaction: Transaction,
  orderId: string,
): Promise<EvidenceTerms | null> {
  return transaction.one<EvidenceTerms>(
    `SELECT r.evidence_due_at AS "evidenceDueAt", r.evidence_removed_at AS "evidenceRemovedAt",
       EXISTS (SELECT FROM signers s
         WHERE s.tenant_id = r.tenant_id AND s.order_id = r.order_id
           AND (s.signed_at IS NOT NULL OR s.approved_at IS NOT NULL OR s.refused_at IS NOT NULL)) AS acted
     FROM retentions r WHERE r.tenant_id = :tenant AND r.order_id = :orderId`,
    { orderId },
  );
}
