import type { Transaction } from "../database/transaction.js";
import type { Signer } from "../orders/order.js";

type Recipient = Pick<Signer, "id" | "orderId" | "linkVersion">;

/** How often a signed document is noted as given back to one signer: whoever has the link can make up browsers. */
const mostBack = 20;

/**
 * Notes that a document was given to a signer to be read, and, when it was the last of the order's, that all were.
 * @returns whether it is the first time
 */
export async function recordOut(
  transaction: Transaction,
  signer: Recipient,
  documentId: string,
  at: Date,
): Promise<boolean> {
  const [added] = await Promise.all([
    transaction.one(
      `INSERT INTO document_deliveries (tenant_id, order_id, signer_id, link_version, document_id, variant, session,
         delivered_at)
       VALUES (:tenant, :orderId, :signerId, :linkVersion, :documentId, 'source', '', :at)
       ON CONFLICT DO NOTHING RETURNING document_id`,
      { ...keyOf(signer), documentId, at },
    ),
    transaction.query(
      `UPDATE signers SET handed_out_at = :at
       WHERE tenant_id = :tenant AND id = :signerId AND handed_out_at IS NULL
         AND NOT EXISTS (SELECT FROM documents d
           WHERE d.tenant_id = :tenant AND d.order_id = :orderId
             AND NOT EXISTS (SELECT FROM document_deliveries g
               WHERE g.tenant_id = :tenant AND g.signer_id = :signerId AND g.link_version = :linkVersion
                 AND g.variant = 'source' AND g.document_id = d.id))`,
      { ...keyOf(signer), at },
    ),
  ]);
  return added !== null;
}

/**
 * Notes that a document was given back to a signer with its signatures, once for each of their browsers.
 * @param session of the browser, or empty where it named none
 * @returns false when it was noted before, or 20 times already
 */
export async function recordBack(
  transaction: Transaction,
  signer: Recipient,
  documentId: string,
  session: string,
  at: Date,
): Promise<boolean> {
  const added = await transaction.one(
    `INSERT INTO document_deliveries (tenant_id, order_id, signer_id, link_version, document_id, variant, session,
       delivered_at)
     SELECT :tenant, :orderId, :signerId, :linkVersion, :documentId, 'signed', :session, :at
     WHERE (SELECT count(*) FROM document_deliveries
            WHERE tenant_id = :tenant AND signer_id = :signerId AND link_version = :linkVersion
              AND variant = 'signed' AND document_id = :documentId) < :mostBack
     ON CONFLICT DO NOTHING RETURNING document_id`,
    { ...keyOf(signer), documentId, session, at, mostBack },
  );
  return added !== null;
}

function keyOf(signer: Recipient) {
  return { orderId: signer.orderId, signerId: signer.id, linkVersion: signer.linkVersion };
}
