import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import { imageKey, isImageValue } from "../placements/initialsImage.js";
import type { PurgedItem } from "./purge.js";

/** The objects that hold an order's documents, or parts of them. */
export interface OrderObjects {
  readonly keys: readonly string[];
  readonly items: readonly PurgedItem[];
  /** Of each document, its source and what it had become. */
  readonly documents: readonly PurgedItem[];
}

interface RevisionRow {
  readonly documentId: string;
  readonly revision: number;
  readonly kind: string;
  readonly key: string | null;
  readonly bytes: number;
  readonly sha256: Buffer;
}

interface ImageRow {
  readonly signerId: string;
  readonly kind: "signature_image" | "initials_image" | "appearance_image";
  readonly key: string | null;
  readonly value: string | null;
}

/**
 * Takes them from the rows that own them: every revision of every document, the signatures that signers drew, their
 * initials, and the images of signatures that look as their caller said. From the end of the transaction on nobody finds them by those rows any more.
 */
export async function takeOrderObjects(transaction: Transaction, orderId: string): Promise<OrderObjects> {
  const [revisions, images] = await Promise.all([
    transaction.query<RevisionRow>(
      `SELECT r.document_id AS "documentId", r.revision, r.kind, r.object_key AS key, r.bytes, r.sha256
       FROM documents d
       JOIN document_revisions r ON r.tenant_id = d.tenant_id AND r.document_id = d.id
       WHERE d.tenant_id = :tenant AND d.order_id = :orderId
       ORDER BY d.position, r.revision`,
      { orderId },
    ),
    transaction.query<ImageRow>(
      `SELECT i.signer_id AS "signerId", 'signature_image' AS kind, i.image_key AS key, NULL AS value
       FROM signers s
       JOIN signings i ON i.tenant_id = s.tenant_id AND i.signer_id = s.id
       WHERE s.tenant_id = :tenant AND s.order_id = :orderId AND i.image_key IS NOT NULL
       UNION
       SELECT p.signer_id, 'initials_image', NULL, p.value FROM placements p
       WHERE p.tenant_id = :tenant AND p.order_id = :orderId AND p.kind = 'initials' AND p.value IS NOT NULL
       UNION
       SELECT p.signer_id, 'appearance_image', p.appearance_key, NULL FROM placements p
       WHERE p.tenant_id = :tenant AND p.order_id = :orderId AND p.appearance_key IS NOT NULL
       ORDER BY 1, 3, 4`,
      { orderId },
    ),
    transaction.query(
      `UPDATE document_revisions r SET object_key = NULL FROM documents d
       WHERE d.tenant_id = :tenant AND d.order_id = :orderId
         AND r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.object_key IS NOT NULL`,
      { orderId },
    ),
    transaction.query(
      `UPDATE signings i SET image_key = NULL FROM signers s
       WHERE s.tenant_id = :tenant AND s.order_id = :orderId
         AND i.tenant_id = s.tenant_id AND i.signer_id = s.id AND i.image_key IS NOT NULL`,
      { orderId },
    ),
    // A drawing stands in the value by its name: it is nowhere from now on.
    transaction.query(
      `UPDATE placements SET value = NULL
       WHERE tenant_id = :tenant AND order_id = :orderId AND kind = 'initials' AND value LIKE 'image:%'`,
      { orderId },
    ),
    // Its lines stand in the documents.
    transaction.query(
      `UPDATE placements SET appearance = NULL, appearance_key = NULL
       WHERE tenant_id = :tenant AND order_id = :orderId AND appearance IS NOT NULL`,
      { orderId },
    ),
  ]);
  const drawn = images.flatMap(({ signerId, kind, key, value }) => {
    const item = { kind, signer: publicId("sgr", signerId) };
    if (key !== null) return [{ key, item }];
    if (value === null || !isImageValue(value)) return [];
    return [{ key: imageKey(transaction.tenantId, orderId, value), item }];
  });
  return {
    keys: [...revisions.flatMap(({ key }) => key ?? []), ...drawn.map(({ key }) => key)],
    items: [...revisions.map(revisionItem), ...drawn.map(({ item }) => item)],
    documents: documentItems(revisions),
  };
}

function revisionItem(row: RevisionRow): PurgedItem {
  const { documentId, revision, kind } = row;
  return { kind, document: publicId("doc", documentId), revision, ...content(row) };
}

function documentItems(revisions: readonly RevisionRow[]): PurgedItem[] {
  return revisions
    .filter(({ revision }) => revision === 0)
    .map((source) => {
      const newest = revisions.findLast(({ documentId }) => documentId === source.documentId)!;
      return {
        document: publicId("doc", source.documentId),
        source: content(source),
        signed: newest.revision === 0 ? null : content(newest),
      };
    });
}

function content({ bytes, sha256 }: RevisionRow): { bytes: number; sha256: string } {
  return { bytes, sha256: sha256.toString("hex") };
}
