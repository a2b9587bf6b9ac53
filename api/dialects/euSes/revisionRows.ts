import type { Transaction } from "../../database/transaction.js";

/** A revision as its row tells of it. */
export interface RevisionRow {
  readonly documentId: string;
  readonly revision: number;
  readonly bytes: number;
  /** Null: the bytes are not there any more. */
  readonly objectKey: string | null;
  readonly createdAt: Date;
}

/** The sources of an order's documents, and the newest revisions of them. */
export async function readRevisions(transaction: Transaction, orderId: string): Promise<RevisionRow[]> {
  return transaction.query<RevisionRow>(
    `SELECT r.document_id AS "documentId", r.revision, r.bytes, r.object_key AS "objectKey",
       r.created_at AS "createdAt"
     FROM documents d
     JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id
       AND r.revision IN (0, d.revision)
     WHERE d.tenant_id = :tenant AND d.order_id = :orderId ORDER BY d.position, r.revision`,
    { orderId },
  );
}
