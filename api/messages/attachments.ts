import { requireSame } from "../documents/fetchDocument.js";
import type { Platform } from "../platform.js";
import type { EmailAttachment } from "../ports/mailer.js";
import type { Circumstances } from "./circumstances.js";
import { oneLine, shortened } from "./strangersText.js";

/** Bytes of all attachments of a message at most: what mail servers take, with a third more for base64. */
const mostBytes = 10 * 1024 * 1024;

/** A document as it is now. */
interface CurrentDocument {
  readonly name: string;
  readonly objectKey: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

/**
 * An order's documents as they are now, where its profile, or the order itself, has them attached and they are not too large together; those
 * that were removed are left out.
 */
export async function signedDocuments(
  platform: Pick<Platform, "database" | "objectStore">,
  tenantId: string,
  { order, correspondence }: Pick<Circumstances, "order" | "correspondence">,
): Promise<EmailAttachment[]> {
  if (correspondence.sender.attach_documents !== true && !order.mailDocuments) return [];
  const documents = await platform.database.withTenant(tenantId, (transaction) =>
    transaction.query<CurrentDocument>(
      `SELECT d.name, r.object_key AS "objectKey", r.bytes, r.sha256
       FROM documents d
       JOIN document_revisions r
         ON r.tenant_id = d.tenant_id AND r.document_id = d.id AND r.revision = d.revision
       WHERE d.tenant_id = :tenant AND d.order_id = :orderId AND r.object_key IS NOT NULL
       ORDER BY d.position`,
      { orderId: order.id },
    ),
  );
  if (documents.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) return [];
  return Promise.all(
    documents.map(async ({ name, objectKey, sha256 }) => {
      const content = await platform.objectStore.get(objectKey);
      requireSame(content, sha256, objectKey);
      return { name: fileName(name), contentType: "application/pdf", content };
    }),
  );
}

/** A document's name as a file's: no path, and an end that says what it is. */
function fileName(name: string): string {
  const line = oneLine(name)
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/\.pdf$/i, "");
  return `${shortened(line, 120) || "document"}.pdf`;
}
